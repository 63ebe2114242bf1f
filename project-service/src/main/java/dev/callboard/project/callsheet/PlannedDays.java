package dev.callboard.project.callsheet;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.callboard.kit.database.Database;
import dev.callboard.kit.json.Json;
import dev.callboard.project.activity.Activities;
import dev.callboard.project.activity.ActivitySummary;
import dev.callboard.project.call.Call;
import dev.callboard.project.callsheet.PlannedDay.Following;
import dev.callboard.project.location.LocationSummary;
import dev.callboard.project.location.Locations;
import dev.callboard.project.plan.PlanVersions;
import dev.callboard.project.project.DepartmentSummary;
import dev.callboard.project.project.Departments;
import dev.callboard.project.project.ProjectSummary;
import dev.callboard.project.project.RoleSummary;
import dev.callboard.project.project.Roles;
import dev.callboard.project.project.WorkingDaySummary;
import dev.callboard.project.project.WorkingDays;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import static java.util.stream.Collectors.toMap;

/** What is entered for days now, and what was when they were published. */
@ApplicationScoped
public class PlannedDays {
    private static final int FOLLOWING_DAYS = 2;

    /** A day as it was when the sheet of this moment went out. */
    record Kept(Instant at, PlannedDay day) {}

    private record UnitDay(UUID unitId, LocalDate date) {}

    @Inject
    WorkingDays days;

    @Inject
    Departments departments;

    @Inject
    Roles roles;

    @Inject
    PlanVersions plans;

    @Inject
    Activities activities;

    @Inject
    Locations locations;

    @Inject
    Database database;

    /**
     * Keeps each day of which a call was published or withdrawn, in the transaction of the publication: six queries and a
     * batch of rows, however many are called.
     */
    public void keep(ProjectSummary project, int planNumber, Collection<Call> touched, Instant now) {
        var touchedDays = new LinkedHashSet<UnitDay>();
        touched.forEach(call -> touchedDays.add(new UnitDay(call.belongs().unitId(), call.workingDay())));
        var entered = entered(project, plans.publishedNow(project.id()));
        database.on(connection -> {
            try (var insert = connection.prepareStatement("""
                    insert into published_day
                        (account_id, project_id, plan_number, unit_id, working_day, published_at, entered)
                    values (?, ?, ?, ?, ?, ?, ?::jsonb)\
                    """)) {
                for (var of : touchedDays) {
                    var day = entered.day(of.unitId, of.date);
                    if (day.isEmpty()) continue;
                    insert.setObject(1, project.accountId());
                    insert.setObject(2, project.id());
                    insert.setInt(3, planNumber);
                    insert.setObject(4, of.unitId);
                    insert.setObject(5, of.date);
                    insert.setObject(6, now.atOffset(ZoneOffset.UTC));
                    insert.setString(7, json(day.get().withoutApprovers()));
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        });
    }

    /** As the last two publications left it, the newest first; fewer, or none, of a day that was published before days were kept. */
    List<Kept> kept(UUID projectId, UUID unitId, LocalDate date) {
        return database.list("""
                select published_at, entered from published_day where project_id = ? and unit_id = ? and working_day = ?
                order by plan_number desc limit 2\
                """, PlannedDays::read, projectId, unitId, date);
    }

    /** As the sheet prints it: by the plan that was published last, before the first by the draft. */
    Optional<PlannedDay> find(ProjectSummary project, UUID unitId, LocalDate date) {
        return entered(project, plans.published(project.id())).day(unitId, date);
    }

    private Entered entered(ProjectSummary project, List<ActivitySummary> published) {
        return new Entered(
                days.of(project.id()),
                published.isEmpty() ? activities.of(project.id()) : published,
                departments.of(project.id()),
                roles.of(project.id()).stream()
                        .filter(role -> !role.certificates().isEmpty())
                        .collect(toMap(
                                role -> role.shortName().toLowerCase(Locale.ROOT),
                                Function.identity(),
                                (one, _) -> one)),
                locations.of(project.id()));
    }

    private record Entered(
            List<WorkingDaySummary> days,
            List<ActivitySummary> planned,
            List<DepartmentSummary> departments,
            Map<String, RoleSummary> roles,
            Map<UUID, LocationSummary> locations) {

        Optional<PlannedDay> day(UUID unit, LocalDate date) {
            var ofUnit = days.stream().filter(day -> day.unitId().equals(unit)).toList();
            return ofUnit.stream()
                    .filter(day -> day.date().equals(date))
                    .findFirst()
                    .map(day -> day(day, ofUnit));
        }

        private PlannedDay day(WorkingDaySummary day, List<WorkingDaySummary> ofUnit) {
            var planned = on(day);
            var next = ofUnit.stream()
                    .filter(later -> later.date().isAfter(day.date()))
                    .limit(FOLLOWING_DAYS)
                    .map(later -> new Following(later, on(later)))
                    .toList();
            var places = Stream.concat(planned.stream(), next.stream().flatMap(later -> later.activities().stream()))
                    .map(activity -> locations.get(activity.locationId()))
                    .filter(Objects::nonNull)
                    .collect(toMap(LocationSummary::id, Function.identity(), (one, _) -> one));
            return new PlannedDay(day, departments, roles, planned, places, next);
        }

        private List<ActivitySummary> on(WorkingDaySummary day) {
            return planned.stream()
                    .filter(activity -> activity.unitId().equals(day.unitId())
                            && activity.workingDay().equals(day.date()))
                    .toList();
        }
    }

    private static Kept read(ResultSet row) throws SQLException {
        try {
            return new Kept(
                    row.getObject("published_at", OffsetDateTime.class).toInstant(),
                    Json.tolerant().readValue(row.getString("entered"), PlannedDay.class));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a day that was kept cannot be read", broken);
        }
    }

    private static String json(PlannedDay day) {
        try {
            return Json.tolerant().writeValueAsString(day);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a day cannot be written", impossible);
        }
    }
}
