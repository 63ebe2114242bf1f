package dev.callboard.report.run;

import dev.callboard.kit.http.Page;
import dev.callboard.kit.http.PageRequest;
import dev.callboard.kit.http.Pages;
import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.kit.security.Caller;
import dev.callboard.report.logo.Logos;
import dev.callboard.report.payroll.payrun.OwnPaySlips;
import dev.callboard.report.payroll.payrun.OwnPaySlips.OwnPaySlip;
import dev.callboard.report.payroll.payrun.PaySlips;
import dev.callboard.report.render.Template;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
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
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What a crew member sees of payroll: the slips of released pay runs, drawn when they are asked for. */
@Path("/me/pay-slips")
@Authenticated
@RunOnVirtualThread
@Tag(name = "pay-slips")
class OwnPaySlipsResource {
    @Inject
    Caller caller;

    @Inject
    OwnPaySlips slips;

    @Inject
    PaySlips contents;

    @Inject
    PaySlipPrinting printing;

    @Inject
    ReportRuns runs;

    @Inject
    Previews previews;

    @Inject
    Templates templates;

    @Inject
    Logos logos;

    @Inject
    DocumentPasswords passwords;

    /**
     * @param period as {@code 2027-10}
     * @param document where the PDF is
     * @param lines where rule and sources of each line are
     */
    record OwnPaySlipView(
            UUID id,
            String number,
            String employer,
            String period,
            LocalDate payDate,
            long netMinor,
            String currency,
            String document,
            String lines) {
        static OwnPaySlipView of(OwnPaySlip slip) {
            var document = "/api/v1/me/pay-slips/" + slip.id();
            return new OwnPaySlipView(
                    slip.id(),
                    slip.number(),
                    slip.employer(),
                    slip.period().toString(),
                    slip.payDate(),
                    slip.netMinor(),
                    slip.currency(),
                    document,
                    document + "/lines");
        }
    }

    /** A page in the contract. */
    record OwnPaySlipPage(
            List<OwnPaySlipView> items, @Nullable String next) {}

    @GET
    @Operation(
            operationId = "listOwnPaySlips",
            summary = "The caller's own pay slips, the latest first",
            description =
                    "Of every account in which an employee has the caller's verified address, and had it at the calculation",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            description = "A page of pay slips",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = OwnPaySlipPage.class)))
    public Response list(@BeanParam PageRequest page, @Context UriInfo uri) {
        var seen = page.cursorId().orElse(null);
        var last = seen == null ? null : own(seen);
        var found = slips.page(caller.email(), last, page.limit() + 1);
        return Pages.response(
                uri,
                Page.of(found, page.limit(), (OwnPaySlip shown) -> shown.id().toString())
                        .map(OwnPaySlipView::of));
    }

    @GET
    @Path("/{id}")
    @Produces(Template.MEDIA_TYPE)
    @Operation(
            operationId = "getOwnPaySlip",
            summary = "One of the caller's own pay slips",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "409", description = "It cannot be drawn, or its password is not known")
    @APIResponse(
            responseCode = "200",
            description = "The document",
            content = @Content(mediaType = Template.MEDIA_TYPE, schema = @Schema(implementation = String.class)))
    public Response get(@RestPath UUID id) {
        var slip = slips.of(caller.email(), id).orElseThrow(() -> CommonProblem.NOT_FOUND.of("pay slip"));
        var language = runs.languageOf(slip.accountId());
        var content = QuarkusTransaction.requiringNew()
                .call(() -> contents.load(slip.payRunId(), List.of(slip.ordinal()), language)
                        .getFirst());
        var template = templates.template(
                printing, language, logos.of(slip.accountId()).orElse(null));
        // from here on no connection is held: drawing may wait for its thread
        var name = slip.number().replaceAll("[^A-Za-z0-9_-]", "_");
        var plain = previews.drawn(slip.accountId(), template, content.slip());
        return Response.ok(passwords.leaving(slip.accountId(), ReportKind.PAY_SLIPS, slip.employeeNo(), plain))
                .header("Content-Disposition", "inline; filename=\"" + name + ".pdf\"")
                .header("Cache-Control", "private, no-store")
                .build();
    }

    private OwnPaySlip own(UUID cursor) {
        return slips.of(caller.email(), cursor)
                .orElseThrow(() ->
                        CommonProblem.INVALID.of("cursor").field("cursor", cursor, "the cursor of a link rel=next"));
    }
}
