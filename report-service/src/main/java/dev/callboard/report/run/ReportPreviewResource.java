package dev.callboard.report.run;

import dev.callboard.report.payroll.Payroll;
import dev.callboard.report.render.Template;
import dev.callboard.report.run.ReportRunsResource.NewReportRun;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** One document of a run that nobody has started. */
@Path("/report-runs/preview")
@Authenticated
@RunOnVirtualThread
@Tag(name = "report-runs")
class ReportPreviewResource {
    private static final String PDF = Template.MEDIA_TYPE;

    @Inject
    Payroll payroll;

    @Inject
    Previews previews;

    @POST
    @Produces(PDF)
    @Operation(
            operationId = "previewReport",
            summary = "One document as the run would draw it, at once and kept nowhere",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "404", description = "The run would have no such item")
    @APIResponse(
            responseCode = "409",
            description = "It cannot be printed yet, as a run; this one cannot be drawn, or has no password")
    @APIResponse(
            responseCode = "422",
            description = "There is no such pay run, or it has nothing for one of the employees")
    @APIResponse(
            responseCode = "200",
            description = "The document",
            content = @Content(mediaType = PDF, schema = @Schema(implementation = String.class)))
    public Response preview(@Valid @NotNull NewReportRun request, @RestQuery @DefaultValue("1") int item) {
        var preview = previews.of(request.wanted(), item, payroll.userId());
        return Response.ok(preview.document(), PDF)
                .header("Content-Disposition", "inline; filename=\"" + preview.fileName() + "\"")
                .header("Cache-Control", "private, no-store")
                .build();
    }
}
