package dev.callboard.report.render;

import dev.callboard.report.render.CallSheet.ClockChange;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Times of one working day as they stand on its paper: {@code 01:00 (+1)} after midnight, and of an hour that comes twice
 * the first is A, the second B.
 */
record DayTimes(LocalDate day, @Nullable ClockChange change) {
    String clock(OffsetDateTime at) {
        var clock = "%02d:%02d".formatted(at.getHour(), at.getMinute());
        return isTwice(at) ? clock + (at.getOffset().equals(change.before()) ? " A" : " B") : clock;
    }

    String of(OffsetDateTime at) {
        long later = ChronoUnit.DAYS.between(day, at.toLocalDate());
        return later == 0 ? clock(at) : "%s (%s%d)".formatted(clock(at), later < 0 ? "−" : "+", Math.abs(later));
    }

    private boolean isTwice(OffsetDateTime at) {
        if (change == null || !change.back()) return false;

        var turned = change.date().atTime(change.at());
        var turnedTo = turned.plusSeconds(
                change.after().getTotalSeconds() - change.before().getTotalSeconds());
        var local = at.toLocalDateTime();
        return !local.isBefore(turnedTo) && local.isBefore(turned);
    }

    /** {@code 2 h}, {@code 1 h 45}, {@code 15 min}. */
    static String length(long minutes) {
        if (minutes < 60) return minutes + " min";
        return minutes % 60 == 0 ? minutes / 60 + " h" : "%d h %02d".formatted(minutes / 60, minutes % 60);
    }

    /** {@code UTC+2}, {@code UTC}, {@code UTC+5:30}. */
    static String offset(ZoneOffset offset) {
        int seconds = offset.getTotalSeconds();
        if (seconds == 0) return "UTC";
        int minutes = Math.abs(seconds) / 60;
        var hours = "UTC" + (seconds < 0 ? "−" : "+") + minutes / 60;
        return minutes % 60 == 0 ? hours : "%s:%02d".formatted(hours, minutes % 60);
    }

    /** {@code 070-174 06 24}: a Swedish mobile as it is dialled there, all others as they are dialled from anywhere. */
    static String phone(String e164) {
        if (!e164.matches("\\+46\\d{9}")) return e164;
        var d = e164.substring(3);
        return "0%s-%s %s %s".formatted(d.substring(0, 2), d.substring(2, 5), d.substring(5, 7), d.substring(7));
    }
}
