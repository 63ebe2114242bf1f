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
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
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

@Path("/projects/{projectId}/roles")
@Authenticated
@RunOnVirtualThread
@Tag(name = "project")
class RolesResource {
    @Inject
    Roles roles;

    @Inject
    MergePatch patches;

    @Inject
    ProjectRights rights;

    @Inject
    Caller caller;

    /**
     * @param name the key of the role, by which crew entries and activities name it
     * @param shortName for narrow columns; absent: the name
     * @param certificates that whoever fills the role must hold
     */
    record RoleRequest(
            @NotBlank @Size(max = 100) String name,
            @Nullable @Size(min = 1, max = 100) String shortName,
            @Nullable @Size(max = 10) List<@NotBlank @Size(max = 100) String> certificates) {
        static RoleRequest of(Role role) {
            return new RoleRequest(role.name, role.shortName, role.certificates);
        }
    }

    record RoleView(
            UUID id, String name, String shortName, List<String> certificates, long version, List<String> allowed) {
        static RoleView of(Role role, Standing standing) {
            return new RoleView(
                    role.id,
                    role.name,
                    role.shortName,
                    List.copyOf(role.certificates),
                    role.version,
                    standing.plans() ? List.of("change") : List.of());
        }
    }

    record RoleList(List<RoleView> items, @Nullable String next) {}

    @GET
    @Operation(
            operationId = "listRoles",
            summary = "The role catalogue",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    public RoleList list(@RestPath UUID projectId) {
        var standing = rights.require(projectId, caller);
        return new RoleList(
                roles.list("projectId = ?1 order by lower(name), id", projectId).stream()
                        .map(role -> RoleView.of(role, standing))
                        .toList(),
                null);
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "addRole",
            summary = "Add a role",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RoleView.class)))
    @APIResponse(responseCode = "403", description = "Neither coordinator nor planner")
    @APIResponse(responseCode = "409", description = "The name is taken, or the project is closed")
    public Response add(@RestPath UUID projectId, @NotNull @Valid RoleRequest request) {
        var standing = rights.require(projectId, caller).mustEdit(ProjectRight.COORDINATOR, ProjectRight.PLANNER);
        var role = roles.add(projectId, request);
        var view = RoleView.of(role, standing);
        return Response.created(URI.create("/api/v1/projects/%s/roles/%s".formatted(projectId, role.id)))
                .entity(view)
                .tag(Etag.of(role.version, view))
                .build();
    }

    @PATCH
    @Consumes({"application/merge-patch+json", "application/json"})
    @Path("{id}")
    @Operation(
            operationId = "changeRole",
            summary = "Change a role (JSON Merge Patch)",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RoleView.class)))
    @APIResponse(responseCode = "403", description = "Neither coordinator nor planner")
    @APIResponse(responseCode = "409", description = "The project is closed")
    public Response change(
            @RestPath UUID projectId,
            @RestPath UUID id,
            @RestHeader("If-Match") IfMatch ifMatch,
            @Schema(implementation = RoleRequest.class) @NotNull JsonNode patch) {
        var standing = rights.require(projectId, caller).mustEdit(ProjectRight.COORDINATOR, ProjectRight.PLANNER);
        var current = RoleRequest.of(roles.load(projectId, id));
        var request = patches.apply(current, patch, RoleRequest.class);
        var role = roles.change(projectId, id, ifMatch, request);
        var view = RoleView.of(role, standing);
        return Response.ok(view).tag(Etag.of(role.version, view)).build();
    }
}
