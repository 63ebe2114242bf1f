package dev.callboard.report.payroll.hours;

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

@Path("/accounts/{accountId}/hours")
@Authenticated
@RunOnVirtualThread
@Tag(name = "payroll")
class HoursResource {
    @Inject
    Payroll payroll;

    @Inject
    HoursImport hoursImport;

    @POST
    @Path("import")
    @Consumes("text/csv")
    @Operation(
            operationId = "importHours",
            summary = "Add hours by CSV, all or nothing, each file once",
            description = """
                    UTF-8, RFC 4180, at most 1,000,000 rows; the first line names each of these columns once, in any
                    order: employee_no, date, start, end, break_minutes, hours, kind, project, cost_code, note. Needed
                    are employee_no, date and either start and end (06:30, in the zone of the pay scheme; an end that is
                    not after the start is on the next day) or hours (7.5). kind is WORK where it is empty, TRAVEL,
                    LEAVE, CORRECTION, PER_DIEM, MILEAGE, STANDBY, CANCELLATION, KIT_RENTAL or KIT_RENTAL_TAXABLE; then
                    hours are days (PER_DIEM, KIT_RENTAL, KIT_RENTAL_TAXABLE), kilometres (MILEAGE), hours of notice
                    beside the planned start and end (CANCELLATION), or with a sign (CORRECTION). Every bad cell is
                    listed with line, column, value and what was expected; then nothing is imported.""",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Imported.class)))
    @APIResponse(responseCode = "403", description = "A member without the right PAYROLL")
    @APIResponse(
            responseCode = "422",
            description = "Rows that cannot be imported, each with line, column and what was expected; nothing was")
    @APIResponse(responseCode = "409", description = "The same file was imported before")
    public Imported importHours(@RestPath UUID accountId, InputStream csv) {
        payroll.mayChange(accountId);
        return new Imported(hoursImport.of(accountId, payroll.userId(), csv));
    }
}
