package dev.callboard.project.plan;

import dev.callboard.project.activity.ActivityState;
import dev.callboard.project.activity.ActivitySummary;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What one version of a plan has that another has not. */
record PlanDifference(List<Named> added, List<Changed> changed, List<Named> removed) {
    private static final String STATE = "state";

    record Named(UUID activityId, String number, String title) {
        static Named of(ActivitySummary activity) {
            return new Named(activity.id(), activity.number(), activity.title());
        }
    }

    record Changed(UUID activityId, String number, String title, List<Field> fields) {
        /** It was worked as planned: nothing else of it is different. */
        boolean onlyDone() {
            return fields.size() == 1
                    && fields.getFirst().field.equals(STATE)
                    && fields.getFirst().to == ActivityState.DONE;
        }
    }

    record Field(
            String field, @Nullable Object from, @Nullable Object to) {}

    /** In the order of the later version; what was removed in the order of the earlier one. */
    static PlanDifference between(List<ActivitySummary> before, List<ActivitySummary> after) {
        var earlier = byId(before);
        var later = byId(after);
        var added = new ArrayList<Named>();
        var changed = new ArrayList<Changed>();
        for (var activity : after) {
            var old = earlier.get(activity.id());
            if (old == null) {
                added.add(Named.of(activity));
                continue;
            }
            var fields = fields(old, activity);
            if (!fields.isEmpty()) changed.add(new Changed(activity.id(), activity.number(), activity.title(), fields));
        }
        var removed = before.stream()
                .filter(activity -> !later.containsKey(activity.id()))
                .map(Named::of)
                .toList();
        return new PlanDifference(List.copyOf(added), List.copyOf(changed), removed);
    }

    private static List<Field> fields(ActivitySummary before, ActivitySummary after) {
        var fields = new ArrayList<Field>();
        differ(fields, "number", before.number(), after.number());
        differ(fields, "title", before.title(), after.title());
        differ(fields, "locationId", before.locationId(), after.locationId());
        differ(fields, "unitId", before.unitId(), after.unitId());
        differ(fields, "workingDay", before.workingDay(), after.workingDay());
        differ(fields, "start", before.localStart(), after.localStart());
        differ(fields, "zone", before.zone().getId(), after.zone().getId());
        differ(
                fields,
                "durationMinutes",
                before.duration().toMinutes(),
                after.duration().toMinutes());
        differ(fields, "roles", before.roles(), after.roles());
        differ(fields, "dependsOn", before.dependsOn(), after.dependsOn());
        differ(fields, STATE, before.state(), after.state());
        differ(fields, "notes", before.notes(), after.notes());
        return fields;
    }

    private static void differ(List<Field> fields, String field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) fields.add(new Field(field, before, after));
    }

    private static Map<UUID, ActivitySummary> byId(List<ActivitySummary> activities) {
        return activities.stream().collect(Collectors.toMap(ActivitySummary::id, Function.identity()));
    }
}
