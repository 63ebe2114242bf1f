package dev.callboard.project.delivery;

import dev.callboard.project.call.Brief;
import dev.callboard.project.call.Changed;
import dev.callboard.project.call.ClockChange;
import dev.callboard.project.call.Spoken;

import static dev.callboard.project.answer.Html.text;
import static java.util.stream.Collectors.joining;

/**
 * The same letter for clients that show HTML: tables and inline styles, since mail clients know little else. Same order as
 * the answer page; the buttons open that page and change nothing by themselves.
 */
record LetterHtml(Letter letter) {
    private static final String FONT =
            "padding:0 24px;font-family:'DejaVu Sans',Verdana,Arial,sans-serif;font-size:16px;line-height:24px;color:#111;";
    private static final String SMALL = "color:#4a4a4a;font-size:14px;line-height:20px;";
    private static final String LINK = "color:#005a50;font-weight:bold;text-underline-offset:4px";

    String html() {
        var call = letter.call();
        var brief = call.brief();
        var zone = brief.zone();
        var rows = new StringBuilder();
        rows.append("<tr><td style=\"height:24px;font-size:0;line-height:0\">&nbsp;</td></tr>\n");
        row(rows, "", "<b>" + text(letter.subject()) + "</b>");
        rule(rows, "8px 24px", "2px solid #111111");
        if (!letter.changes().isEmpty()) {
            row(rows, SMALL, "Changed since version " + (call.revision() - 1) + " of this call");
            row(rows, "", letter.changes().stream().map(LetterHtml::changed).collect(joining("<br>")));
            hairline(rows);
        }
        row(
                rows,
                "font-size:24px;line-height:32px;font-weight:bold;padding-top:8px",
                text(Spoken.wholeDay(brief.workingDay()) + (Spoken.isNight(brief) ? ", night" : "")));
        row(rows, SMALL, text(letter.recipient().name() + ", your call as " + brief.rolesInWords()));
        row(
                rows,
                "font-size:64px;line-height:72px;font-weight:bold;letter-spacing:-2px;",
                text(Spoken.clockOn(brief.workingDay(), brief.callAt(), zone)));
        row(
                rows,
                SMALL,
                text(Spoken.cityOf(zone) + " time. " + Spoken.wrap(brief) + ".")
                        + ClockChange.between(brief.callAt(), brief.wrapAt(), zone)
                                .map(change -> "<br><b style=\"color:#111\">" + text(change.inOneLine()) + "</b>")
                                .orElse(""));
        hairline(rows);
        row(rows, SMALL, "Where");
        row(rows, "", where(brief.place()));
        hairline(rows);
        question(rows);
        if (!brief.then().isEmpty()) {
            hairline(rows);
            row(rows, SMALL, "Then");
            row(
                    rows,
                    "",
                    brief.then().stream()
                            .map(then -> text(Spoken.clock(then.at(), zone)) + " &nbsp;"
                                    + text(Spoken.capital(Letter.inWords(brief, then))))
                            .collect(joining("<br>")));
        }
        if (brief.ring() != null) {
            hairline(rows);
            row(rows, SMALL, "Whom to ring");
            row(rows, "", ring(brief.ring()));
        }
        rule(rows, "16px 24px", "2px solid #111111");
        row(
                rows,
                SMALL + "padding-bottom:24px",
                text("Version " + call.revision() + " of this call. Sent "
                        + Spoken.momentWithYear(letter.sentAt(), zone) + " to "
                        + letter.recipient().email() + "."
                        + (brief.officePhone() == null
                                ? ""
                                : " Late or lost: " + Spoken.phone(brief.officePhone()) + ".")));
        return "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + text(letter.subject())
                + "</title></head>\n<body style=\"margin:0;background:#ffffff\">"
                + "<table role=\"presentation\" width=\"600\" cellpadding=\"0\" cellspacing=\"0\""
                + " style=\"width:100%;max-width:600px;background:#ffffff;border-collapse:collapse\">\n" + rows
                + "</table></body></html>\n";
    }

    private void question(StringBuilder rows) {
        var call = letter.call();
        if (!call.asks()) {
            var link = "<a href=\"" + text(letter.link()) + "\" style=\"" + LINK + "\">Open the call</a>";
            row(rows, "", text(Letter.THERE) + "<br>" + link);
            return;
        }
        var before = Spoken.moment(call.answerBy(), call.brief().zone());
        row(rows, "padding-bottom:12px", "Please answer before <b>" + text(before) + "</b>");
        rows.append(buttons());
        row(
                rows,
                SMALL + "padding-top:12px",
                "Both open a page with one more tap. No signal? Reply with 1 for yes or 2 for no, or accept the calendar invitation.");
    }

    /** The new value is bold, the old one struck out. */
    private static String changed(Changed change) {
        var was = change.before() == null ? "" : "was <del style=\"color:#4a4a4a\">" + text(change.before()) + "</del>";
        if (change.now() == null) return text(change.what()) + " <b>no longer</b> (" + was + ")";
        return text(change.what()) + " <b>" + text(change.now()) + "</b> (" + (was.isEmpty() ? "new" : was) + ")";
    }

    private static String where(Brief.Place place) {
        return "<b>" + text(place.set()) + "</b>"
                + (place.report() == null ? "" : "<br>Report at " + text(place.report()))
                + (place.parking() == null ? "" : "<br>Parking: " + text(place.parking()))
                + (place.map() == null
                        ? ""
                        : "<br><a href=\"" + text(place.map()) + "\" style=\"" + LINK + "\">Open the map</a>");
    }

    private static String ring(Brief.Contact ring) {
        return "<b>" + text(ring.name()) + "</b>, " + text(ring.title())
                + (ring.phone() == null
                        ? ""
                        : ", <a href=\"tel:" + text(ring.phone()) + "\" style=\"" + LINK + ";white-space:nowrap\">"
                                + text(Spoken.phone(ring.phone())) + "</a>");
    }

    private String buttons() {
        var link = text(letter.link());
        return "<tr><td style=\"padding:0 24px\"><table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" width=\"100%\"><tr>"
                + "<td width=\"64%\" align=\"center\" style=\"background:#005a50;border:2px solid #005a50;padding:14px 8px;font-family:'DejaVu Sans',Verdana,Arial,sans-serif;font-size:20px;line-height:24px\">"
                + "<a href=\"" + link
                + "\" style=\"color:#ffffff;font-weight:bold;text-decoration:none\">I’ll be there</a></td>"
                + "<td width=\"16\">&nbsp;</td>"
                + "<td align=\"center\" style=\"border:2px solid #111111;padding:14px 8px;font-family:'DejaVu Sans',Verdana,Arial,sans-serif;font-size:16px;line-height:24px\">"
                + "<a href=\"" + link
                + "\" style=\"color:#111111;font-weight:bold;text-decoration:none\">I can’t</a></td></tr></table></td></tr>\n";
    }

    private static void row(StringBuilder rows, String style, String content) {
        rows.append("<tr><td style=\"")
                .append(FONT)
                .append(style)
                .append("\">")
                .append(content)
                .append("</td></tr>\n");
    }

    private static void hairline(StringBuilder rows) {
        rule(rows, "16px 24px", "1px solid #a6a6a6");
    }

    private static void rule(StringBuilder rows, String padding, String line) {
        rows.append("<tr><td style=\"padding:")
                .append(padding)
                .append(
                        "\"><table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\"><tr><td style=\"border-top:")
                .append(line)
                .append(";font-size:0;line-height:0\">&nbsp;</td></tr></table></td></tr>\n");
    }
}
