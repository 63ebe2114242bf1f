package dev.callboard.report.run;

import dev.callboard.kit.http.Page;
import dev.callboard.kit.http.PageRequest;
import dev.callboard.kit.http.Pages;
import dev.callboard.kit.idempotency.Idempotent;
import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.report.payroll.Payroll;
import dev.callboard.report.run.Mailings.Mailing;
import dev.callboard.report.run.Mailings.Recipient;
import dev.callboard.report.run.Mailings.RecipientState;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.List;
import java.util.UUID;

@Path("/report-runs/{id}/mailing")
@Authenticated
@RunOnVirtualThread
@Tag(name = "report-runs")
class MailingResource {
    @Inject
    Payroll payroll;

    @Inject
    CallersRuns mine;

    @Inject
    Mailings mailings;

    /** A page in the contract. */
    record RecipientPage(List<Recipient> items, @Nullable String next) {}

    @POST
    @Idempotent
    @Operation(
            operationId = "mailPaySlips",
            summary = "Mail to each person of a finished run the link to the slip; to nobody twice",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "409", description = "The run is not finished, or its pay run not released")
    @APIResponse(
            responseCode = "202",
            description = "Its progress is at Location",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Mailing.class)))
    public Response mail(@RestPath UUID id) {
        var run = mine.changeable(id);
        return Response.accepted(mailings.ask(run, payroll.userId()))
                .location(URI.create("/api/v1/report-runs/" + id + "/mailing"))
                .header("Retry-After", 1)
                .build();
    }

    @GET
    @Operation(
            operationId = "getMailing",
            summary = "How many of a run's slips were mailed",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            description = "Counts per state",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Mailing.class)))
    public Mailing get(@RestPath UUID id) {
        return mailings.of(mine.visible(id)).orElseThrow(() -> CommonProblem.NOT_FOUND.of("mailing"));
    }

    @GET
    @Path("recipients")
    @Operation(
            operationId = "listMailRecipients",
            summary = "What became of each mail",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            description = "A page of recipients",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RecipientPage.class)))
    public Response recipients(
            @RestPath UUID id, @RestQuery RecipientState state, @BeanParam PageRequest page, @Context UriInfo uri) {
        var found =
                mailings.recipients(mine.visible(id), state, page.cursorNumber().orElse(0), page.limit() + 1);
        return Pages.response(uri, Page.of(found, page.limit(), last -> String.valueOf(last.item())));
    }
}
