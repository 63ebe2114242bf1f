package dev.callboard.report.run;

import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.report.render.Template;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The slip behind a mailed link. Who has the link needs no sign-in: not everybody who is paid has a user. */
@Path("/pay-slips/{token}")
@PermitAll
@SecurityRequirements
@RunOnVirtualThread
@Tag(name = "report-runs")
class MailedSlipResource {
    private static final String PDF = Template.MEDIA_TYPE;

    @Inject
    SlipMails mails;

    @Inject
    ReportRuns runs;

    @Inject
    ReportItems items;

    @Inject
    DocumentPasswords passwords;

    @GET
    @Produces(PDF)
    @Operation(
            operationId = "getMailedPaySlip",
            summary = "The pay slip that a mail links to",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "404", description = "No such link, or its time is over")
    @APIResponse(responseCode = "409", description = "Its password is not known")
    @APIResponse(
            responseCode = "200",
            description = "The slip",
            content = @Content(mediaType = PDF, schema = @Schema(implementation = String.class)))
    public Response get(@RestPath String token) {
        var shown = mails.shown(new LinkToken(token)).orElseThrow(() -> CommonProblem.NOT_FOUND.of("pay slip"));
        var run = runs.findById(shown.runId());
        var stored = items.stored(run, shown.item()).orElseThrow();
        var name = RunFiles.fileName(run, stored.subject(), shown.item());
        var plain = items.document(stored);
        return Response.ok(passwords.leaving(run.accountId, run.kind, stored.subject(), plain), PDF)
                .header("Content-Disposition", "inline; filename=\"" + name + "\"")
                .header("Cache-Control", "private, no-store")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
