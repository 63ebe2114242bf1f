package dev.callboard.report.payroll.leave;

import dev.callboard.kit.http.Page;
import dev.callboard.kit.http.PageRequest;
import dev.callboard.kit.http.Pages;
import dev.callboard.kit.idempotency.Idempotent;
import dev.callboard.report.payroll.Payroll;
import dev.callboard.report.payroll.leave.LeaveAdjustments.AdjustedBalance;
import dev.callboard.report.payroll.leave.LeaveAdjustments.LeaveAdjustment;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

@Path("/accounts/{accountId}/leave-adjustments")
@Authenticated
@RunOnVirtualThread
@Tag(name = "payroll")
class LeaveAdjustmentsResource {
    @Inject
    Payroll payroll;

    @Inject
    LeaveStandings standings;

    @Inject
    LeaveAdjustments adjustments;

    /**
     * @param date null: today, or the first day that is not closed
     * @param daysHundredths added to the balance; below zero: taken from it
     */
    record NewLeaveAdjustment(
            @NotBlank @Size(max = 32) String employeeNo,
            @Nullable LocalDate date,
            @NotNull AdjustedBalance balance,
            @NotNull @Min(-36_600) @Max(36_600) Integer daysHundredths,
            @NotBlank @Size(max = 200) String reason) {}

    /** A page in the contract. */
    record LeaveAdjustmentPage(
            List<LeaveAdjustmentView> items, @Nullable String next) {}

    @GET
    @Operation(
            operationId = "listLeaveAdjustments",
            summary = "What was added to leave balances or taken from them, the latest first",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "403", description = "A member without the right PAYROLL")
    @APIResponse(
            responseCode = "200",
            description = "A page of adjustments",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = LeaveAdjustmentPage.class)))
    public Response list(
            @RestPath UUID accountId,
            @RestQuery @Nullable String employeeNo,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        payroll.mayUse(accountId);
        var found = adjustments.page(accountId, employeeNo, page.cursorId().orElse(null), page.limit() + 1);
        var shown =
                Page.of(found, page.limit(), (LeaveAdjustment last) -> last.id().toString());
        return Pages.response(uri, shown.map(LeaveAdjustmentView::of));
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "adjustLeave",
            summary = "Add days to a leave balance or take some from it, with a reason",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "403", description = "No right PAYROLL, or one's own leave")
    @APIResponse(
            responseCode = "409",
            description = "The pay period of that day is closed, or the employee has no address")
    @APIResponse(
            responseCode = "201",
            description =
                    "Nothing changes it. It is in the ledger, except where an opening balance stands for its day: for"
                            + " all before the first pay period of its year, also where that is paid later",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = LeaveAdjustmentView.class)))
    public Response adjust(@RestPath UUID accountId, @Valid @NotNull NewLeaveAdjustment request) {
        var standing = standings.requirePayroll(accountId);
        var made = adjustments.make(
                standing,
                request.employeeNo,
                request.date,
                request.balance,
                request.daysHundredths,
                request.reason.strip());
        return Response.status(Response.Status.CREATED)
                .entity(LeaveAdjustmentView.of(made))
                .build();
    }

    record LeaveAdjustmentView(
            UUID id,
            String employeeNo,
            LocalDate date,
            AdjustedBalance balance,
            int daysHundredths,
            String reason,
            UUID madeBy,
            String madeByName,
            Instant madeAt,
            List<String> allowed) {
        static LeaveAdjustmentView of(LeaveAdjustment made) {
            return new LeaveAdjustmentView(
                    made.id(),
                    made.employeeNo(),
                    made.date(),
                    made.balance(),
                    made.hundredths(),
                    made.reason(),
                    made.madeBy(),
                    made.madeByName(),
                    made.madeAt(),
                    List.of());
        }
    }
}
