package dev.callboard.project.crew;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.security.Caller;
import dev.callboard.project.project.Phase;
import dev.callboard.project.project.ProjectRights;
import dev.callboard.project.project.Projects;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

@Path("/projects/{projectId}/headcount")
@Authenticated
@RunOnVirtualThread
@Tag(name = "project")
class HeadcountResource {
    @Inject
    Projects projects;

    @Inject
    ProjectRights rights;

    @Inject
    Database db;

    @Inject
    Caller caller;

    /**
     * @param phase in which the production is now
     * @param crew entries in all
     * @param phases as they were planned
     */
    record Headcount(Phase phase, long crew, List<InDepartment> departments, List<InPhase> phases) {}

    /** @param departmentId null: of people in no department */
    record InDepartment(@Nullable UUID departmentId, long crew) {}

    record InPhase(
            Phase phase, @Nullable LocalDate from, @Nullable LocalDate to, int planned) {}

    @GET
    @Operation(
            operationId = "getHeadcount",
            summary = "How many people are planned per phase, and how many there are",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    public Headcount get(@RestPath UUID projectId) {
        var view = projects.view(rights.require(projectId, caller));
        var departments = db.list(
                "select department_id, count(*) from crew_entry where project_id = ? group by 1 order by 2 desc, 1",
                row -> new InDepartment(row.getObject(1, UUID.class), row.getLong(2)),
                projectId);
        var phases = view.phases().stream()
                .map(planned -> new InPhase(planned.phase(), planned.from(), planned.to(), planned.headcount()))
                .toList();
        var crew = departments.stream().mapToLong(InDepartment::crew).sum();
        return new Headcount(view.phase(), crew, departments, phases);
    }
}
