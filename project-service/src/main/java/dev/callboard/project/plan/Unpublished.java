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
public record Unpublished(UUID activityId, String number, String title, Set<LocalDate> days) {

    /** In the order of the draft, what was removed last. */
    static List<Unpublished> between(List<ActivitySummary> published, List<ActivitySummary> draft) {
        var before = byId(published);
        var now = byId(draft);
        var difference = PlanDifference.between(published, draft);
        var found = new ArrayList<Unpublished>();
        Stream.of(
                        difference.changed().stream().map(PlanDifference.Changed::activityId),
                        difference.added().stream().map(PlanDifference.Named::activityId),
                        difference.removed().stream().map(PlanDifference.Named::activityId))
                .flatMap(ids -> ids)
                .forEach(id -> {
                    var of = Stream.of(now, before)
                            .flatMap(plan -> Stream.ofNullable(plan.get(id)))
                            .toList();
                    var days = of.stream().map(ActivitySummary::workingDay).collect(Collectors.toUnmodifiableSet());
                    found.add(new Unpublished(
                            id, of.getFirst().number(), of.getFirst().title(), days));
                });
        return List.copyOf(found);
    }

    private static Map<UUID, ActivitySummary> byId(List<ActivitySummary> activities) {
        return activities.stream().collect(Collectors.toMap(ActivitySummary::id, Function.identity()));
    }
}
