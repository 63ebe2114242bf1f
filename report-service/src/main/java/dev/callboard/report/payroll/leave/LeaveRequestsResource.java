package dev.callboard.report.payroll.leave;

import dev.callboard.kit.http.Conditional;
import dev.callboard.kit.http.Etag;
import dev.callboard.kit.http.IfMatch;
import dev.callboard.kit.http.Page;
import dev.callboard.kit.http.PageRequest;
import dev.callboard.kit.http.Pages;
import dev.callboard.kit.idempotency.Idempotent;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Employees ask for leave, payroll decides: an approved request is a booking in the ledger. */
@Path("/accounts/{accountId}/leave-requests")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "leave")
class LeaveRequestsResource {
    private static final String NEITHER = "A member who is no employee and has not the right PAYROLL";
    private static final String NOT_FREE = "Leave is booked or asked for on these days, or the pay period is closed";
    private static final String ENDED = "Decided or withdrawn";

    @Inject
    LeaveStandings standings;

    @Inject
    LeaveRequests requests;

    /**
     * @param employeeNo null: one's own
     * @param to the last day, included
     */
    record NewLeaveRequest(
            @Nullable @Size(min = 1, max = 32) String employeeNo,
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @NotNull LeaveKind kind,
            @Nullable @Size(max = 400) String note) {}

    record LeaveRefusal(@NotBlank @Size(max = 400) String reason) {}

    /** A page in the contract. */
    record LeaveRequestPage(
            List<LeaveRequestView> items, @Nullable String next) {}

    @GET
    @Operation(
            operationId = "listLeaveRequests",
            summary = "Leave that was asked for, the latest first: one's own, or with PAYROLL everybody's",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "403", description = NEITHER)
    @APIResponseSchema(value = LeaveRequestPage.class, responseCode = "200", responseDescription = "A page of requests")
    public Response list(
            @RestPath UUID accountId,
            @RestQuery LeaveState state,
            @RestQuery @Nullable String employeeNo,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        var standing = standings.require(accountId);
        var found = requests.page(standing, state, employeeNo, page.cursorId().orElse(null), page.limit() + 1);
        return Pages.response(
                uri,
                Page.of(found, page.limit(), (LeaveRequest last) -> last.id.toString())
                        .map(request -> LeaveRequestView.of(request, standing)));
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "requestLeave",
            summary = "Ask for leave of one's own; with PAYROLL also for somebody else",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "403", description = NEITHER + ", or an employee for somebody else")
    @APIResponse(responseCode = "409", description = NOT_FREE)
    @APIResponse(
            responseCode = "422",
            description = "Not in one leave year, this or the next; or the Idempotency-Key belongs to another request")
    @APIResponseSchema(value = LeaveRequestView.class, responseCode = "201", responseDescription = "REQUESTED")
    public Response ask(@RestPath UUID accountId, @Valid @NotNull NewLeaveRequest wanted) {
        var standing = standings.requireToAsk(accountId, wanted.employeeNo);
        var days = new LeaveDays(wanted.from, wanted.to, wanted.kind);
        var note = wanted.note == null ? "" : wanted.note.strip();
        var request = requests.ask(standing, wanted.employeeNo, days, note);
        var view = LeaveRequestView.of(request, standing);
        return Response.created(URI.create("/api/v1/accounts/" + accountId + "/leave-requests/" + request.id))
                .entity(view)
                .tag(Etag.of(request.version, view))
                .build();
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "getLeaveRequest",
            summary = "One request for leave",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "403", description = NEITHER)
    @APIResponseSchema(value = LeaveRequestView.class, responseCode = "200", responseDescription = "The request")
    public Response get(@RestPath UUID accountId, @RestPath UUID id) {
        var standing = standings.require(accountId);
        return answer(requests.get(standing, id), standing);
    }

    @POST
    @Path("{id}/approval")
    @Idempotent
    @Operation(
            operationId = "approveLeave",
            summary = "Approve: the days are booked in the leave ledger",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "403", description = "No right PAYROLL, one's own leave, or asked for by oneself")
    @APIResponse(
            responseCode = "409",
            description = ENDED + ", or the employee has another address now, or: " + NOT_FREE)
    @APIResponseSchema(value = LeaveRequestView.class, responseCode = "200", responseDescription = "APPROVED")
    public Response approve(
            @RestPath UUID accountId, @RestPath UUID id, @RestHeader(IfMatch.IF_MATCH) IfMatch ifMatch) {
        var standing = standings.requirePayroll(accountId);
        return answer(requests.approve(standing, id, ifMatch), standing);
    }

    @POST
    @Path("{id}/refusal")
    @Idempotent
    @Operation(
            operationId = "refuseLeave",
            summary = "Refuse, with a reason",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "403", description = "No right PAYROLL, or one's own leave")
    @APIResponse(responseCode = "409", description = ENDED)
    @APIResponseSchema(value = LeaveRequestView.class, responseCode = "200", responseDescription = "REFUSED")
    public Response refuse(
            @RestPath UUID accountId,
            @RestPath UUID id,
            @RestHeader(IfMatch.IF_MATCH) IfMatch ifMatch,
            @Valid @NotNull LeaveRefusal refusal) {
        var standing = standings.requirePayroll(accountId);
        return answer(requests.refuse(standing, id, ifMatch, refusal.reason.strip()), standing);
    }

    @POST
    @Path("{id}/withdrawal")
    @Idempotent
    @Operation(
            operationId = "withdrawLeaveRequest",
            summary = "Ask for it no longer, while it is not decided",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "403", description = "Neither who asked nor whose leave it is")
    @APIResponse(responseCode = "409", description = ENDED)
    @APIResponseSchema(value = LeaveRequestView.class, responseCode = "200", responseDescription = "WITHDRAWN")
    public Response withdraw(
            @RestPath UUID accountId, @RestPath UUID id, @RestHeader(IfMatch.IF_MATCH) IfMatch ifMatch) {
        var standing = standings.require(accountId);
        return answer(requests.withdraw(standing, id, ifMatch), standing);
    }

    private static Response answer(LeaveRequest request, LeaveStanding standing) {
        var view = LeaveRequestView.of(request, standing);
        return Conditional.ok(Etag.of(request.version, view), view);
    }
}
