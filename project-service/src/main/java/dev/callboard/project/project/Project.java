package dev.callboard.project.project;

import dev.callboard.contracts.project.ProjectFact.ProjectClosed;
import dev.callboard.contracts.project.ProjectFact.ProjectOpened;
import dev.callboard.contracts.project.ProjectFact.ProjectRefused;
import dev.callboard.contracts.project.ProjectFact.ProjectRenamed;
import dev.callboard.contracts.project.ProjectFact.ProjectSuspended;
import dev.callboard.kit.problem.Problem;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import static dev.callboard.project.ProjectProblem.PHASE_NOT_NEXT;
import static dev.callboard.project.ProjectProblem.PROJECT_CLOSED;
import static dev.callboard.project.ProjectProblem.PROJECT_NOT_OPEN;
import static dev.callboard.project.ProjectProblem.PROJECT_NOT_REFUSED;

/** One production of an account. What was entered into it is kept whatever becomes of the money. */
@Entity
class Project {
    @Id
    UUID id;

    UUID accountId;
    String name;

    @Nullable
    String goal;

    String zone;

    @Enumerated(EnumType.STRING)
    ProjectState state = ProjectState.OPENING;

    @Enumerated(EnumType.STRING)
    Phase phase = Phase.INCEPTION;

    @JdbcTypeCode(SqlTypes.JSON)
    List<PhasePlan> phases = List.of();

    @Nullable
    String refusedReason;

    @Nullable
    String refusedDetail;

    /** The latest opening of this project. */
    UUID sagaId;

    UUID createdBy;
    Instant createdAt;

    @Version
    long version;

    protected Project() {}

    Project(UUID id, UUID accountId, String name, @Nullable String goal, ZoneId zone, UUID createdBy, Instant now) {
        this.id = id;
        this.accountId = accountId;
        this.name = name;
        this.goal = goal;
        this.zone = zone.getId();
        this.createdBy = createdBy;
        this.createdAt = now;
    }

    ProjectOpened open(Instant now) {
        state = ProjectState.OPEN;
        refusedReason = null;
        refusedDetail = null;
        return new ProjectOpened(id, accountId, name, zone, now);
    }

    ProjectRefused refuse(String reason, String detail, Instant now) {
        state = ProjectState.REFUSED;
        refusedReason = reason;
        refusedDetail = detail;
        return new ProjectRefused(id, accountId, reason, now);
    }

    ProjectSuspended suspend(String reason, String detail, Instant now) {
        state = ProjectState.SUSPENDED;
        refusedReason = reason;
        refusedDetail = detail;
        return new ProjectSuspended(id, accountId, reason, now);
    }

    /** @throws Problem PROJECT_NOT_REFUSED */
    void tryAgain(UUID newSaga) {
        if (state != ProjectState.REFUSED) throw PROJECT_NOT_REFUSED.of(state);

        state = ProjectState.OPENING;
        sagaId = newSaga;
    }

    /** @throws Problem PROJECT_NOT_OPEN */
    ProjectClosed close(Instant now) {
        if (state != ProjectState.OPEN && state != ProjectState.SUSPENDED) throw PROJECT_NOT_OPEN.of(state);

        state = ProjectState.CLOSED;
        return new ProjectClosed(id, accountId, now);
    }

    /** @throws Problem PROJECT_NOT_OPEN, PHASE_NOT_NEXT */
    void moveTo(Phase next) {
        if (state != ProjectState.OPEN) throw PROJECT_NOT_OPEN.of(state);
        if (!phase.leadsTo(next)) throw PHASE_NOT_NEXT.of(phase + " to " + next).and("phase", phase);

        phase = next;
    }

    /**
     * @return the fact, if others print the name
     * @throws Problem PROJECT_CLOSED
     */
    Optional<ProjectRenamed> change(
            String newName, @Nullable String newGoal, ZoneId newZone, List<PhasePlan> newPhases, Instant now) {
        if (state == ProjectState.CLOSED) throw PROJECT_CLOSED.of(name);

        var renamed = !name.equals(newName);
        name = newName;
        goal = newGoal;
        zone = newZone.getId();
        phases = List.copyOf(newPhases);
        return renamed ? Optional.of(new ProjectRenamed(id, accountId, name, now)) : Optional.empty();
    }

    ProjectSummary summary() {
        return new ProjectSummary(id, accountId, name, ZoneId.of(zone), state, phase);
    }
}
