package dev.callboard.project.activity;

import dev.callboard.kit.id.Ids;
import dev.callboard.kit.problem.Problem;
import dev.callboard.project.location.LocationSummary;
import dev.callboard.project.location.Locations;
import dev.callboard.project.project.ProjectRight;
import dev.callboard.project.project.Roles;
import dev.callboard.project.project.Standing;
import dev.callboard.project.project.Units;
import dev.callboard.project.project.WorkingDays;
import dev.callboard.project.rows.CsvRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.io.InputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The activities of a plan as CSV. A number that the project knows already updates its activity. Units and roles that
 * the project does not have yet are added and named in the answer; a location must be there. Double bookings of exclusive
 * locations are allowed in a draft, and named in the answer.
 */
@ApplicationScoped
class ActivityImport {
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
    InstantSource clock;

    @Inject
    Event<ActivitiesChanged> changed;

    @Schema(name = "ActivitiesImported")
    record Imported(long imported, Set<String> newUnits, Set<String> newRoles, List<DoubleBooking> conflicts) {}

    /** @throws Problem INVALID_ROWS, PLAN_LOCKED */
    @Transactional
    Imported read(Standing standing, InputStream csv) {
        var projectId = standing.project().id();
        var places = locations.of(projectId);
        var known = activities.list("projectId", projectId).stream()
                .collect(Collectors.toMap(activity -> key(activity.number), activity -> activity));
        var parser = new ActivityRow.Parser(
                places.values().stream().collect(Collectors.toMap(place -> key(place.name()), place -> place)),
                known,
                clock.instant());
        var rows = new ArrayList<ActivityRow>();
        var csvRows = new CsvRows(ActivityRow.REQUIRED, ActivityRow.OPTIONAL);
        var imported = csvRows.read(csv, parser::parse, rows::addAll);

        var newUnits = new TreeSet<String>();
        var newRoles = new TreeSet<String>();
        var names = new Names(projectId, newUnits, newRoles);
        var touched = new LinkedHashMap<Activity, ActivityRow>();
        for (var row : rows) {
            var activity = known.computeIfAbsent(key(row.number()), _ -> new Activity(Ids.next(), projectId));
            row.writeTo(activity, names::unit, names::role);
            touched.put(activity, row);
        }
        connect(known, touched, csvRows);
        keepApart(known.values(), touched, places, csvRows);
        csvRows.mustBeGood();

        changed.fire(new ActivitiesChanged(projectId, standing.isAny(ProjectRight.COORDINATOR), null));
        var daysSeen = new HashSet<String>();
        touched.keySet().forEach(activity -> {
            if (daysSeen.add(activity.unitId + "|" + activity.workingDay))
                days.findOrCreate(projectId, activity.unitId, activity.workingDay);
            activities.persist(activity);
        });
        activities.flush();
        return new Imported(imported, newUnits, newRoles, doubleBookings(known, touched, places));
    }

    /** Numbers become ids; what waits for itself is refused with the way round. */
    private static void connect(Map<String, Activity> known, Map<Activity, ActivityRow> touched, CsvRows csvRows) {
        touched.forEach((activity, row) -> {
            var ids = new ArrayList<UUID>();
            for (var number : row.dependsOn()) {
                var before = known.get(key(number));
                if (before == null) csvRows.refuse(row.line(), "depends_on", number, "the number of an activity");
                else ids.add(before.id);
            }
            activity.dependsOn = List.copyOf(ids);
        });
        var byId = known.values().stream().collect(Collectors.toMap(activity -> activity.id, activity -> activity));
        var waitsFor = new LinkedHashMap<UUID, List<UUID>>();
        touched.keySet().forEach(activity -> waitsFor.put(activity.id, activity.dependsOn));
        byId.values().forEach(activity -> waitsFor.putIfAbsent(activity.id, activity.dependsOn));
        Dependencies.cycle(waitsFor).ifPresent(cycle -> {
            var way = cycle.stream().map(id -> byId.get(id).number).collect(Collectors.joining(" → "));
            var row = cycle.stream()
                    .map(byId::get)
                    .map(touched::get)
                    .filter(each -> each != null)
                    .findFirst();
            csvRows.refuse(
                    row.map(ActivityRow::line).orElse(1L),
                    "depends_on",
                    way,
                    "activities that do not wait for each other");
        });
    }

    /** As when one is entered alone: a unit is in one place at a time, but for exclusive locations and given reasons. */
    private static void keepApart(
            Iterable<Activity> all,
            Map<Activity, ActivityRow> touched,
            Map<UUID, LocationSummary> places,
            CsvRows csvRows) {
        var byUnit = new HashMap<UUID, List<Activity>>();
        all.forEach(activity -> {
            if (activity.state != ActivityState.CANCELLED)
                byUnit.computeIfAbsent(activity.unitId, _ -> new ArrayList<>()).add(activity);
        });
        for (var ofUnit : byUnit.values()) {
            ofUnit.sort(Comparator.comparing(activity -> activity.startsAt));
            var still = new ArrayList<Activity>();
            for (var activity : ofUnit) {
                still.removeIf(earlier -> !earlier.overlaps(activity));
                for (var earlier : still) {
                    var row = touched.getOrDefault(activity, touched.get(earlier));
                    var meant = activity.overrideReason != null || earlier.overrideReason != null;
                    var place = places.get(activity.locationId);
                    var doubleBooked = place.exclusive() && earlier.locationId.equals(activity.locationId);
                    if (row != null && !meant && !doubleBooked)
                        csvRows.refuse(
                                row.line(),
                                "start",
                                activity.localStart.toString(),
                                "a time when the unit is not at activity %s, or an override_reason"
                                        .formatted(touched.containsKey(activity) ? earlier.number : activity.number));
                }
                still.add(activity);
            }
        }
    }

    private static List<DoubleBooking> doubleBookings(
            Map<String, Activity> known, Map<Activity, ActivityRow> touched, Map<UUID, LocationSummary> places) {
        var exclusive = places.values().stream()
                .filter(LocationSummary::exclusive)
                .map(LocationSummary::id)
                .collect(Collectors.toSet());
        var all = known.values().stream().map(Activity::summary).toList();
        var ids = touched.keySet().stream().map(activity -> activity.id).collect(Collectors.toSet());
        return DoubleBooking.among(all, exclusive).stream()
                .filter(pair -> ids.contains(pair.first().activityId())
                        || ids.contains(pair.second().activityId()))
                .toList();
    }

    static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** What units and roles are called, as they were and as they come. */
    private final class Names {
        final UUID projectId;
        final Set<String> newUnits;
        final Set<String> newRoles;
        final Map<String, UUID> unitIds = new HashMap<>();
        final Map<String, String> roleNames = new HashMap<>();

        Names(UUID projectId, Set<String> newUnits, Set<String> newRoles) {
            this.projectId = projectId;
            this.newUnits = newUnits;
            this.newRoles = newRoles;
            units.of(projectId).forEach(unit -> unitIds.put(key(unit.name()), unit.id()));
            roles.of(projectId).forEach(role -> roleNames.put(key(role.name()), role.name()));
        }

        UUID unit(String name) {
            if (name.isEmpty()) return units.main(projectId).id();
            return unitIds.computeIfAbsent(key(name), _ -> {
                newUnits.add(name);
                return units.orNew(projectId, name).id();
            });
        }

        String role(String name) {
            return roleNames.computeIfAbsent(key(name), _ -> {
                newRoles.add(name);
                return roles.orNew(projectId, name).name();
            });
        }
    }
}
