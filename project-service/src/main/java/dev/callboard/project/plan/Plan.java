package dev.callboard.project.plan;

import dev.callboard.contracts.project.PlanFact.PlanLocked;
import dev.callboard.contracts.project.PlanFact.PlanPublished;
import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.kit.problem.Problem;
import dev.callboard.project.activity.DoubleBooking;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import static dev.callboard.project.ProjectProblem.LOCATION_DOUBLE_BOOKED;
import static dev.callboard.project.ProjectProblem.PLAN_EMPTY;
import static dev.callboard.project.ProjectProblem.PLAN_LOCKED;
import static dev.callboard.project.ProjectProblem.PLAN_UNCHANGED;

/** What is to be done. A published version is never edited, only followed by the next one. It calls nobody. */
@Entity
class Plan {
    @Id
    UUID projectId;

    UUID accountId;

    @Enumerated(EnumType.STRING)
    PlanState state = PlanState.DRAFT;

    /** Of the version that was published last; 0 before the first. */
    int number;

    /** Edits since then. */
    long draftChanges;

    @Version
    long version;

    protected Plan() {}

    Plan(UUID projectId, UUID accountId) {
        this.projectId = projectId;
        this.accountId = accountId;
    }

    /**
     * An activity comes, changes or goes.
     *
     * @throws Problem PLAN_LOCKED
     */
    void edited(boolean coordinator, @Nullable String reason) {
        mustBeUnlocked(coordinator, reason);
        draftChanges++;
        if (state == PlanState.PUBLISHED) state = PlanState.DRAFT;
    }

    /**
     * @param activities that the plan has
     * @param conflicts of its exclusive locations
     * @throws Problem PLAN_EMPTY, PLAN_UNCHANGED, PLAN_LOCKED, LOCATION_DOUBLE_BOOKED
     */
    PlanPublished publish(
            int activities, List<DoubleBooking> conflicts, boolean coordinator, @Nullable String reason, Instant now) {
        mustBeUnlocked(coordinator, reason);
        if (activities == 0) throw PLAN_EMPTY.of("version " + (number + 1));
        if (number > 0 && draftChanges == 0) throw PLAN_UNCHANGED.of("version " + number);
        var open = conflicts.stream().filter(pair -> pair.overridden() == null).toList();
        if (!open.isEmpty()) {
            var first = open.getFirst();
            throw LOCATION_DOUBLE_BOOKED
                    .because(
                            "Activities %s and %s are in an exclusive location at once (expected: one of them elsewhere, at another time, or with an overrideReason)"
                                    .formatted(
                                            first.first().number(),
                                            first.second().number()))
                    .and("conflicts", open);
        }

        number++;
        draftChanges = 0;
        if (state == PlanState.DRAFT) state = PlanState.PUBLISHED;
        return new PlanPublished(projectId, number, now);
    }

    /** @throws Problem CONFLICT unless the plan is just as it was published */
    PlanLocked lock(Instant now) {
        if (state != PlanState.PUBLISHED)
            throw CommonProblem.CONFLICT.because("The plan is %s (expected: PUBLISHED)".formatted(state));

        state = PlanState.LOCKED;
        return new PlanLocked(projectId, number, now);
    }

    void unlock() {
        if (state == PlanState.LOCKED) state = draftChanges == 0 ? PlanState.PUBLISHED : PlanState.DRAFT;
    }

    private void mustBeUnlocked(boolean coordinator, @Nullable String reason) {
        if (state == PlanState.LOCKED && (!coordinator || reason == null)) throw PLAN_LOCKED.of("version " + number);
    }
}
