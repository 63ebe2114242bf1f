package dev.callboard.project.plan;

import dev.callboard.project.activity.ActivitySummary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An activity of which the draft says something else than the version that was published last.
 *
 * @param days on which it stands in one or the other
 */
public record Unpublished(UUID activityId, String number, String title, Set<LocalDate> days, How how) {
    public enum How {
        ADDED,
        CHANGED,
        REMOVED
    }

    /** In the order of the draft, what was removed last. That an activity is done is no change of the plan. */
    static List<Unpublished> between(List<ActivitySummary> published, List<ActivitySummary> draft) {
        var before = byId(published);
        var now = byId(draft);
        var difference = PlanDifference.between(published, draft);
        var found = new ArrayList<Unpublished>();
        difference.changed().stream()
                .filter(changed -> !changed.onlyDone())
                .forEach(changed -> found.add(of(changed.activityId(), How.CHANGED, now, before)));
        difference.added().forEach(added -> found.add(of(added.activityId(), How.ADDED, now, before)));
        difference.removed().forEach(removed -> found.add(of(removed.activityId(), How.REMOVED, now, before)));
        return List.copyOf(found);
    }

    private static Unpublished of(UUID id, How how, Map<UUID, ActivitySummary> now, Map<UUID, ActivitySummary> before) {
        var of = Stream.of(now, before)
                .flatMap(plan -> Stream.ofNullable(plan.get(id)))
                .toList();
        var days = of.stream().map(ActivitySummary::workingDay).collect(Collectors.toUnmodifiableSet());
        return new Unpublished(id, of.getFirst().number(), of.getFirst().title(), days, how);
    }

    private static Map<UUID, ActivitySummary> byId(List<ActivitySummary> activities) {
        return activities.stream().collect(Collectors.toMap(ActivitySummary::id, Function.identity()));
    }
}
