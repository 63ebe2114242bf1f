package dev.callboard.project.location;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callboard.kit.http.Etag;
import dev.callboard.kit.http.IfMatch;
import dev.callboard.kit.http.MergePatch;
import dev.callboard.kit.security.Caller;
import dev.callboard.project.project.ProjectRight;
import dev.callboard.project.project.ProjectRights;
import dev.callboard.project.project.Standing;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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

import java.util.UUID;

@Path("/locations/{id}")
@Authenticated
@RunOnVirtualThread
@Tag(name = "activity")
class LocationResource {
    @Inject
    Locations locations;

    @Inject
    MergePatch patches;

    @Inject
    ProjectRights rights;

    @Inject
    Caller caller;

    @GET
    @Operation(
            operationId = "getLocation",
            summary = "One location",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = LocationView.class)))
    public Response get(@RestPath UUID id) {
        var location = locations.load(id);
        return answer(location, standing(location));
    }

    @PATCH
    @Consumes({"application/merge-patch+json", "application/json"})
    @Operation(
            operationId = "changeLocation",
            summary =
                    "Change a location (JSON Merge Patch); with its zone, what is planned there keeps its local times",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = LocationView.class)))
    @APIResponse(responseCode = "403", description = "Neither coordinator nor planner")
    @APIResponse(responseCode = "409", description = "The name is taken, or the project is closed")
    public Response change(
            @RestPath UUID id,
            @RestHeader("If-Match") IfMatch ifMatch,
            @Schema(implementation = LocationRequest.class) @NotNull JsonNode patch) {
        var location = locations.load(id);
        var standing = standing(location).mustEdit(ProjectRight.COORDINATOR, ProjectRight.PLANNER);
        var request = patches.apply(LocationRequest.of(location), patch, LocationRequest.class);
        return answer(locations.change(id, ifMatch, request), standing);
    }

    @DELETE
    @Operation(
            operationId = "removeLocation",
            summary = "Remove a location where nothing is planned",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "403", description = "Neither coordinator nor planner")
    @APIResponse(responseCode = "409", description = "Activities are planned there, or the project is closed")
    public Response remove(@RestPath UUID id, @RestHeader("If-Match") IfMatch ifMatch) {
        standing(locations.load(id)).mustEdit(ProjectRight.COORDINATOR, ProjectRight.PLANNER);
        locations.remove(id, ifMatch);
        return Response.noContent().build();
    }

    private Standing standing(Location location) {
        return rights.require(location.projectId, caller, "location");
    }

    private static Response answer(Location location, Standing standing) {
        var view = LocationView.of(location, standing);
        return Response.ok(view).tag(Etag.of(location.version, view)).build();
    }
}
