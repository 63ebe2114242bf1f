package dev.callboard.project.delivery;

import dev.callboard.project.call.Brief;
import dev.callboard.project.call.Call;
import dev.callboard.project.call.Changed;
import dev.callboard.project.call.ClockChange;
import dev.callboard.project.call.Spoken;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The mail of a call as plain text: subject and first line are the same sentence and suffice unopened. No line is aligned
 * by spaces: people read it in whatever type their phone has.
 *
 * @param before what was asked before, if the call was changed
 * @param recipient whom it is for
 * @param link the answer page
 * @param sentAt as printed in the foot
 */
record Letter(Call call, @Nullable Brief before, Recipient recipient, String link, Instant sentAt) {
    /** Narrow enough not to be broken again by a phone in landscape. */
    private static final int WIDTH = 64;

    /** In place of the question, for who has come. */
    static final String THERE = "You have come already: nothing to answer.";

    String subject() {
        return Spoken.subject(call.brief());
    }

    /** What is different for who was asked before; what is not is not in it. */
    List<Changed> changes() {
        return before == null ? List.of() : Changed.between(before, call.brief());
    }

    String text() {
        var brief = call.brief();
        var zone = brief.zone();
        var lines = new ArrayList<String>();
        lines.add(subject());
        lines.add("");
        var changes = changes();
        if (!changes.isEmpty()) {
            lines.add("CHANGED since version " + (call.revision() - 1) + " of this call:");
            changes.forEach(change -> lines.addAll(folded(inWords(change))));
            lines.add("");
        }
        lines.add("Hello " + recipient.givenName() + ",");
        lines.add("");
        lines.add("you are called as " + brief.rolesInWords() + " for " + (Spoken.isNight(brief) ? "the night of " : "")
                + Spoken.wholeDay(brief.workingDay()) + ".");
        lines.add("");
        lines.add("CALL " + Spoken.clockOn(brief.workingDay(), brief.callAt(), zone) + ", " + Spoken.cityOf(zone)
                + " time (" + Spoken.offset(brief.callAt(), zone).replace('\u2212', '-') + ")");
        var place = brief.place();
        if (place.report() != null) lines.add("Report at " + place.report());
        lines.add("Set: " + place.set());
        if (place.parking() != null) lines.add("Parking: " + place.parking());
        if (place.map() != null) lines.add("Map: " + place.map());
        lines.addAll(folded(Spoken.wrap(brief) + "." + clockChange(brief)));
        lines.add("");
        lines.addAll(question());
        if (!brief.then().isEmpty()) {
            lines.add("");
            lines.add("THEN");
            brief.then().forEach(then -> lines.add(Spoken.clock(then.at(), zone) + " " + inWords(brief, then)));
        }
        if (brief.ring() != null || brief.officePhone() != null) lines.add("");
        if (brief.ring() != null)
            lines.add("Ring " + brief.ring().name() + ", " + brief.ring().title()
                    + number(brief.ring().phone()));
        if (brief.officePhone() != null)
            lines.add("Late or lost: production office, " + Spoken.phone(brief.officePhone()));
        lines.add("");
        lines.add(brief.production() + " · " + brief.company() + " · version " + call.revision() + " of this call");
        lines.add("Sent " + Spoken.momentWithYear(sentAt, zone) + " to " + recipient.email());
        return String.join("\n", lines) + "\n";
    }

    private List<String> question() {
        if (!call.asks()) return List.of(THERE, link);
        var lines = new ArrayList<String>();
        lines.add("PLEASE ANSWER before "
                + Spoken.moment(call.answerBy(), call.brief().zone()));
        lines.add("I'll be there, or I can't:");
        lines.add(link);
        lines.addAll(folded("No signal? Reply to this mail with 1 for yes or 2 for no, or accept the calendar"
                + " invitation. Your phone sends it later."));
        return lines;
    }

    /** Call 18:00 (was 18:30) */
    private static String inWords(Changed change) {
        if (change.now() == null) return change.what() + " no longer (was " + change.before() + ")";
        return change.what() + " " + change.now()
                + (change.before() == null ? " (new)" : " (was " + change.before() + ")");
    }

    static String inWords(Brief brief, Brief.Then then) {
        return (then.where() == null ? then.what() : then.what() + ", " + then.where())
                + Spoken.otherDay(brief, then.at());
    }

    private static String number(@Nullable String phone) {
        return phone == null ? "" : ": " + Spoken.phone(phone);
    }

    private static String clockChange(Brief brief) {
        return ClockChange.between(brief.callAt(), brief.wrapAt(), brief.zone())
                .map(change -> " " + change.what() + ", so the " + (Spoken.isNight(brief) ? "night" : "day") + " is "
                        + change.difference() + ": " + Spoken.length(change.elapsed()) + " from call to wrap.")
                .orElse("");
    }

    private static List<String> folded(String paragraph) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : paragraph.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            if (!line.isEmpty()) line.append(' ');
            line.append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** @param email where the mail goes; it is printed in the foot, so that a forwarded mail tells whose it was */
    record Recipient(String name, String givenName, String email) {
        Recipient {
            Objects.requireNonNull(email, "email");
        }
    }
}
