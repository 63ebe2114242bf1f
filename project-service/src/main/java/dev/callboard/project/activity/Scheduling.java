package dev.callboard.project.activity;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.http.IfMatch;
import dev.callboard.kit.id.Ids;
import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.kit.problem.Problem;
import dev.callboard.project.Unique;
import dev.callboard.project.location.LocationSummary;
import dev.callboard.project.location.Locations;
import dev.callboard.project.project.ProjectRight;
import dev.callboard.project.project.Roles;
import dev.callboard.project.project.Standing;
import dev.callboard.project.project.Units;
import dev.callboard.project.project.WorkingDays;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import static dev.callboard.project.ProjectProblem.ACTIVITY_OVERLAPS;
import static dev.callboard.project.ProjectProblem.DEPENDENCY_CYCLE;
import static dev.callboard.project.ProjectProblem.NAME_TAKEN;

/** How activities come onto the plan, move and go. */
@ApplicationScoped
class Scheduling {
    @Inject
    Activities activities;

    @Inject
    Locations locations;

    @Inject
    Units units;

    @Inject
    Roles roles;

    @Inject
    WorkingDays days;

    @Inject
    Database db;

    @Inject
    InstantSource clock;

    @Inject
    Event<ActivitiesChanged> changed;

    @Inject
    Event<ActivityRemoved> removed;

    /** @throws Problem INVALID, ACTIVITY_IN_PAST, TIME_SKIPPED, ACTIVITY_OVERLAPS, DEPENDENCY_CYCLE, NAME_TAKEN, PLAN_LOCKED */
    @Transactional
    Activity add(Standing standing, ActivityRequest request) {
        var activity = new Activity(Ids.next(), standing.project().id());
        activity.number = numbered(request, activity.projectId);
        apply(request, activity);
        tell(standing, activity.projectId, request.overrideReason());
        Unique.orRefuse(() -> activities.persistAndFlush(activity), () -> NAME_TAKEN.of("activity " + activity.number));
        return activity;
    }

    /** @throws Problem PRECONDITION_FAILED, and as {@link #add} */
    @Transactional
    Activity change(Standing standing, UUID id, IfMatch ifMatch, ActivityRequest request) {
        var activity = activities.load(id);
        ifMatch.mustBe(activity.version);
        apply(request, activity);
        tell(standing, activity.projectId, request.overrideReason());
        // last: a query on the way would write it, where a number that is taken cannot be told
        if (request.number() != null) activity.number = request.number().strip();
        Unique.orRefuse(activities::flush, () -> NAME_TAKEN.of("activity " + activity.number));
        return activity;
    }

    /**
     * What waited for it waits no longer.
     *
     * @throws Problem PRECONDITION_FAILED, PLAN_LOCKED
     */
    @Transactional
    void remove(Standing standing, UUID id, IfMatch ifMatch, @Nullable String reason) {
        var activity = activities.load(id);
        ifMatch.mustBe(activity.version);
        tell(standing, activity.projectId, reason);
        removed.fire(new ActivityRemoved(activity.projectId, id));
        activities.delete(activity);
        activities.flush();
        db.update(
                "update activity set depends_on = array_remove(depends_on, ?), version = version + 1"
                        + " where project_id = ? and ? = any (depends_on)",
                id,
                activity.projectId,
                id);
    }

    private void apply(ActivityRequest request, Activity activity) {
        var location = location(activity.projectId, request.locationId());
        activity.title = request.title().strip();
        activity.locationId = location.id();
        activity.unitId = unit(activity.projectId, request.unitId());
        activity.roles = required(activity.projectId, request.roles() == null ? List.of() : request.roles());
        activity.notes = request.notes();
        activity.overrideReason = blankToNull(request.overrideReason());
        if (request.state() != null) activity.state = request.state();
        activity.schedule(
                request.start(),
                location.zone(),
                Duration.ofMinutes(request.durationMinutes()),
                workingDay(request.start(), request.workingDay()),
                clock.instant());
        activity.dependsOn = dependencies(activity, request.dependsOn() == null ? List.of() : request.dependsOn());

        days.findOrCreate(activity.projectId, activity.unitId, activity.workingDay);
        mustNotOverlap(activity, location);
    }

    /** A unit is in one place at a time. In an exclusive location it is a double booking instead, which a draft may have. */
    private void mustNotOverlap(Activity activity, LocationSummary location) {
        if (activity.overrideReason != null || activity.state == ActivityState.CANCELLED) return;

        activities.during(activity.projectId, activity.startsAt, activity.endsAt, activity.id).stream()
                .filter(other -> other.unitId.equals(activity.unitId))
                .filter(other -> !(location.exclusive() && other.locationId.equals(location.id())))
                .findFirst()
                .ifPresent(other -> {
                    throw overlap(other);
                });
    }

    static Problem overlap(Activity other) {
        return ACTIVITY_OVERLAPS
                .because(
                        "The unit is at activity %s from %s for %d minutes (expected: another time, or an overrideReason)"
                                .formatted(other.number, other.localStart, other.durationMinutes))
                .and("activity", DoubleBooking.Side.of(other.summary()));
    }

    /** @throws Problem INVALID */
    static LocalDate workingDay(LocalDateTime start, @Nullable LocalDate day) {
        if (day == null) return start.toLocalDate();
        if (!day.equals(start.toLocalDate()) && !day.equals(start.toLocalDate().minusDays(1)))
            throw CommonProblem.INVALID
                    .of("workingDay")
                    .field("workingDay", day, start.toLocalDate() + " or the day before");
        return day;
    }

    private List<UUID> dependencies(Activity activity, List<UUID> wanted) {
        var waitsFor = new LinkedHashMap<UUID, List<UUID>>();
        var numbers = new LinkedHashMap<UUID, String>();
        db.list(
                "select id, number, depends_on from activity where project_id = ?",
                row -> {
                    var id = row.getObject(1, UUID.class);
                    numbers.put(id, row.getString(2));
                    return waitsFor.put(id, List.of((UUID[]) row.getArray(3).getArray()));
                },
                activity.projectId);
        numbers.put(activity.id, activity.number);
        for (var id : wanted)
            if (!numbers.containsKey(id))
                throw CommonProblem.INVALID.of("dependsOn").field("dependsOn", id, "an activity of the project");

        waitsFor.put(activity.id, wanted);
        Dependencies.cycle(waitsFor).ifPresent(cycle -> {
            throw cycle(cycle, numbers);
        });
        return List.copyOf(new java.util.LinkedHashSet<>(wanted));
    }

    private static Problem cycle(List<UUID> cycle, Map<UUID, String> numbers) {
        var shown = cycle.stream().map(numbers::get).toList();
        return DEPENDENCY_CYCLE
                .because("Activities would wait for each other: " + String.join(" → ", shown))
                .field("dependsOn", shown.getFirst(), "no activity that waits for this one")
                .and("cycle", shown);
    }

    private LocationSummary location(UUID projectId, UUID id) {
        return locations
                .find(id)
                .filter(location -> location.projectId().equals(projectId))
                .orElseThrow(() ->
                        CommonProblem.INVALID.of("locationId").field("locationId", id, "a location of the project"));
    }

    private UUID unit(UUID projectId, @Nullable UUID id) {
        if (id == null) return units.main(projectId).id();
        return units.find(id)
                .filter(unit -> unit.projectId().equals(projectId))
                .orElseThrow(() -> CommonProblem.INVALID.of("unitId").field("unitId", id, "a unit of the project"))
                .id();
    }

    private List<RoleRequirement> required(UUID projectId, List<RoleRequirement> wanted) {
        var byRole = new LinkedHashMap<String, Integer>();
        for (int i = 0; i < wanted.size(); i++) {
            var each = wanted.get(i);
            var field = "roles[" + i + "].role";
            var role = roles.named(projectId, each.role()).orElseThrow(() -> CommonProblem.INVALID
                    .of(field)
                    .field(field, each.role(), "a role of the project's catalogue"));
            byRole.merge(role.name(), each.count(), Integer::sum);
        }
        var required = new ArrayList<RoleRequirement>();
        byRole.forEach((role, count) -> required.add(new RoleRequirement(role, count)));
        return List.copyOf(required);
    }

    private String numbered(ActivityRequest request, UUID projectId) {
        var given = Optional.ofNullable(request.number()).map(String::strip).filter(number -> !number.isEmpty());
        return given.orElseGet(() -> db.first(
                        "select coalesce(max(number::int), 0) + 1 from activity where project_id = ? and number ~ '^[0-9]{1,9}$'",
                        row -> row.getString(1),
                        projectId)
                .orElseThrow());
    }

    private void tell(Standing standing, UUID projectId, @Nullable String reason) {
        changed.fire(new ActivitiesChanged(projectId, standing.isAny(ProjectRight.COORDINATOR), blankToNull(reason)));
    }

    static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
