package dev.callboard.project.summoning;

import dev.callboard.contracts.project.SummoningFact.SummoningPlanPublished;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;
import java.util.UUID;

import static dev.callboard.project.call.CallProblem.SUMMONING_PLAN_EMPTY;
import static dev.callboard.project.call.CallProblem.SUMMONING_PLAN_UNCHANGED;

/**
 * Who must be where, and when: one per project. What is published is never edited; the next publication is the next
 * version. Bookings and role calls are its children: a change to one raises its version.
 */
@Entity
@Table(name = "summoning_plan")
class SummoningPlan {
    @Schema(name = "SummoningPlanStatus")
    enum Status {
        DRAFT,
        PUBLISHED
    }

    @Id
    UUID projectId;

    UUID accountId;

    /** Of the last published version; 0 before the first. */
    int number;

    @Enumerated(EnumType.STRING)
    Status status;

    @Version
    long version;

    protected SummoningPlan() {}

    SummoningPlan(UUID projectId, UUID accountId) {
        this.projectId = projectId;
        this.accountId = accountId;
        status = Status.DRAFT;
    }

    /**
     * @throws dev.callboard.kit.problem.Problem SUMMONING_PLAN_EMPTY, SUMMONING_PLAN_UNCHANGED
     */
    SummoningPlanPublished publish(boolean callsAnybody, Difference difference, Instant now) {
        if (!callsAnybody && difference.withdrawn().isEmpty()) throw SUMMONING_PLAN_EMPTY.of(number + 1);
        if (difference.isEmpty()) throw SUMMONING_PLAN_UNCHANGED.of(number);

        number++;
        status = Status.PUBLISHED;
        return new SummoningPlanPublished(projectId, number, difference.asks(), now);
    }
}
