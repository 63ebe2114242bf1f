package dev.callboard.project.opening;

import dev.callboard.contracts.Topics;
import dev.callboard.contracts.account.FundsCommand;
import dev.callboard.kit.saga.Next;
import dev.callboard.kit.saga.SagaDefinition;
import dev.callboard.project.opening.OpeningProject.ActivateProject;
import dev.callboard.project.opening.OpeningProject.LocalCommand;
import dev.callboard.project.opening.OpeningProject.RefuseProject;
import dev.callboard.project.opening.OpeningProject.Reply;
import dev.callboard.project.opening.OpeningProject.SuspendProject;
import dev.callboard.project.opening.OpeningProject.Unanswered;
import dev.callboard.project.project.Projects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.UUID;

/** Where the commands of {@link OpeningProject} go, and what those do that are carried out here. */
@ApplicationScoped
class OpeningSaga implements SagaDefinition<OpeningProject, Reply> {
    static final String KIND = "open-project";

    @Inject
    Projects projects;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<OpeningProject> states() {
        return OpeningProject.class;
    }

    @Override
    public Class<Reply> replies() {
        return Reply.class;
    }

    @Override
    public Next after(OpeningProject state, Reply reply) {
        return OpeningProject.after(state, reply);
    }

    @Override
    public Next compensate(UUID sagaId, OpeningProject state) {
        return OpeningProject.compensate(state);
    }

    @Override
    public @Nullable String topicOf(Object command) {
        return command instanceof FundsCommand ? Topics.PROJECT_COMMANDS : null;
    }

    @Override
    public UUID keyOf(Object command) {
        return ((FundsCommand) command).accountId();
    }

    @Override
    public Optional<Reply> applied(UUID sagaId, Object localCommand) {
        switch ((LocalCommand) localCommand) {
            case ActivateProject(var project) -> projects.open(project);
            case RefuseProject(var project, var reason, var detail) -> projects.refuse(project, reason, detail);
            case SuspendProject(var project, var reason, var detail) -> projects.suspend(project, reason, detail);
        }
        return Optional.empty();
    }

    @Override
    public Reply deadlinePassed(UUID sagaId, OpeningProject state) {
        return new Unanswered();
    }
}
