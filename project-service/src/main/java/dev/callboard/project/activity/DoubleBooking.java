package dev.callboard.project.activity;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Two activities are in an exclusive location at once. Allowed in a draft, where it is listed; refused when the plan is
 * published, unless someone has taken it upon her.
 *
 * @param first the one that starts earlier
 * @param overridden the reason why it is meant so
 */
public record DoubleBooking(
        UUID locationId, Side first, Side second, @Nullable String overridden) {

    public record Side(UUID activityId, String number, String title) {
        static Side of(ActivitySummary activity) {
            return new Side(activity.id(), activity.number(), activity.title());
        }
    }

    public boolean concerns(UUID activityId) {
        return first.activityId().equals(activityId) || second.activityId().equals(activityId);
    }

    /** In the order of the later activity's start. */
    public static List<DoubleBooking> among(List<ActivitySummary> activities, Set<UUID> exclusiveLocations) {
        var found = new ArrayList<DoubleBooking>();
        var byLocation = activities.stream()
                .filter(ActivitySummary::stands)
                .filter(activity -> exclusiveLocations.contains(activity.locationId()))
                .sorted(Comparator.comparing(ActivitySummary::startsAt).thenComparing(ActivitySummary::id))
                .collect(Collectors.groupingBy(ActivitySummary::locationId));
        for (Map.Entry<UUID, List<ActivitySummary>> place : byLocation.entrySet()) {
            var still = new ArrayList<ActivitySummary>();
            for (var activity : place.getValue()) {
                still.removeIf(earlier -> !earlier.endsAt().isAfter(activity.startsAt()));
                for (var earlier : still)
                    found.add(new DoubleBooking(
                            place.getKey(), Side.of(earlier), Side.of(activity), reason(earlier, activity)));
                still.add(activity);
            }
        }
        return List.copyOf(found);
    }

    private static @Nullable String reason(ActivitySummary earlier, ActivitySummary later) {
        return later.overrideReason() != null ? later.overrideReason() : earlier.overrideReason();
    }
}
