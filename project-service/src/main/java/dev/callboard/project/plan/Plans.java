package dev.callboard.project.plan;

import dev.callboard.contracts.project.PlanFact;
import dev.callboard.kit.database.AfterCommit;
import dev.callboard.kit.http.IfMatch;
import dev.callboard.kit.messaging.Outbox;
import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.kit.problem.Problem;
import dev.callboard.kit.security.Caller;
import dev.callboard.project.activity.Activities;
import dev.callboard.project.activity.ActivitiesChanged;
import dev.callboard.project.activity.Conflicts;
import dev.callboard.project.plan.PlanVersions.PlanVersion;
import dev.callboard.project.project.ProjectDrafted;
import dev.callboard.project.project.ProjectRight;
import dev.callboard.project.project.Standing;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static dev.callboard.contracts.Topics.PROJECT_EVENTS;

/** The plan of each project. */
@ApplicationScoped
class Plans implements PanacheRepositoryBase<Plan, UUID> {
    @Inject
    Activities activities;

    @Inject
    Conflicts conflicts;

    @Inject
    PlanVersions versions;

    @Inject
    Outbox outbox;

    @Inject
    AfterCommit afterCommit;

    @Inject
    InstantSource clock;

    @Inject
    Event<PlanChanged> changed;

    /** Each project has exactly one, empty at first. */
    void on(@Observes ProjectDrafted drafted) {
        persistAndFlush(new Plan(drafted.projectId(), drafted.accountId()));
    }

    /** @throws Problem PLAN_LOCKED */
    void on(@Observes ActivitiesChanged edit) {
        load(edit.projectId()).edited(edit.coordinator(), edit.reason());
    }

    /** @throws Problem PRECONDITION_FAILED, PLAN_EMPTY, PLAN_UNCHANGED, PLAN_LOCKED, LOCATION_DOUBLE_BOOKED */
    @Transactional
    Plan publish(Standing standing, IfMatch ifMatch, @Nullable String reason, Caller caller) {
        var projectId = standing.project().id();
        var plan = load(projectId);
        ifMatch.mustBe(plan.version);
        var now = clock.instant();
        var planned = activities.of(projectId);
        var before = versions.stored(projectId);
        tell(plan.publish(
                planned.size(), conflicts.of(projectId), standing.isAny(ProjectRight.COORDINATOR), reason, now));
        flush();

        versions.add(projectId, new PlanVersion(plan.number, now, caller.userId(), reason, planned));
        var difference = PlanDifference.between(before.activities(), planned);
        changed.fire(new PlanChanged(
                projectId,
                plan.number,
                ids(difference.added().stream().map(PlanDifference.Named::activityId)),
                ids(difference.changed().stream().map(PlanDifference.Changed::activityId)),
                ids(difference.removed().stream().map(PlanDifference.Named::activityId))));
        var number = plan.number;
        afterCommit.once("plan " + projectId, () -> versions.forget(projectId, number));
        return plan;
    }

    /** @throws Problem PRECONDITION_FAILED, CONFLICT */
    @Transactional
    Plan lock(UUID projectId, IfMatch ifMatch) {
        var plan = load(projectId);
        ifMatch.mustBe(plan.version);
        tell(plan.lock(clock.instant()));
        flush();
        return plan;
    }

    /** @throws Problem PRECONDITION_FAILED */
    @Transactional
    Plan unlock(UUID projectId, IfMatch ifMatch) {
        var plan = load(projectId);
        ifMatch.mustBe(plan.version);
        plan.unlock();
        flush();
        return plan;
    }

    Plan load(UUID projectId) {
        return findByIdOptional(projectId).orElseThrow(() -> CommonProblem.NOT_FOUND.of("project"));
    }

    private void tell(PlanFact fact) {
        outbox.append(PROJECT_EVENTS, fact.projectId(), fact);
    }

    private static Set<UUID> ids(Stream<UUID> ids) {
        return ids.collect(Collectors.toUnmodifiableSet());
    }
}
