package dev.callboard.project.project;

import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Set;
import java.util.UUID;

import static dev.callboard.project.ProjectProblem.PROJECT_CLOSED;
import static dev.callboard.project.ProjectProblem.PROJECT_NOT_OPEN;

/**
 * Where a caller stands in a project.
 *
 * @param rights may be empty: a VIEWER of the account reads only
 * @param reader sees the whole plan and crew, read only at least
 * @param departments she heads, or is deputy of
 * @param crewEntries that she has claimed
 */
public record Standing(
        ProjectSummary project,
        Set<ProjectRight> rights,
        boolean reader,
        Set<UUID> departments,
        Set<UUID> crewEntries) {

    public boolean isAny(ProjectRight... anyOf) {
        return Arrays.stream(anyOf).anyMatch(rights::contains);
    }

    /** Plans and calls: COORDINATOR or PLANNER. */
    public boolean plans() {
        return isAny(ProjectRight.COORDINATOR, ProjectRight.PLANNER);
    }

    /** COORDINATOR, PLANNER, or HEAD of this very department. */
    public boolean leads(@Nullable UUID departmentId) {
        return plans() || departmentId != null && departments.contains(departmentId);
    }

    public boolean isSelf(UUID crewEntryId) {
        return crewEntries.contains(crewEntryId);
    }

    /** Private telephone numbers are for coordinators, the own department and oneself. */
    public boolean mayRing(UUID crewEntryId, @Nullable UUID departmentId) {
        return leads(departmentId) || isSelf(crewEntryId);
    }

    /** @throws Problem FORBIDDEN */
    public Standing must(ProjectRight... anyOf) {
        if (!isAny(anyOf)) throw CommonProblem.FORBIDDEN.of("project");
        return this;
    }

    /** @throws Problem FORBIDDEN to whoever sees her own things only */
    public Standing mustRead() {
        if (!reader) throw CommonProblem.FORBIDDEN.of("project");
        return this;
    }

    /** @throws Problem FORBIDDEN, PROJECT_CLOSED */
    public Standing mustEdit(ProjectRight... anyOf) {
        must(anyOf);
        if (project.state() == ProjectState.CLOSED) throw PROJECT_CLOSED.of(project.name());
        return this;
    }

    /**
     * For what goes out to people: publication.
     *
     * @throws Problem PROJECT_NOT_OPEN
     */
    public Standing mustBeOpen() {
        if (project.state() != ProjectState.OPEN) throw PROJECT_NOT_OPEN.of(project.state());
        return this;
    }
}
