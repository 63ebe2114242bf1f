package dev.callboard.project.call;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The clocks are changed while people work: what the dial says is not how long the work is.
 *
 * @param at what the dial shows when it is turned
 * @param elapsed as long as it is
 * @param dial as long as it looks
 */
public record ClockChange(boolean back, LocalTime at, Duration elapsed, Duration dial) {

    public static Optional<ClockChange> between(Instant from, Instant to, ZoneId zone) {
        var elapsed = Duration.between(from, to);
        var dial = Duration.between(
                from.atZone(zone).toLocalDateTime(), to.atZone(zone).toLocalDateTime());
        var next = zone.getRules().nextTransition(from);
        // Rules of some countries change twice within a Ramadan, none within one working day.
        if (next == null || next.getInstant().isAfter(to) || elapsed.equals(dial)) return Optional.empty();
        return Optional.of(
                new ClockChange(next.isOverlap(), next.getDateTimeBefore().toLocalTime(), elapsed, dial));
    }

    /** Clocks go back at 03:00 */
    public String what() {
        return "Clocks go " + (back ? "back" : "forward") + " at " + at;
    }

    /** 13 hours, not 12; 12 h 30, not 11 h 30 */
    public String length() {
        boolean whole = elapsed.toMinutesPart() == 0 && dial.toMinutesPart() == 0;
        return Spoken.length(elapsed) + ", not " + (whole ? Long.toString(dial.toHours()) : Spoken.length(dial));
    }

    /** Clocks go back at 03:00: 13 hours, not 12. */
    public String inOneLine() {
        return what() + ": " + length() + ".";
    }

    /** one hour longer */
    public String difference() {
        var by = elapsed.minus(dial);
        var length = by.abs().equals(Duration.ofHours(1)) ? "one hour" : Spoken.length(by.abs());
        return length + (by.isNegative() ? " shorter" : " longer");
    }
}
