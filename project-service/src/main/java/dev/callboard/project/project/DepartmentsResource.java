package dev.callboard.project.project;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callboard.kit.http.Etag;
import dev.callboard.kit.http.IfMatch;
import dev.callboard.kit.http.MergePatch;
import dev.callboard.kit.idempotency.Idempotent;
import dev.callboard.kit.security.Caller;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.List;
import java.util.UUID;

@Path("/projects/{projectId}/departments")
@Authenticated
@RunOnVirtualThread
@Tag(name = "project")
class DepartmentsResource {
    @Inject
    Departments departments;

    @Inject
    DepartmentChanges changes;

    @Inject
    MergePatch patches;

    @Inject
    ProjectRights rights;

    @Inject
    Caller caller;

    /**
     * @param headId crew entry of the head
     * @param deputyId crew entry of the deputy
     * @param contact shown to those who may not see private numbers
     * @param kind how its people stand on a call sheet; CREW where it is not said
     */
    record DepartmentRequest(
            @NotBlank @Size(max = 100) String name,
            @Nullable UUID headId,
            @Nullable UUID deputyId,
            @Nullable @Size(max = 200) String contact,
            @Nullable @Min(0) Integer position,
            @Nullable DepartmentKind kind) {
        static DepartmentRequest of(Department department) {
            return new DepartmentRequest(
                    department.name,
                    department.headId,
                    department.deputyId,
                    department.contact,
                    department.position,
                    department.kind);
        }
    }

    record DepartmentView(
            UUID id,
            String name,
            @Nullable UUID headId,
            @Nullable UUID deputyId,
            @Nullable String contact,
            int position,
            DepartmentKind kind,
            long version,
            List<String> allowed) {
        static DepartmentView of(Department department, Standing standing) {
            return new DepartmentView(
                    department.id,
                    department.name,
                    department.headId,
                    department.deputyId,
                    department.contact,
                    department.position,
                    department.kind,
                    department.version,
                    standing.plans() ? List.of("change", "remove") : List.of());
        }
    }

    record DepartmentList(
            List<DepartmentView> items, @Nullable String next) {}

    @GET
    @Operation(
            operationId = "listDepartments",
            summary = "The departments, in the order of call sheets",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    public DepartmentList list(@RestPath UUID projectId) {
        var standing = rights.require(projectId, caller);
        return new DepartmentList(
                departments.list("projectId = ?1 order by position, id", projectId).stream()
                        .map(department -> DepartmentView.of(department, standing))
                        .toList(),
                null);
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "addDepartment",
            summary = "Add a department",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = DepartmentView.class)))
    @APIResponse(responseCode = "403", description = "Neither coordinator nor planner")
    @APIResponse(responseCode = "409", description = "The name is taken, or the project is closed")
    public Response add(@RestPath UUID projectId, @NotNull @Valid DepartmentRequest request) {
        var standing = rights.require(projectId, caller).mustEdit(ProjectRight.COORDINATOR, ProjectRight.PLANNER);
        var department = changes.add(projectId, request);
        var view = DepartmentView.of(department, standing);
        return Response.created(URI.create("/api/v1/projects/%s/departments/%s".formatted(projectId, department.id)))
                .entity(view)
                .tag(Etag.of(department.version, view))
                .build();
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "getDepartment",
            summary = "One department",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = DepartmentView.class)))
    public Response get(@RestPath UUID projectId, @RestPath UUID id) {
        var standing = rights.require(projectId, caller);
        return answer(departments.load(projectId, id), standing);
    }

    @PATCH
    @Consumes({"application/merge-patch+json", "application/json"})
    @Path("{id}")
    @Operation(
            operationId = "changeDepartment",
            summary = "Change a department, its head or deputy (JSON Merge Patch)",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = DepartmentView.class)))
    @APIResponse(responseCode = "403", description = "Neither coordinator nor planner")
    @APIResponse(responseCode = "409", description = "The name is taken, or the project is closed")
    public Response change(
            @RestPath UUID projectId,
            @RestPath UUID id,
            @RestHeader("If-Match") IfMatch ifMatch,
            @Schema(implementation = DepartmentRequest.class) @NotNull JsonNode patch) {
        var standing = rights.require(projectId, caller).mustEdit(ProjectRight.COORDINATOR, ProjectRight.PLANNER);
        var current = DepartmentRequest.of(departments.load(projectId, id));
        var request = patches.apply(current, patch, DepartmentRequest.class);
        return answer(changes.change(projectId, id, ifMatch, request), standing);
    }

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "removeDepartment",
            summary = "Remove a department that nobody belongs to",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "403", description = "Neither coordinator nor planner")
    @APIResponse(responseCode = "409", description = "People belong to it, or the project is closed")
    public Response remove(@RestPath UUID projectId, @RestPath UUID id, @RestHeader("If-Match") IfMatch ifMatch) {
        rights.require(projectId, caller).mustEdit(ProjectRight.COORDINATOR, ProjectRight.PLANNER);
        changes.remove(projectId, id, ifMatch);
        return Response.noContent().build();
    }

    private static Response answer(Department department, Standing standing) {
        var view = DepartmentView.of(department, standing);
        return Response.ok(view).tag(Etag.of(department.version, view)).build();
    }
}
