package dev.callboard.project.timecard;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

import static dev.callboard.kit.problem.CommonProblem.INVALID;

/**
 * A moment as people at the location write it: {@code 2027-10-30T20:00}. Only in an hour that comes twice is the offset
 * written too, {@code 2027-10-31T02:30+01:00}; without it the first of the two is meant.
 */
final class LocalMoment {
    private LocalMoment() {}

    static String of(Instant at, ZoneId zone) {
        var local = at.atZone(zone);
        boolean twice = zone.getRules().getValidOffsets(local.toLocalDateTime()).size() > 1;
        var text = DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(local);
        var short_ = text.length() == "2027-10-30T20:00:00".length() && text.endsWith(":00")
                ? text.substring(0, text.length() - 3)
                : text;
        return twice ? short_ + local.getOffset().getId() : short_;
    }

    /** @throws dev.callboard.kit.problem.Problem INVALID for no such time, and for a time that the clock skips */
    static Instant read(String field, String text, ZoneId zone) {
        LocalDateTime local;
        try {
            if (text.matches(".*([+-]\\d\\d:?\\d\\d|Z)$")) {
                var at = OffsetDateTime.parse(text);
                if (zone.getRules().isValidOffset(at.toLocalDateTime(), at.getOffset())) return at.toInstant();
                throw wrong(field, text, "an offset that " + zone + " has then");
            }
            local = LocalDateTime.parse(text);
        } catch (DateTimeException e) {
            throw wrong(field, text, "local date and time, such as 2027-10-30T20:00");
        }
        if (zone.getRules().getValidOffsets(local).isEmpty())
            throw wrong(field, text, "a time that exists: the clock in " + zone + " skips this one");
        return local.atZone(zone).toInstant();
    }

    private static RuntimeException wrong(String field, String value, String expected) {
        return INVALID.because(field + ": " + value + " (expected: " + expected + ")")
                .field(field, value, expected);
    }
}
