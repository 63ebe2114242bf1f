package dev.callboard.project.activity;

import dev.callboard.kit.problem.Problem;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

import static dev.callboard.project.ProjectProblem.TIME_SKIPPED;

/** What a clock on the wall says, as an instant. */
final class WallClock {
    private WallClock() {}

    /**
     * A time that comes twice is the first of the two: who is told 02:30 comes to the earlier one. A time that the clock
     * skips is nobody's time: on 28 Mar 2027 there is no 02:30 in Stockholm, the nearest is 03:00.
     *
     * @throws Problem TIME_SKIPPED, with the nearest time that exists as {@code nearest}
     */
    static Instant instant(LocalDateTime local, ZoneId zone) {
        var rules = zone.getRules();
        var offsets = rules.getValidOffsets(local);
        if (offsets.isEmpty()) {
            var gap = rules.getTransition(local);
            var nearest = gap.getDateTimeAfter();
            throw TIME_SKIPPED
                    .of(local + " " + zone)
                    .field("start", local, "a time that exists in %s, such as %s".formatted(zone, nearest))
                    .and("nearest", nearest);
        }
        return local.toInstant(offsets.getFirst());
    }
}
