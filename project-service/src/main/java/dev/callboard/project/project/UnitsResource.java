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

@Path("/projects/{projectId}/units")
@Authenticated
@RunOnVirtualThread
@Tag(name = "project")
class UnitsResource {
    @Inject
    Units units;

    @Inject
    MergePatch patches;

    @Inject
    ProjectRights rights;

    @Inject
    Caller caller;

    record UnitRequest(@NotBlank @Size(max = 100) String name) {
        static UnitRequest of(Unit unit) {
            return new UnitRequest(unit.name);
        }
    }

    /** @param position from 0; the first is the main unit */
    record UnitView(UUID id, String name, int position, long version, List<String> allowed) {
        static UnitView of(Unit unit, Standing standing) {
            return new UnitView(
                    unit.id, unit.name, unit.position, unit.version, standing.plans() ? List.of("change") : List.of());
        }
    }

    record UnitList(List<UnitView> items, @Nullable String next) {}

    @GET
    @Operation(
            operationId = "listUnits",
            summary = "The units, the main one first",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    public UnitList list(@RestPath UUID projectId) {
        var standing = rights.require(projectId, caller);
        return new UnitList(
                units.list("projectId = ?1 order by position, id", projectId).stream()
                        .map(unit -> UnitView.of(unit, standing))
                        .toList(),
                null);
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "addUnit",
            summary = "Add a unit",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = UnitView.class)))
    @APIResponse(responseCode = "403", description = "Neither coordinator nor planner")
    @APIResponse(responseCode = "409", description = "The name is taken, or the project is closed")
    public Response add(@RestPath UUID projectId, @NotNull @Valid UnitRequest request) {
        var standing = rights.require(projectId, caller).mustEdit(ProjectRight.COORDINATOR, ProjectRight.PLANNER);
        var unit = units.add(projectId, request);
        var view = UnitView.of(unit, standing);
        return Response.created(URI.create("/api/v1/projects/%s/units/%s".formatted(projectId, unit.id)))
                .entity(view)
                .tag(Etag.of(unit.version, view))
                .build();
    }

    @PATCH
    @Consumes({"application/merge-patch+json", "application/json"})
    @Path("{id}")
    @Operation(
            operationId = "changeUnit",
            summary = "Change a unit (JSON Merge Patch)",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = UnitView.class)))
    @APIResponse(responseCode = "403", description = "Neither coordinator nor planner")
    @APIResponse(responseCode = "409", description = "The name is taken, or the project is closed")
    public Response change(
            @RestPath UUID projectId,
            @RestPath UUID id,
            @RestHeader("If-Match") IfMatch ifMatch,
            @Schema(implementation = UnitRequest.class) @NotNull JsonNode patch) {
        var standing = rights.require(projectId, caller).mustEdit(ProjectRight.COORDINATOR, ProjectRight.PLANNER);
        var current = UnitRequest.of(units.load(projectId, id));
        var request = patches.apply(current, patch, UnitRequest.class);
        var unit = units.change(projectId, id, ifMatch, request);
        var view = UnitView.of(unit, standing);
        return Response.ok(view).tag(Etag.of(unit.version, view)).build();
    }
}
