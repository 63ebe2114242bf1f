package dev.callboard.project.summoning;

import dev.callboard.project.project.ProjectDrafted;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;

import java.util.UUID;

import static dev.callboard.kit.problem.CommonProblem.NOT_FOUND;

@ApplicationScoped
class SummoningPlans implements PanacheRepositoryBase<SummoningPlan, UUID> {
    /** @throws dev.callboard.kit.problem.Problem NOT_FOUND */
    SummoningPlan get(UUID projectId) {
        return findByIdOptional(projectId).orElseThrow(() -> NOT_FOUND.of("project"));
    }

    /** Two publications of one project follow each other. */
    SummoningPlan locked(UUID projectId) {
        return findByIdOptional(projectId, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> NOT_FOUND.of("project"));
    }

    /** A child was changed: whoever decided on the plan as it was has to look again. */
    SummoningPlan touch(UUID projectId) {
        var plan = findByIdOptional(projectId, LockModeType.PESSIMISTIC_FORCE_INCREMENT)
                .orElseThrow(() -> NOT_FOUND.of("project"));
        plan.status = SummoningPlan.Status.DRAFT;
        return plan;
    }

    void on(@Observes ProjectDrafted drafted) {
        persist(new SummoningPlan(drafted.projectId(), drafted.accountId()));
    }
}
