package dev.callboard.project.crew;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callboard.kit.http.Etag;
import dev.callboard.kit.http.IfMatch;
import dev.callboard.kit.http.MergePatch;
import dev.callboard.kit.problem.CommonProblem;
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

@Path("/crew/{id}")
@Authenticated
@RunOnVirtualThread
@Tag(name = "project")
class CrewEntryResource {
    @Inject
    CrewEntries crew;

    @Inject
    MergePatch patches;

    @Inject
    ProjectRights rights;

    @Inject
    Caller caller;

    @GET
    @Operation(
            operationId = "getCrewEntry",
            summary = "One person on a production",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CrewEntryView.class)))
    public Response get(@RestPath UUID id) {
        var entry = crew.load(id);
        return answer(entry, standing(entry));
    }

    @PATCH
    @Consumes({"application/merge-patch+json", "application/json"})
    @Operation(
            operationId = "changeCrewEntry",
            summary = "Change a person (JSON Merge Patch)",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CrewEntryView.class)))
    @APIResponse(responseCode = "403", description = "Neither coordinator nor planner")
    @APIResponse(responseCode = "409", description = "Another entry has this address, or the project is closed")
    public Response change(
            @RestPath UUID id,
            @RestHeader("If-Match") IfMatch ifMatch,
            @Schema(implementation = CrewEntryRequest.class) @NotNull JsonNode patch) {
        var entry = crew.load(id);
        var standing = standing(entry).mustEdit(ProjectRight.COORDINATOR, ProjectRight.PLANNER);
        var request = patches.apply(CrewEntryRequest.of(entry), patch, CrewEntryRequest.class);
        return answer(crew.change(id, ifMatch, request), standing);
    }

    @DELETE
    @Operation(
            operationId = "removeCrewEntry",
            summary = "Remove a person whom nothing depends on any more",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "403", description = "Neither coordinator nor planner")
    @APIResponse(responseCode = "409", description = "The project is closed")
    public Response remove(@RestPath UUID id, @RestHeader("If-Match") IfMatch ifMatch) {
        standing(crew.load(id)).mustEdit(ProjectRight.COORDINATOR, ProjectRight.PLANNER);
        crew.remove(id, ifMatch);
        return Response.noContent().build();
    }

    private Standing standing(CrewEntry entry) {
        var standing = rights.require(entry.projectId, caller, "crew entry");
        if (!standing.reader() && !standing.isSelf(entry.id)) throw CommonProblem.NOT_FOUND.of("crew entry");
        return standing;
    }

    private static Response answer(CrewEntry entry, Standing standing) {
        var view = CrewEntryView.of(entry, standing);
        return Response.ok(view).tag(Etag.of(entry.version, view)).build();
    }
}
