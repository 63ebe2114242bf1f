package dev.callboard.project.project;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callboard.kit.http.Etag;
import dev.callboard.kit.http.IfMatch;
import dev.callboard.kit.http.MergePatch;
import dev.callboard.kit.http.Page;
import dev.callboard.kit.http.PageRequest;
import dev.callboard.kit.http.Pages;
import dev.callboard.kit.idempotency.Idempotent;
import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.kit.security.Caller;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

@Path("/projects")
@Authenticated
@RunOnVirtualThread
@Tag(name = "project")
class ProjectsResource {
    @Inject
    Projects projects;

    @Inject
    ProjectList list;

    @Inject
    MergePatch patches;

    @Inject
    ProjectRights rights;

    @Inject
    Caller caller;

    record ListView(List<ProjectView> items, @Nullable String next) {}

    record PhaseRequest(@NotNull Phase phase) {}

    @GET
    @Operation(
            operationId = "listProjects",
            summary = "The projects that the caller has to do with, newest first",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ListView.class)))
    public Response list(
            @RestQuery @Nullable Phase phase,
            @RestQuery @Nullable ProjectState state,
            @RestQuery @Nullable UUID account,
            @RestQuery @Nullable @Size(max = 200) String q,
            @BeanParam PageRequest asked,
            @Context UriInfo uri) {
        var before = asked.cursor().map(ProjectsResource::id).orElse(null);
        var found = list.page(caller, new ProjectList.Filter(account, phase, state, q), before, asked.limit() + 1);
        var page = Page.of(found, asked.limit(), project -> project.id.toString());
        return Pages.response(uri, page.map(project -> ProjectView.of(project, rights.require(project.id, caller))));
    }

    @GET
    @Path("{projectId}")
    @Operation(
            operationId = "getProject",
            summary = "One project",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ProjectView.class)))
    public Response get(@RestPath UUID projectId) {
        return answer(projects.view(rights.require(projectId, caller)));
    }

    @PATCH
    @Consumes({"application/merge-patch+json", "application/json"})
    @Path("{projectId}")
    @Operation(
            operationId = "changeProject",
            summary = "Change name, goal, zone or planned phases (JSON Merge Patch)",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ProjectView.class)))
    @APIResponse(responseCode = "403", description = "Neither coordinator nor planner")
    @APIResponse(responseCode = "409", description = "The project is closed")
    public Response change(
            @RestPath UUID projectId,
            @RestHeader("If-Match") IfMatch ifMatch,
            @Schema(implementation = ProjectRequest.class) @NotNull JsonNode patch) {
        var standing = rights.require(projectId, caller).mustEdit(ProjectRight.COORDINATOR, ProjectRight.PLANNER);
        var request = patches.apply(ProjectRequest.of(projects.load(projectId)), patch, ProjectRequest.class);
        return answer(ProjectView.of(projects.change(projectId, ifMatch, request), standing));
    }

    @POST
    @Path("{projectId}/phase")
    @Idempotent
    @Operation(
            operationId = "advanceProject",
            summary = "Go on to the next phase",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ProjectView.class)))
    @APIResponse(responseCode = "403", description = "Not a coordinator")
    @APIResponse(responseCode = "409", description = "Not the next phase, or the project is closed")
    public Response advance(
            @RestPath UUID projectId, @RestHeader("If-Match") IfMatch ifMatch, @NotNull @Valid PhaseRequest request) {
        var standing = rights.require(projectId, caller).mustEdit(ProjectRight.COORDINATOR);
        return answer(ProjectView.of(projects.moveTo(projectId, ifMatch, request.phase()), standing));
    }

    @POST
    @Path("{projectId}/closure")
    @Idempotent
    @Operation(
            operationId = "closeProject",
            summary = "Close the project: it is read from now on, and not changed",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ProjectView.class)))
    @APIResponse(responseCode = "403", description = "Not a coordinator")
    @APIResponse(responseCode = "409", description = "Not open")
    public Response close(@RestPath UUID projectId, @RestHeader("If-Match") IfMatch ifMatch) {
        var standing = rights.require(projectId, caller).mustEdit(ProjectRight.COORDINATOR);
        return answer(ProjectView.of(projects.close(projectId, ifMatch), standing));
    }

    private static Response answer(ProjectView view) {
        return Response.ok(view)
                .tag(Etag.of(view.version(), view))
                .header("Cache-Control", "private, no-cache")
                .build();
    }

    static UUID id(String cursor) {
        try {
            return UUID.fromString(cursor);
        } catch (IllegalArgumentException unknown) {
            throw CommonProblem.INVALID.of("cursor").field("cursor", cursor, "the cursor of an earlier page");
        }
    }
}
