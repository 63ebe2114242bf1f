package dev.callboard.project.call;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Times of a working day, which ends at wrap: a meal at 01:00 of a day that begins at 18:00 is after midnight.
 *
 * @param begins general call of the unit's day; null: nobody works before four in the morning
 */
public record DayClock(LocalDate day, @Nullable LocalTime begins, ZoneId zone) {
    private static final LocalTime EARLIEST = LocalTime.of(4, 0);

    public LocalDateTime local(LocalTime time) {
        var from = begins == null ? EARLIEST : begins;
        return (time.isBefore(from) ? day.plusDays(1) : day).atTime(time);
    }

    public Instant at(LocalTime time) {
        return local(time).atZone(zone).toInstant();
    }
}
