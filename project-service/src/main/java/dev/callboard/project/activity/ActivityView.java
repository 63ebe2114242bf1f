package dev.callboard.project.activity;

import dev.callboard.project.activity.Activity.Task;
import dev.callboard.project.project.Standing;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

/**
 * An activity as it is shown to a caller.
 *
 * @param start on the clocks of the location
 * @param proposed DONE once all tasks are done; a person decides
 * @param conflicts in an exclusive location, with another activity
 */
record ActivityView(
        UUID id,
        UUID projectId,
        String number,
        String title,
        UUID locationId,
        UUID unitId,
        LocalDate workingDay,
        LocalDateTime start,
        String zone,
        Instant startsAt,
        Instant endsAt,
        int durationMinutes,
        ActivityState state,
        @Nullable ActivityState proposed,
        List<RoleRequirement> roles,
        List<Task> tasks,
        List<UUID> dependsOn,
        @Nullable String notes,
        @Nullable String overrideReason,
        List<DoubleBooking> conflicts,
        long version,
        List<String> allowed) {

    static ActivityView of(Activity activity, List<DoubleBooking> conflicts, Standing standing) {
        return new ActivityView(
                activity.id,
                activity.projectId,
                activity.number,
                activity.title,
                activity.locationId,
                activity.unitId,
                activity.workingDay,
                activity.localStart,
                activity.zone,
                activity.startsAt,
                activity.endsAt,
                activity.durationMinutes,
                activity.state,
                activity.proposesDone() ? ActivityState.DONE : null,
                List.copyOf(activity.roles),
                List.copyOf(activity.tasks),
                List.copyOf(activity.dependsOn),
                activity.notes,
                activity.overrideReason,
                conflicts,
                activity.version,
                standing.plans()
                        ? List.of("change", "remove", "add-task", "comment")
                        : standing.reader() ? List.of("comment") : List.of());
    }
}
