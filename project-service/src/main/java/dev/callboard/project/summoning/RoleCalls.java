package dev.callboard.project.summoning;

import dev.callboard.kit.http.IfMatch;
import dev.callboard.kit.id.Ids;
import dev.callboard.project.activity.Activities;
import dev.callboard.project.activity.ActivityRemoved;
import dev.callboard.project.plan.PlanChanged;
import dev.callboard.project.project.ProjectSummary;
import dev.callboard.project.project.Roles;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import static dev.callboard.kit.problem.CommonProblem.INVALID;
import static dev.callboard.kit.problem.CommonProblem.NOT_FOUND;
import static dev.callboard.project.call.CallProblem.ROLE_CALL_EXISTS;

@ApplicationScoped
class RoleCalls implements PanacheRepositoryBase<RoleCall, UUID> {
    /** @param callOffsetMinutes before the activity starts; null: the day's general call, else an hour */
    record Asked(
            UUID activityId,
            String role,
            int count,
            @Nullable Integer callOffsetMinutes,
            @Nullable Integer leadMinutes) {}

    @Inject
    SummoningPlans plans;

    @Inject
    Activities activities;

    @Inject
    Roles roles;

    List<RoleCall> of(UUID projectId) {
        return list("projectId = ?1 order by id", projectId);
    }

    /** @throws dev.callboard.kit.problem.Problem NOT_FOUND */
    RoleCall get(UUID projectId, UUID id) {
        return find("id = ?1 and projectId = ?2", id, projectId)
                .firstResultOptional()
                .orElseThrow(() -> NOT_FOUND.of("role call"));
    }

    /** @throws dev.callboard.kit.problem.Problem INVALID, ROLE_CALL_EXISTS */
    @Transactional
    RoleCall add(ProjectSummary project, Asked asked) {
        plans.touch(project.id());
        if (activities
                .find(asked.activityId())
                .filter(found -> found.projectId().equals(project.id()))
                .isEmpty())
            throw INVALID.because("activityId: " + asked.activityId() + " (expected: an activity of this project)")
                    .field("activityId", asked.activityId(), "an activity of this project");
        var role = roles.named(project.id(), asked.role())
                .orElseThrow(() -> INVALID.because("role: " + asked.role() + " (expected: a role of the catalogue)")
                        .field("role", asked.role(), "a role of the catalogue"))
                .name();
        if (count("activityId = ?1 and role = ?2", asked.activityId(), role) > 0) throw ROLE_CALL_EXISTS.of(role);
        var roleCall = roleCall(project, asked.activityId(), role)
                .asks(asked.count(), asked.callOffsetMinutes(), asked.leadMinutes());
        persist(roleCall);
        flush();
        return roleCall;
    }

    /** What the activities ask for and nobody calls yet. */
    @Transactional
    List<RoleCall> derive(ProjectSummary project) {
        plans.touch(project.id());
        var present = new HashSet<String>();
        of(project.id()).forEach(known -> present.add(key(known.activityId, known.role)));
        var added = new ArrayList<RoleCall>();
        for (var activity : activities.of(project.id())) {
            for (var required : activity.roles()) {
                if (present.add(key(activity.id(), required.role())))
                    added.add(roleCall(project, activity.id(), required.role()).asks(required.count(), null, null));
            }
        }
        persist(added);
        flush();
        return added;
    }

    @Transactional
    RoleCall change(UUID projectId, UUID id, IfMatch ifMatch, Asked asked) {
        var roleCall = get(projectId, id);
        ifMatch.mustBe(roleCall.version);
        plans.touch(projectId);
        roleCall.asks(asked.count(), asked.callOffsetMinutes(), asked.leadMinutes());
        flush();
        return roleCall;
    }

    @Transactional
    void remove(UUID projectId, UUID id, IfMatch ifMatch) {
        var roleCall = get(projectId, id);
        ifMatch.mustBe(roleCall.version);
        plans.touch(projectId);
        delete(roleCall);
    }

    void published(UUID projectId) {
        update(
                "state = ?1, version = version + 1 where projectId = ?2 and state <> ?1",
                RoleCall.State.CURRENT,
                projectId);
    }

    /** Publishing the plan calls nobody; it shows what has to be looked at again. */
    void on(@Observes PlanChanged changed) {
        if (changed.changed().isEmpty()) return;
        int stale = update(
                "state = ?1, version = version + 1 where projectId = ?2 and activityId in ?3",
                RoleCall.State.STALE,
                changed.projectId(),
                changed.changed());
        if (stale > 0) plans.touch(changed.projectId());
    }

    void on(@Observes ActivityRemoved removed) {
        if (delete("activityId", removed.activityId()) > 0) plans.touch(removed.projectId());
    }

    private static RoleCall roleCall(ProjectSummary project, UUID activityId, String role) {
        return new RoleCall(Ids.next(), project.accountId(), project.id(), activityId, role);
    }

    private static String key(UUID activityId, String role) {
        return activityId + "/" + role.toLowerCase(Locale.ROOT);
    }
}
