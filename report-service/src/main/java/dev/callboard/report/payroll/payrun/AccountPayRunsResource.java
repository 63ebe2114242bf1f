package dev.callboard.report.payroll.payrun;

import dev.callboard.kit.http.Page;
import dev.callboard.kit.http.PageRequest;
import dev.callboard.kit.http.Pages;
import dev.callboard.kit.idempotency.Idempotent;
import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.report.payroll.Payroll;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

@Path("/accounts/{accountId}/pay-runs")
@Authenticated
@RunOnVirtualThread
@Tag(name = "pay-runs")
class AccountPayRunsResource {
    @Inject
    Payroll payroll;

    @Inject
    PayRuns runs;

    /** A page in the contract. */
    record PayRunPage(List<PayRunView> items, @Nullable String next) {}

    @GET
    @Operation(
            operationId = "listPayRuns",
            summary = "The pay runs of an account, the latest first",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "403", description = "A member without the right PAYROLL")
    @APIResponse(
            responseCode = "200",
            description = "A page of pay runs",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PayRunPage.class)))
    public Response list(@RestPath UUID accountId, @BeanParam PageRequest page, @Context UriInfo uri) {
        payroll.mayUse(accountId);
        var before = page.cursorId().orElse(null);
        var found = runs.page(accountId, before, page.limit() + 1);
        return Pages.response(
                uri,
                Page.of(found, page.limit(), (PayRun last) -> last.id.toString())
                        .map(PayRunView::of));
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "startPayRun",
            summary = "Calculate the pay of a period",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "403", description = "A member without the right PAYROLL")
    @APIResponse(
            responseCode = "409",
            description =
                    "The period has a pay run or is closed, the account is suspended, or its currency is not the one of its scheme")
    @APIResponse(
            responseCode = "202",
            description = "CALCULATING; poll it at Location",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PayRunView.class)))
    public Response start(@RestPath UUID accountId, @Valid @NotNull NewPayRun request) {
        payroll.mayChange(accountId);
        var run = runs.calculate(accountId, period(request.period), request.payDate, payroll.userId());
        return Response.accepted(PayRunView.of(run))
                .location(URI.create("/api/v1/pay-runs/" + run.id))
                .header("Retry-After", 1)
                .build();
    }

    private static YearMonth period(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException notOne) {
            throw CommonProblem.INVALID
                    .because("period: " + text + " (expected: a month like 2027-10)")
                    .field("period", text, "a month like 2027-10");
        }
    }

    /** @param period as {@code 2027-10} */
    record NewPayRun(@NotNull String period, @NotNull LocalDate payDate) {}
}
