package dev.callboard.project.project;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A project as it is shown to a caller.
 *
 * @param refusal why the account could not pay, while the project is REFUSED or SUSPENDED
 * @param opening saga of the latest opening, at {@code /sagas/{id}}
 * @param allowed what the caller may do now
 */
public record ProjectView(
        UUID id,
        UUID accountId,
        String name,
        @Nullable String goal,
        String zone,
        ProjectState state,
        Phase phase,
        List<PhasePlan> phases,
        @Nullable Refusal refusal,
        UUID opening,
        Instant createdAt,
        long version,
        List<String> allowed) {

    /** @param reason stable, such as {@code card_declined} */
    public record Refusal(String reason, @Nullable String detail) {}

    static ProjectView of(Project project, Standing standing) {
        return new ProjectView(
                project.id,
                project.accountId,
                project.name,
                project.goal,
                project.zone,
                project.state,
                project.phase,
                project.phases,
                project.refusedReason == null ? null : new Refusal(project.refusedReason, project.refusedDetail),
                project.sagaId,
                project.createdAt,
                project.version,
                allowed(project, standing));
    }

    private static List<String> allowed(Project project, Standing standing) {
        var allowed = new ArrayList<String>();
        if (standing.plans() && project.state != ProjectState.CLOSED) allowed.add("change");
        if (standing.isAny(ProjectRight.COORDINATOR)) {
            if (project.state == ProjectState.REFUSED) allowed.add("open");
            if (project.state == ProjectState.OPEN && project.phase != Phase.DELIVERED) allowed.add("advance");
            if (project.state == ProjectState.OPEN || project.state == ProjectState.SUSPENDED) allowed.add("close");
        }
        if (standing.plans() && project.state == ProjectState.OPEN) allowed.add("publish");
        return List.copyOf(allowed);
    }
}
