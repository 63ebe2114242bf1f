package dev.callboard.project.callsheet;

import dev.callboard.project.activity.ActivitySummary;
import dev.callboard.project.callsheet.CallSheet.KeyTime;
import dev.callboard.project.callsheet.CallSheet.Needs;
import dev.callboard.project.callsheet.CallSheet.Slot;
import dev.callboard.project.callsheet.CallSheet.What;
import dev.callboard.project.crew.CrewEntrySummary;
import dev.callboard.project.location.LocationSummary;
import dev.callboard.project.project.DepartmentKind;
import dev.callboard.project.project.DepartmentSummary;
import dev.callboard.project.project.WorkingDaySummary.Meal;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What happens when: calls, activities, meals, and the way from one place to the next. */
final class DaySchedule {
    private final Day day;
    private final Set<String> castRoles;
    private final Set<String> backgroundRoles;

    DaySchedule(Day day) {
        this.day = day;
        castRoles = rolesOf(DepartmentKind.CAST);
        backgroundRoles = rolesOf(DepartmentKind.BACKGROUND);
    }

    private Set<String> rolesOf(DepartmentKind kind) {
        var departments = day.departments().stream()
                .filter(department -> department.kind() == kind)
                .map(DepartmentSummary::id)
                .collect(Collectors.toSet());
        return day.crew().values().stream()
                .filter(person -> person.departmentId() != null && departments.contains(person.departmentId()))
                .map(CrewEntrySummary::roles)
                .flatMap(List::stream)
                .collect(Collectors.toSet());
    }

    List<KeyTime> meals() {
        return day.working().meals().stream()
                .map(meal -> new KeyTime(capital(meal.name()), day.local(at(meal)), meal.minutes()))
                .sorted(Comparator.comparing(KeyTime::at))
                .toList();
    }

    Instant at(Meal meal) {
        return day.clock().at(meal.at());
    }

    List<Slot> slots() {
        var slots = new ArrayList<Slot>();
        day.generalCall().ifPresent(at -> slots.add(slot(What.GENERAL_CALL, at, null, 0)));
        for (var meal : day.working().meals())
            slots.add(slot(What.MEAL, at(meal), capital(meal.name()), meal.minutes()));
        ActivitySummary last = null;
        for (var activity : day.activities()) {
            if (!activity.stands()) continue;
            if (last != null) move(last, activity, slots);
            slots.add(activity(activity));
            last = activity;
        }
        day.wrap().ifPresent(at -> slots.add(slot(What.WRAP, at, null, 0)));
        slots.sort(Comparator.comparing(Slot::at).thenComparing(Slot::what, Comparator.reverseOrder()));
        return List.copyOf(slots);
    }

    private void move(ActivitySummary from, ActivitySummary to, List<Slot> slots) {
        var place = day.locations().get(to.locationId());
        if (place == null
                || from.locationId().equals(to.locationId())
                || to.startsAt().isBefore(from.endsAt())) return;

        int minutes = (int) Duration.between(from.endsAt(), to.startsAt()).toMinutes();
        slots.add(slot(What.MOVE, from.endsAt(), place.name(), minutes));
    }

    private Slot activity(ActivitySummary activity) {
        LocationSummary place = day.locations().get(activity.locationId());
        return new Slot(
                What.ACTIVITY,
                day.local(activity.startsAt()),
                activity.number(),
                activity.title(),
                place == null ? null : place.name(),
                needs(activity),
                (int) activity.duration().toMinutes(),
                activity.notes());
    }

    private @Nullable Needs needs(ActivitySummary activity) {
        int crew = 0;
        int cast = 0;
        int background = 0;
        for (var role : activity.roles()) {
            if (castRoles.contains(role.role())) cast += role.count();
            else if (backgroundRoles.contains(role.role())) background += role.count();
            else crew += role.count();
        }
        return crew + cast + background == 0 ? null : new Needs(crew, cast, background);
    }

    private Slot slot(What what, Instant at, @Nullable String title, int minutes) {
        return new Slot(what, day.local(at), null, title, null, null, minutes, null);
    }

    private static String capital(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
