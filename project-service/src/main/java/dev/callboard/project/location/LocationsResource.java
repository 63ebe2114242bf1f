package dev.callboard.project.location;

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
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.UUID;

@Path("/projects/{projectId}/locations")
@Authenticated
@RunOnVirtualThread
@Tag(name = "activity")
class LocationsResource {
    @Inject
    Locations locations;

    @Inject
    LocationImport list;

    @Inject
    ProjectRights rights;

    @Inject
    Caller caller;

    record LocationList(List<LocationView> items, @Nullable String next) {}

    @GET
    @Operation(
            operationId = "listLocations",
            summary = "The locations in the order of entry",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = LocationList.class)))
    public Response list(@RestPath UUID projectId, @BeanParam PageRequest asked, @Context UriInfo uri) {
        var standing = rights.require(projectId, caller);
        var after = asked.cursor().map(LocationsResource::id).orElse(null);
        var found = locations.page(projectId, after, asked.limit() + 1);
        var page = Page.of(found, asked.limit(), location -> location.id.toString());
        return Pages.response(uri, page.map(location -> LocationView.of(location, standing)));
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "addLocation",
            summary = "Add a location",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = LocationView.class)))
    @APIResponse(responseCode = "403", description = "Neither coordinator nor planner")
    @APIResponse(responseCode = "409", description = "The name is taken, or the project is closed")
    public Response add(@RestPath UUID projectId, @NotNull @Valid LocationRequest request) {
        var standing = rights.require(projectId, caller).mustEdit(ProjectRight.COORDINATOR, ProjectRight.PLANNER);
        var location = locations.add(projectId, request);
        var view = LocationView.of(location, standing);
        return Response.created(URI.create("/api/v1/locations/" + location.id))
                .entity(view)
                .tag(Etag.of(location.version, view))
                .build();
    }

    @POST
    @Path("import")
    @Consumes("text/csv")
    @Operation(
            operationId = "importLocations",
            summary = "Add or update up to 100,000 locations from CSV, all or none",
            description = """
                    UTF-8, RFC 4180; the first line names the columns, in any order: name, address, zone (IANA;
                    required), latitude, longitude (degrees, WGS 84), exclusive (true or false), unit_base, parking, access,
                    hospital_name, hospital_address, hospital_phone, contact_name, contact_phone (E.164), radio, power.
                    A known name updates its location. Every bad row is listed with line, column, value and what was
                    expected; then nothing is imported.""",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = LocationImport.Imported.class)))
    @APIResponse(responseCode = "403", description = "Neither coordinator nor planner")
    @RequestBody(content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "409", description = "The project is closed")
    @APIResponse(
            responseCode = "422",
            description = "Rows that cannot be imported, each with line, column and what was expected; nothing was")
    public LocationImport.Imported importCsv(@RestPath UUID projectId, InputStream csv) throws IOException {
        rights.require(projectId, caller).mustEdit(ProjectRight.COORDINATOR, ProjectRight.PLANNER);
        try (var upload = Upload.received(csv)) {
            return list.read(projectId, upload.content());
        }
    }

    private static UUID id(String cursor) {
        try {
            return UUID.fromString(cursor);
        } catch (IllegalArgumentException unknown) {
            throw CommonProblem.INVALID.of("cursor").field("cursor", cursor, "the cursor of an earlier page");
        }
    }
}
