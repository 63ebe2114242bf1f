package dev.callboard.project.crew;

import dev.callboard.kit.http.Etag;
import dev.callboard.kit.http.Page;
import dev.callboard.kit.http.PageRequest;
import dev.callboard.kit.http.Pages;
import dev.callboard.kit.idempotency.Idempotent;
import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.kit.security.Caller;
import dev.callboard.project.project.ProjectRight;
import dev.callboard.project.project.ProjectRights;
import dev.callboard.project.rows.Upload;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.UUID;

@Path("/projects/{projectId}/crew")
@Authenticated
@RunOnVirtualThread
@Tag(name = "project")
class CrewResource {
    @Inject
    CrewEntries crew;

    @Inject
    CrewImport list;

    @Inject
    ProjectRights rights;

    @Inject
    Caller caller;

    record CrewList(List<CrewEntryView> items, @Nullable String next) {}

    @GET
    @Operation(
            operationId = "listCrew",
            summary = "The crew in the order of entry; who may not see all of it sees her own entries",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CrewList.class)))
    public Response list(
            @RestPath UUID projectId,
            @RestQuery @Nullable UUID department,
            @RestQuery @Nullable @Size(max = 100) String role,
            @RestQuery @Nullable @Size(max = 200) String q,
            @BeanParam PageRequest asked,
            @Context UriInfo uri) {
        var standing = rights.require(projectId, caller);
        if (!standing.reader()) {
            var own = standing.crewEntries().stream()
                    .sorted()
                    .map(crew::load)
                    .map(entry -> CrewEntryView.of(entry, standing))
                    .toList();
            return Pages.response(uri, new Page<>(own, null));
        }
        var filter = new CrewEntries.Filter(department, role, q);
        var after = asked.cursor().map(CrewResource::id).orElse(null);
        var found = crew.page(projectId, filter, after, asked.limit() + 1);
        var page = Page.of(found, asked.limit(), entry -> entry.id.toString());
        return Pages.response(uri, page.map(entry -> CrewEntryView.of(entry, standing)));
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "addCrewEntry",
            summary = "Add a person; she need not be a user, and is told nothing",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CrewEntryView.class)))
    @APIResponse(responseCode = "403", description = "Neither coordinator nor planner")
    @APIResponse(responseCode = "409", description = "Another entry has this address, or the project is closed")
    public Response add(@RestPath UUID projectId, @NotNull @Valid CrewEntryRequest request) {
        var standing = rights.require(projectId, caller).mustEdit(ProjectRight.COORDINATOR, ProjectRight.PLANNER);
        var entry = crew.add(projectId, request);
        var view = CrewEntryView.of(entry, standing);
        return Response.created(URI.create("/api/v1/crew/" + entry.id))
                .entity(view)
                .tag(Etag.of(entry.version, view))
                .build();
    }

    @POST
    @Path("import")
    @Consumes("text/csv")
    @Operation(
            operationId = "importCrew",
            summary = "Add or update up to 100,000 people from CSV, all or none",
            description = """
                    UTF-8, RFC 4180; the first line names the columns, in any order: email, given_name (required),
                    family_name, phone (E.164), locale (BCP 47), department, roles (names separated by ;), employee_no.
                    A known address updates its entry. Departments and roles that the project does not have yet are
                    added and named in the answer. Every bad row is listed with line, column, value and what was
                    expected; then nothing is imported.""",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CrewImport.Imported.class)))
    @APIResponse(responseCode = "403", description = "Neither coordinator nor planner")
    @RequestBody(content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "409", description = "The project is closed")
    @APIResponse(
            responseCode = "422",
            description = "Rows that cannot be imported, each with line, column and what was expected; nothing was")
    public CrewImport.Imported importCsv(@RestPath UUID projectId, InputStream csv) throws IOException {
        rights.require(projectId, caller).mustEdit(ProjectRight.COORDINATOR, ProjectRight.PLANNER);
        try (var upload = Upload.received(csv)) {
            return list.read(projectId, upload.content());
        }
    }

    @POST
    @Path("claims")
    @Operation(
            operationId = "claimCrewEntries",
            summary = "Take the crew entries that bear the caller's verified address, in this and every project",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    public CrewList claim(@RestPath UUID projectId) {
        var hers = crew.claim(caller).stream()
                .filter(entry -> entry.projectId().equals(projectId))
                .toList();
        if (hers.isEmpty()) throw CommonProblem.NOT_FOUND.of("project");
        var standing = rights.require(projectId, caller);
        return new CrewList(
                hers.stream()
                        .map(entry -> CrewEntryView.of(crew.load(entry.id()), standing))
                        .toList(),
                null);
    }

    static UUID id(String cursor) {
        try {
            return UUID.fromString(cursor);
        } catch (IllegalArgumentException unknown) {
            throw CommonProblem.INVALID.of("cursor").field("cursor", cursor, "the cursor of an earlier page");
        }
    }
}
