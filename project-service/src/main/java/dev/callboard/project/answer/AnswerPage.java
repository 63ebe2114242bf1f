package dev.callboard.project.answer;

import dev.callboard.project.call.Actor;
import dev.callboard.project.call.Answer;
import dev.callboard.project.call.Attendance;
import dev.callboard.project.call.Brief;
import dev.callboard.project.call.Call;
import dev.callboard.project.call.ClockChange;
import dev.callboard.project.call.Spoken;
import org.jspecify.annotations.Nullable;

import java.util.Optional;

import static dev.callboard.project.answer.Html.text;
import static java.util.stream.Collectors.joining;

/**
 * The page behind an answer link: one document, no script, at most 14 KiB so that it comes in the first round trip of a
 * cold connection (ten segments of RFC 6928). Measures are those of the reference design.
 *
 * @param before what she was asked before, if the call was changed
 * @param name of the called person, Bo Ekdahl
 * @param token of the link that the page answers to
 */
record AnswerPage(Call call, @Nullable Brief before, String name, String token) {
    /** A link leads to a call that was replaced: what is different, and one way forward. */
    record Replaced(Call before, Call now, String name, String newToken) {}

    String html() {
        var brief = call.brief();
        if (!call.asks()) return there(brief);
        return switch (call.tracks().answer()) {
            case Answer.Pending _ ->
                page(
                        Spoken.subject(brief),
                        head(brief, name),
                        when(brief) + changed() + where(brief)
                                + "<section class=\"e\">" + yes("I’ll be there", pleaseAnswer()) + no("I can’t")
                                + "<p class=\"s n\">No signal? Reply to our mail with <b>1</b> for yes or <b>2</b> for no, or accept the calendar invitation.</p></section>\n"
                                + next(brief) + ring(brief, ""));
            case Answer.Acknowledged(var given) ->
                page(
                        "You’ll be there · " + Spoken.line(brief),
                        head(brief, name),
                        Shape.DONE.html(
                                        "You’ll be there",
                                        answered(given) + "<br>The production has it. Nothing more to do.")
                                + when(brief)
                                + where(brief)
                                + then(brief)
                                + calendar()
                                + ring(brief, " class=\"e\"")
                                + no("I can’t after all"));
            case Answer.Declined(var given, var reason, var _) ->
                page(
                        "You can’t come · " + Spoken.line(brief),
                        head(brief, name),
                        Shape.STRUCK.html(
                                        "You can’t come",
                                        answered(given) + "<br>" + text(words(reason))
                                                + ". The production has it and looks for somebody else.")
                                + when(brief)
                                + where(brief)
                                + ring(brief, " class=\"e\"")
                                + yes("I’ll be there after all", ""));
        };
    }

    /** Who has come is told, and asked nothing. */
    private String there(Brief brief) {
        var attendance = call.tracks().attendance();
        var what = attendance.hasLeft() ? "You were there" : "You’re there";
        var since = attendance instanceof Attendance.Arrived(var at)
                ? "Noted as arrived " + text(Spoken.moment(at, brief.zone())) + ".<br>"
                : "";
        return page(
                what + " · " + Spoken.line(brief),
                head(brief, name),
                Shape.DONE.html(what, since + "Nothing to answer.")
                        + when(brief)
                        + changed()
                        + where(brief)
                        + then(brief)
                        + ring(brief, " class=\"e\""));
    }

    static String replaced(Replaced replaced) {
        var before = replaced.before().brief();
        var now = replaced.now().brief();
        var zone = now.zone();
        var changes = Changes.between(before, now);
        return page(
                "Replaced · " + Spoken.line(before),
                head(now, replaced.name()),
                Shape.CHANGED.html(
                                "This call has been replaced",
                                "Version " + replaced.now().revision() + ", "
                                        + text(Spoken.moment(replaced.now().publishedAt(), zone))
                                        + ". Do not use the old times.")
                        + "<h1>" + text(headline(now)) + "</h1>\n<p class=\"s\">Your new call as "
                        + text(now.rolesInWords())
                        + "</p>\n<p class=\"time\">" + text(Spoken.clockOn(now.workingDay(), now.callAt(), zone))
                        + "</p>\n"
                        + changes.movedHtml()
                        + changes.changedHtml()
                        + changes.keptHtml()
                        + "<section><p class=\"q\">" + oldAnswer(replaced)
                        + "</p><a class=\"btn\" href=\"/api/v1/answers/" + replaced.newToken()
                        + "\">See the new call</a></section>\n"
                        + ring(now, ""));
    }

    static String withdrawn(Call call, String name) {
        var brief = call.brief();
        var zone = brief.zone();
        return page(
                "Withdrawn · " + Spoken.line(brief),
                head(brief, name),
                Shape.STRUCK.html(
                                "This call has been withdrawn",
                                Optional.ofNullable(call.standing().endedAt())
                                                .map(at -> text(Spoken.moment(at, zone)) + ". ")
                                                .orElse("")
                                        + "You need not come.")
                        + "<h1>" + text(headline(brief)) + "</h1>\n<p class=\"s\">Your call was as "
                        + text(brief.rolesInWords())
                        + "</p>\n<p class=\"time\"><del>"
                        + text(Spoken.clockOn(brief.workingDay(), brief.callAt(), zone))
                        + "</del></p>\n" + ring(brief, ""));
    }

    static String expired() {
        return page(
                "This call is over",
                "",
                "<h1>This call is over</h1>\n<p class=\"m\">The link worked until the day was wrapped. A new call brings a new link.</p>\n");
    }

    static String unknown() {
        return page(
                "No such link",
                "",
                "<h1>This link is not right</h1>\n<p class=\"m\">Open it from the mail itself: a copied link is easily cut off.</p>\n");
    }

    private static String page(String title, String head, String main) {
        return "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + text(title)
                + "</title>\n<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<style>"
                + PageStyle.CSS + "</style></head>\n<body>\n" + head + "<main>" + main + "</main>\n</body></html>\n";
    }

    private static String head(Brief brief, String name) {
        return "<header><b>" + text(brief.production()) + "</b><span>" + text(name) + "</span></header>\n";
    }

    /** Sat 30 October, night */
    private static String headline(Brief brief) {
        return Spoken.dayAndMonth(brief.workingDay()) + (Spoken.isNight(brief) ? ", night" : "");
    }

    private static String when(Brief brief) {
        var zone = brief.zone();
        return "<h1>" + text(headline(brief)) + "</h1>\n<p class=\"s\">Your call as " + text(brief.rolesInWords())
                + "</p>\n<p class=\"time\">" + text(Spoken.clockOn(brief.workingDay(), brief.callAt(), zone))
                + "</p>\n<p class=\"s w\">" + text(Spoken.cityOf(zone)) + " time. " + text(Spoken.wrap(brief)) + "."
                + ClockChange.between(brief.callAt(), brief.wrapAt(), zone)
                        .map(change -> "<br><b>" + text(change.inOneLine()) + "</b>")
                        .orElse("")
                + "</p>\n";
    }

    /** Who was asked before reads first what is different now. */
    private String changed() {
        if (before == null) return "";
        var changes = Changes.between(before, call.brief());
        return changes.movedHtml() + changes.changedHtml();
    }

    private static String where(Brief brief) {
        var place = brief.place();
        return "<section><p class=\"s\">Where</p><p><b>" + text(place.set()) + "</b></p>"
                + (place.report() == null ? "" : "<p>Report at " + text(place.report()) + "</p>")
                + (place.parking() == null ? "" : "<p>Parking: " + text(place.parking()) + "</p>")
                + (place.map() == null
                        ? ""
                        : "<p><a href=\"" + text(place.map()) + "\" rel=\"noreferrer\">Open the map</a></p>")
                + "</section>\n";
    }

    private String pleaseAnswer() {
        return "<p class=\"q\">Please answer before <b>"
                + text(Spoken.moment(call.answerBy(), call.brief().zone())) + "</b></p>";
    }

    private String yes(String label, String before) {
        return "<form method=\"post\" action=\"/api/v1/answers/" + token + "\">" + before
                + "<button name=\"answer\" value=\"ACKNOWLEDGED\">" + label + "</button></form>\n";
    }

    private String no(String label) {
        var askedBy = call.brief().askedBy();
        var noteFor = askedBy == null ? "the production" : text(askedBy);
        return "<details><summary>" + label + "</summary><form method=\"post\" action=\"/api/v1/answers/" + token
                + "\"><fieldset><legend>Why not?</legend>\n" + reasons() + "</fieldset>\n"
                + "<p class=\"q f\"><label for=\"n\">A word for " + noteFor
                + ", if you like</label></p><input type=\"text\" id=\"n\" name=\"note\" maxlength=\"200\">\n"
                + "<button name=\"answer\" value=\"DECLINED\">Send: I can’t</button></form></details>\n";
    }

    private static String reasons() {
        var labels = new StringBuilder();
        for (var reason : Answer.Reason.values()) {
            labels.append("<label><input type=\"radio\" name=\"reason\" value=\"")
                    .append(reason)
                    .append("\" required>")
                    .append(words(reason))
                    .append("</label>\n");
        }
        return labels.toString().stripTrailing();
    }

    static String words(Answer.Reason reason) {
        return switch (reason) {
            case ILL -> "I am ill";
            case BOOKED -> "I am booked elsewhere";
            case TRAVEL -> "I cannot get there in time";
            case OTHER -> "Something else";
        };
    }

    /** What comes next, in one paragraph: it stands below the question. */
    private static String next(Brief brief) {
        if (brief.then().isEmpty()) return "";
        return "<section><p class=\"s\">Then</p><p>"
                + brief.then().stream()
                        .limit(Brief.MOST_TO_COME)
                        .map(then -> text(Spoken.clock(then.at(), brief.zone()) + " " + then.what()
                                + Spoken.otherDay(brief, then.at())))
                        .collect(joining(" · "))
                + "</p></section>\n";
    }

    /** The whole day. */
    private static String then(Brief brief) {
        if (brief.then().isEmpty()) return "";
        return "<section><p class=\"s\">Then</p><dl class=\"k\">"
                + brief.then().stream()
                        .limit(Brief.MOST_TO_COME)
                        .map(then -> "<dt>" + text(Spoken.clock(then.at(), brief.zone())) + "</dt><dd>"
                                + text(Spoken.capital(then.what()))
                                + (then.where() == null ? "" : ", " + text(then.where()))
                                + Spoken.otherDay(brief, then.at()) + "</dd>")
                        .collect(joining())
                + "</dl></section>\n";
    }

    private String calendar() {
        return "<section><p><a href=\"/api/v1/answers/" + token + "/calendar.ics\">Add to calendar</a></p></section>\n";
    }

    private static String ring(Brief brief, String attributes) {
        var ring = brief.ring();
        if (ring == null) return "";
        return "<section" + attributes + "><p class=\"s\">Whom to ring</p><p><b>" + text(ring.name()) + "</b>, "
                + text(ring.title())
                + (ring.phone() == null
                        ? ""
                        : " · <a href=\"tel:" + text(ring.phone()) + "\">" + text(Spoken.phone(ring.phone())) + "</a>")
                + "</p></section>\n";
    }

    private String answered(Answer.Given given) {
        var zone = call.brief().zone();
        var how =
                switch (given.channel()) {
                    case LINK -> "on this page";
                    case MAIL -> "by mail";
                    case CALENDAR -> "by calendar";
                    case APP -> given.actor().kind() == Actor.Kind.FOR_THEM ? "by the production" : "signed in";
                    case TELEPHONE -> "by telephone";
                };
        return "Answered " + text(Spoken.moment(given.at(), zone)) + ", " + how + ".";
    }

    private static String oldAnswer(Replaced replaced) {
        if (!replaced.now().asks()) return "You have come already: nothing to answer.";
        var before = replaced.before();
        var zone = before.brief().zone();
        return switch (before.tracks().answer()) {
            case Answer.Pending _ -> "The new call needs your answer.";
            case Answer.Acknowledged(var given) ->
                "Your yes of " + text(Spoken.moment(given.at(), zone)) + " was for the old call. Please answer again.";
            case Answer.Declined(var given, var _, var _) ->
                "Your no of " + text(Spoken.moment(given.at(), zone)) + " was for the old call. Please answer again.";
        };
    }
}
