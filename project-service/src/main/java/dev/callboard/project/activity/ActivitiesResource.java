package dev.callboard.project.activity;

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
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

@Path("/projects/{projectId}/activities")
@Authenticated
@RunOnVirtualThread
@Tag(name = "activity")
class ActivitiesResource {
    @Inject
    Activities activities;

    @Inject
    Conflicts conflicts;

    @Inject
    Scheduling scheduling;

    @Inject
    ActivityImport list;

    @Inject
    ProjectRights rights;

    @Inject
    Caller caller;

    record ActivityList(List<ActivityView> items, @Nullable String next) {}

    @GET
    @Operation(
            operationId = "listActivities",
            summary = "The activities in the order of their starts",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ActivityList.class)))
    @APIResponse(responseCode = "403", description = "Sees her own calls only")
    public Response list(
            @RestPath UUID projectId,
            @RestQuery @Nullable LocalDate day,
            @RestQuery @Nullable UUID unit,
            @RestQuery @Nullable UUID location,
            @BeanParam PageRequest asked,
            @Context UriInfo uri) {
        var standing = rights.require(projectId, caller).mustRead();
        var after = asked.cursor().map(Cursor::parse).orElse(null);
        var filter = new Activities.Filter(day, unit, location);
        var found = activities.page(
                projectId,
                filter,
                after == null ? null : after.start(),
                after == null ? null : after.id(),
                asked.limit() + 1);
        var all = conflicts.of(projectId);
        var page = Page.of(found, asked.limit(), last -> last.startsAt + "_" + last.id);
        return Pages.response(
                uri, page.map(activity -> ActivityView.of(activity, Conflicts.with(all, activity.id), standing)));
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "addActivity",
            summary = "Add an activity; a double booking of an exclusive location is allowed in a draft and shown",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ActivityView.class)))
    @APIResponse(responseCode = "403", description = "Neither coordinator nor planner")
    @APIResponse(
            responseCode = "409",
            description = "The number is taken, the unit is busy, the plan is locked, or the project is closed")
    @APIResponse(
            responseCode = "422",
            description = "In the past, at a time that the clock skips, or waiting for itself")
    public Response add(@RestPath UUID projectId, @NotNull @Valid ActivityRequest request) {
        var standing = rights.require(projectId, caller).mustEdit(ProjectRight.COORDINATOR, ProjectRight.PLANNER);
        var activity = scheduling.add(standing, request);
        var view = ActivityView.of(activity, Conflicts.with(conflicts.of(projectId), activity.id), standing);
        return Response.created(URI.create("/api/v1/activities/" + activity.id))
                .entity(view)
                .tag(Etag.of(activity.version, view))
                .build();
    }

    @POST
    @Path("import")
    @Consumes("text/csv")
    @Operation(
            operationId = "importActivities",
            summary = "Add or update up to 100,000 activities from CSV, all or none",
            description = """
                    UTF-8, RFC 4180; the first line names the columns, in any order: number, title, location (name),
                    start (local, such as 2027-10-30T20:00), duration_minutes (required), unit (name), working_day (the
                    date of the start, or the day before), roles (gaffer:1;grip:4), depends_on (numbers separated by ;),
                    notes, override_reason. A known number updates its activity. Units and roles that the project does
                    not have yet are added and named in the answer, and so are double bookings of exclusive locations.
                    Every bad row is listed with line, column, value and what was expected; then nothing is imported.""",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ActivityImport.Imported.class)))
    @APIResponse(responseCode = "403", description = "Neither coordinator nor planner")
    @RequestBody(content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "409", description = "The plan is locked, or the project is closed")
    @APIResponse(
            responseCode = "422",
            description = "Rows that cannot be imported, each with line, column and what was expected; nothing was")
    public ActivityImport.Imported importCsv(@RestPath UUID projectId, InputStream csv) throws IOException {
        var standing = rights.require(projectId, caller).mustEdit(ProjectRight.COORDINATOR, ProjectRight.PLANNER);
        try (var upload = Upload.received(csv)) {
            return list.read(standing, upload.content());
        }
    }

    /** Start and id of the last activity on the page before. */
    private record Cursor(Instant start, UUID id) {
        static Cursor parse(String cursor) {
            try {
                var parts = cursor.split("_", 2);
                return new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
            } catch (RuntimeException unknown) {
                throw CommonProblem.INVALID.of("cursor").field("cursor", cursor, "the cursor of an earlier page");
            }
        }
    }
}
