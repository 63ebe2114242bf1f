package dev.callboard.project.project;

import dev.callboard.contracts.project.ProjectFact;
import dev.callboard.kit.http.IfMatch;
import dev.callboard.kit.id.Ids;
import dev.callboard.kit.messaging.Outbox;
import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.kit.problem.Problem;
import dev.callboard.kit.security.Caller;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import static dev.callboard.contracts.Topics.PROJECT_EVENTS;

/** All projects; what the other domains may ask about one, and how one is opened, refused or suspended. */
@ApplicationScoped
public class Projects implements PanacheRepositoryBase<Project, UUID> {
    @Inject
    Units units;

    @Inject
    Members members;

    @Inject
    Outbox outbox;

    @Inject
    InstantSource clock;

    @Inject
    Event<ProjectDrafted> drafted;

    public Optional<ProjectSummary> find(UUID projectId) {
        return findByIdOptional(projectId).map(Project::summary);
    }

    /** @throws Problem NOT_FOUND */
    public ProjectSummary get(UUID projectId) {
        return load(projectId).summary();
    }

    /**
     * A new project in OPENING, with its main unit and everything that each domain lays down for it. Who drafts it
     * coordinates it.
     *
     * @throws Problem INVALID
     */
    @Transactional
    public void draft(UUID projectId, UUID accountId, ProjectRequest request, UUID sagaId, Caller caller) {
        var project = new Project(
                projectId,
                accountId,
                request.name().strip(),
                request.goal(),
                request.zoneId(),
                caller.userId(),
                clock.instant());
        project.phases = List.copyOf(request.plannedPhases());
        project.sagaId = sagaId;
        persistAndFlush(project);

        units.persistAndFlush(new Unit(Ids.next(), projectId, Unit.MAIN, 0));
        members.add(projectId, caller.userId(), caller.email(), ProjectRight.COORDINATOR, null, null);
        drafted.fire(new ProjectDrafted(projectId, accountId));
    }

    /** @throws Problem PROJECT_NOT_REFUSED */
    @Transactional
    public void tryAgain(UUID projectId, UUID sagaId) {
        load(projectId).tryAgain(sagaId);
        flush();
    }

    /** The account has reserved the price. */
    @Transactional
    public void open(UUID projectId) {
        tell(load(projectId).open(clock.instant()));
    }

    /** The account cannot pay. */
    @Transactional
    public void refuse(UUID projectId, String reason, String detail) {
        tell(load(projectId).refuse(reason, detail, clock.instant()));
    }

    /** What was reserved could not be captured. */
    @Transactional
    public void suspend(UUID projectId, String reason, String detail) {
        tell(load(projectId).suspend(reason, detail, clock.instant()));
    }

    /** As the caller sees it now. */
    public ProjectView view(Standing standing) {
        return ProjectView.of(load(standing.project().id()), standing);
    }

    /** @throws Problem PRECONDITION_FAILED, PROJECT_CLOSED, INVALID */
    @Transactional
    Project change(UUID projectId, IfMatch ifMatch, ProjectRequest request) {
        return changed(projectId, ifMatch, project -> project.change(
                        request.name().strip(),
                        request.goal(),
                        request.zoneId(),
                        request.plannedPhases(),
                        clock.instant())
                .ifPresent(this::tell));
    }

    /** @throws Problem PRECONDITION_FAILED, PROJECT_NOT_OPEN, PHASE_NOT_NEXT */
    @Transactional
    Project moveTo(UUID projectId, IfMatch ifMatch, Phase next) {
        return changed(projectId, ifMatch, project -> project.moveTo(next));
    }

    /** @throws Problem PRECONDITION_FAILED, PROJECT_NOT_OPEN */
    @Transactional
    Project close(UUID projectId, IfMatch ifMatch) {
        return changed(projectId, ifMatch, project -> tell(project.close(clock.instant())));
    }

    Project load(UUID projectId) {
        return findByIdOptional(projectId).orElseThrow(() -> CommonProblem.NOT_FOUND.of("project"));
    }

    private Project changed(UUID projectId, IfMatch ifMatch, Consumer<Project> change) {
        var project = load(projectId);
        ifMatch.mustBe(project.version);
        change.accept(project);
        flush(); // the ETag we answer with is the version we stored
        return project;
    }

    private void tell(ProjectFact fact) {
        outbox.append(PROJECT_EVENTS, fact.projectId(), fact);
    }
}
