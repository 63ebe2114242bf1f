package dev.callboard.report.payroll.period;

import dev.callboard.kit.http.Page;
import dev.callboard.kit.http.PageRequest;
import dev.callboard.kit.http.Pages;
import dev.callboard.kit.idempotency.Idempotent;
import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.report.payroll.Payroll;
import dev.callboard.report.payroll.period.PayPeriods.PayPeriod;
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

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

@Path("/accounts/{accountId}/pay-periods")
@Authenticated
@RunOnVirtualThread
@Tag(name = "payroll")
class PayPeriodsResource {
    @Inject
    Payroll payroll;

    @Inject
    PayPeriods periods;

    /** A page in the contract. */
    record PeriodPage(List<PeriodView> items, @Nullable String next) {}

    @GET
    @Operation(
            operationId = "listPayPeriods",
            summary = "The pay periods of an account, the latest first",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "403", description = "A member without the right PAYROLL")
    @APIResponse(
            responseCode = "200",
            description = "A page of periods",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PeriodPage.class)))
    public Response list(@RestPath UUID accountId, @BeanParam PageRequest page, @Context UriInfo uri) {
        payroll.mayUse(accountId);
        var before = page.cursor().map(PayPeriodsResource::month).orElse(null);
        var found = periods.page(accountId, before, page.limit() + 1);
        var shown =
                Page.of(found, page.limit(), (PayPeriod last) -> last.month().toString());
        return Pages.response(uri, shown.map(PeriodView::of));
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "openPayPeriod",
            summary = "Open a pay period, or move the pay date of an open one",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "403", description = "A member without the right PAYROLL")
    @APIResponse(responseCode = "409", description = "The period is closed")
    @APIResponse(
            responseCode = "200",
            description = "The period",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PeriodView.class)))
    public Response open(@RestPath UUID accountId, @Valid @NotNull NewPeriod period) {
        payroll.mayChange(accountId);
        var month = month(period.month);
        periods.open(accountId, month, period.payDate);
        return Response.ok(PeriodView.of(new PayPeriod(month, period.payDate, PayPeriods.State.OPEN, null, null)))
                .build();
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException notOne) {
            throw CommonProblem.INVALID
                    .because("month: " + text + " (expected: a month like 2027-10)")
                    .field("month", text, "a month like 2027-10");
        }
    }

    /** @param month as {@code 2027-10} */
    record NewPeriod(@NotNull String month, @NotNull LocalDate payDate) {}

    record PeriodView(
            String month,
            LocalDate from,
            LocalDate to,
            LocalDate payDate,
            PayPeriods.State state,
            @Nullable Instant closedAt,
            @Nullable UUID payRun,
            List<String> allowed) {
        static PeriodView of(PayPeriod period) {
            var open = period.state() == PayPeriods.State.OPEN;
            return new PeriodView(
                    period.month().toString(),
                    period.month().atDay(1),
                    period.month().atEndOfMonth(),
                    period.payDate(),
                    period.state(),
                    period.closedAt(),
                    period.payRun(),
                    open ? List.of("move-pay-date", "calculate") : List.of());
        }
    }
}
