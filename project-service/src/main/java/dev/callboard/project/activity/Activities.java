package dev.callboard.project.activity;

import dev.callboard.kit.problem.CommonProblem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
public class Activities implements PanacheRepositoryBase<Activity, UUID> {
    public Optional<ActivitySummary> find(UUID id) {
        return findByIdOptional(id).map(Activity::summary);
    }

    /** In the order of their starts. */
    public List<ActivitySummary> of(UUID projectId) {
        return list("projectId = ?1 order by startsAt, id", projectId).stream()
                .map(Activity::summary)
                .toList();
    }

    /**
     * In the order of their starts.
     *
     * @param unitId null: of all units
     */
    public List<ActivitySummary> on(UUID projectId, LocalDate workingDay, @Nullable UUID unitId) {
        return list("projectId = ?1 and workingDay = ?2 order by startsAt, id", projectId, workingDay).stream()
                .filter(activity -> unitId == null || activity.unitId.equals(unitId))
                .map(Activity::summary)
                .toList();
    }

    /** What else is planned in this span at the location or by the unit. */
    List<Activity> during(UUID projectId, Instant from, Instant to, UUID except) {
        return list(
                "projectId = ?1 and startsAt < ?2 and endsAt > ?3 and id <> ?4 and state <> ?5 order by startsAt, id",
                projectId,
                to,
                from,
                except,
                ActivityState.CANCELLED);
    }

    record Filter(
            @Nullable LocalDate day,
            @Nullable UUID unit,
            @Nullable UUID location) {}

    /** @param start and id of the last one on the page before, or null */
    List<Activity> page(UUID projectId, Filter filter, @Nullable Instant start, @Nullable UUID id, int limit) {
        var query = new StringBuilder("projectId = :project");
        var values = Parameters.with("project", projectId);
        if (filter.day() != null) {
            query.append(" and workingDay = :day");
            values.and("day", filter.day());
        }
        if (filter.unit() != null) {
            query.append(" and unitId = :unit");
            values.and("unit", filter.unit());
        }
        if (filter.location() != null) {
            query.append(" and locationId = :location");
            values.and("location", filter.location());
        }
        if (start != null && id != null) {
            query.append(" and (startsAt > :start or startsAt = :start and id > :id)");
            values.and("start", start).and("id", id);
        }
        return find(query + " order by startsAt, id", values).page(0, limit).list();
    }

    Activity load(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> CommonProblem.NOT_FOUND.of("activity"));
    }
}
