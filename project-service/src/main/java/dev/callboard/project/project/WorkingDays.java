package dev.callboard.project.project;

import dev.callboard.kit.id.Ids;
import dev.callboard.kit.problem.CommonProblem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The days of each unit, numbered in the order of their dates. */
@ApplicationScoped
public class WorkingDays implements PanacheRepositoryBase<WorkingDay, UUID> {
    /** By date, then unit. */
    public List<WorkingDaySummary> of(UUID projectId) {
        var days = list("from WorkingDay d where d.projectId = ?1 order by d.date, d.unitId", projectId);
        var totals = new HashMap<UUID, Integer>();
        days.forEach(day -> totals.merge(day.unitId, 1, Integer::sum));

        var seen = new HashMap<UUID, Integer>();
        var numbered = new ArrayList<WorkingDaySummary>(days.size());
        for (var day : days) numbered.add(day.summary(seen.merge(day.unitId, 1, Integer::sum), totals.get(day.unitId)));
        return numbered;
    }

    public Optional<WorkingDaySummary> find(UUID projectId, UUID unitId, LocalDate date) {
        return day(projectId, unitId, date).map(this::numbered);
    }

    @Transactional
    public WorkingDaySummary findOrCreate(UUID projectId, UUID unitId, LocalDate date) {
        return numbered(dayOrNew(projectId, unitId, date));
    }

    WorkingDay dayOrNew(UUID projectId, UUID unitId, LocalDate date) {
        // two planners may enter the first activity of a day at once
        getEntityManager()
                .createNativeQuery(
                        "insert into working_day (id, project_id, unit_id, date, meals, wraps_next_day, version)"
                                + " values (?1, ?2, ?3, ?4, '[]', false, 0) on conflict do nothing")
                .setParameter(1, Ids.next())
                .setParameter(2, projectId)
                .setParameter(3, unitId)
                .setParameter(4, date)
                .executeUpdate();
        return day(projectId, unitId, date).orElseThrow();
    }

    Optional<WorkingDay> day(UUID projectId, UUID unitId, LocalDate date) {
        return find(
                        "from WorkingDay d where d.projectId = ?1 and d.unitId = ?2 and d.date = ?3",
                        projectId,
                        unitId,
                        date)
                .firstResultOptional();
    }

    WorkingDay load(UUID projectId, UUID unitId, LocalDate date) {
        return day(projectId, unitId, date).orElseThrow(() -> CommonProblem.NOT_FOUND.of("working day"));
    }

    WorkingDaySummary numbered(WorkingDay day) {
        var number = count(
                "from WorkingDay d where d.projectId = ?1 and d.unitId = ?2 and d.date <= ?3",
                day.projectId,
                day.unitId,
                day.date);
        var of = count("projectId = ?1 and unitId = ?2", day.projectId, day.unitId);
        return day.summary((int) number, (int) of);
    }
}
