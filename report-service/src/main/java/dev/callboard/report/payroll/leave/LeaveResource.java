package dev.callboard.report.payroll.leave;

import dev.callboard.kit.security.Caller;
import dev.callboard.report.bulk.Imported;
import dev.callboard.report.payroll.Payroll;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import java.io.InputStream;
import java.util.UUID;

@Path("/accounts/{accountId}/leave")
@Authenticated
@RunOnVirtualThread
@Tag(name = "payroll")
class LeaveResource {
    @Inject
    Payroll payroll;

    @Inject
    Caller caller;

    @Inject
    LeaveImport leaveImport;

    @POST
    @Path("import")
    @Consumes("text/csv")
    @Operation(
            operationId = "importLeave",
            summary = "Add and replace approved leave by CSV, all or nothing",
            description = """
                    UTF-8, RFC 4180, at most 200,000 rows; the first line names each of these columns once, in any
                    order: employee_no, from, to, kind. All are needed: dates are like 2027-10-31, to is the last day,
                    kind is PAID, SAVED, PAID_OUT, UNPAID, SICK or PARENTAL. A row that begins on the day of leave that
                    is known replaces it. Every bad cell is listed with line, column, value and what was expected; then
                    nothing is imported.""",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Imported.class)))
    @APIResponse(
            responseCode = "403",
            description = "A member without the right PAYROLL, or a row adds or changes leave of one's own")
    @APIResponse(
            responseCode = "409",
            description =
                    "A row overlaps leave that is booked, or adds or changes some that begins in a closed pay period")
    @APIResponse(
            responseCode = "422",
            description = "Rows that cannot be imported, each with line, column and what was expected; nothing was")
    public Imported importLeave(@RestPath UUID accountId, InputStream csv) {
        payroll.mayChange(accountId);
        return new Imported(
                leaveImport.of(accountId, new Somebody(caller.userId(), caller.name(), caller.email()), csv));
    }
}
