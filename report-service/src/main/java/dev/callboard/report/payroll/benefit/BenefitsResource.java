package dev.callboard.report.payroll.benefit;

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

@Path("/accounts/{accountId}/benefits")
@Authenticated
@RunOnVirtualThread
@Tag(name = "payroll")
class BenefitsResource {
    @Inject
    Payroll payroll;

    @Inject
    BenefitImport benefitImport;

    @POST
    @Path("import")
    @Consumes("text/csv")
    @Operation(
            operationId = "importBenefits",
            summary = "State the taxable benefits of employees and periods by CSV, all or nothing",
            description = """
                    UTF-8, RFC 4180, at most 200,000 rows; the first line names each of these columns once, in any
                    order: employee_no, period, kind, amount_minor. All are needed: period is like 2027-10, kind is one
                    of the benefits in the rules of the pay scheme, amount_minor is the whole worth and replaces what
                    was stated before. Every bad cell is listed with line, column, value and what was expected; then
                    nothing is imported.""",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Imported.class)))
    @APIResponse(responseCode = "403", description = "A member without the right PAYROLL")
    @APIResponse(
            responseCode = "422",
            description = "Rows that cannot be imported, each with line, column and what was expected; nothing was")
    public Imported importBenefits(@RestPath UUID accountId, InputStream csv) {
        payroll.mayChange(accountId);
        return new Imported(benefitImport.of(accountId, csv));
    }
}
