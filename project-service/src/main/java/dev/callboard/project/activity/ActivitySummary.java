package dev.callboard.project.activity;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/**
 * An activity as the other domains see it, and as a published plan keeps it.
 *
 * @param workingDay to which it belongs; 02:30 on the 31st may belong to the 30th
 * @param localStart in the zone of the location
 * @param duration of real time, also over a clock change
 * @param overrideReason why it may overlap with others
 */
public record ActivitySummary(
        UUID id,
        UUID projectId,
        String number,
        String title,
        UUID locationId,
        UUID unitId,
        LocalDate workingDay,
        LocalDateTime localStart,
        ZoneId zone,
        Instant startsAt,
        Instant endsAt,
        Duration duration,
        List<RoleRequirement> roles,
        List<UUID> dependsOn,
        ActivityState state,
        @Nullable String notes,
        @Nullable String overrideReason,
        long version) {
    /** Not cancelled: somebody is needed there. */
    public boolean stands() {
        return state != ActivityState.CANCELLED;
    }
}
