package dev.callboard.project.callsheet;

import dev.callboard.kit.http.Etag;
import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.kit.security.Caller;
import dev.callboard.project.callsheet.CallSheet.CopyKind;
import dev.callboard.project.project.ProjectRights;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;

/** The call sheet as data. As a document report-service draws it from this, under {@code /projects/{id}/call-sheets}. */
@Path("/projects/{projectId}/days/{date}/call-sheet")
@Authenticated
@RunOnVirtualThread
@Tag(name = "Calls")
class CallSheetResource {
    @Inject
    CallSheets sheets;

    @Inject
    ProjectRights rights;

    @Inject
    Caller caller;

    @GET
    @Operation(
            operationId = "getCallSheetOfDay",
            summary = "What stands on the call sheet of a unit's day; without a unit, of the main one",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            description = "The copy that was asked for, else the one that suits the caller",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CallSheet.class)))
    @APIResponse(responseCode = "403", description = "Another person's copy, or the answers without planning")
    @APIResponse(responseCode = "404", description = "No such project, or nobody was called to this day")
    public Response get(
            @RestPath UUID projectId,
            @RestPath String date,
            @RestQuery @Nullable UUID unit,
            @RestQuery @Nullable CopyKind copy,
            @RestQuery @Nullable UUID person) {
        var standing = rights.require(projectId, caller);
        var sheet = sheets.sheet(standing, date(date), unit, copy, person, caller.name());
        return Response.ok(sheet).tag(Etag.of(sheet.version().number(), sheet)).build();
    }

    /** Part of the path: what is no date is a day that does not exist. */
    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException unknown) {
            throw CommonProblem.NOT_FOUND.of("working day");
        }
    }
}
