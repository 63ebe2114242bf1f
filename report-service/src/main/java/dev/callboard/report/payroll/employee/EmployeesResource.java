package dev.callboard.report.payroll.employee;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callboard.kit.http.Conditional;
import dev.callboard.kit.http.Etag;
import dev.callboard.kit.http.IfMatch;
import dev.callboard.kit.http.MergePatch;
import dev.callboard.kit.http.Page;
import dev.callboard.kit.http.PageRequest;
import dev.callboard.kit.http.Pages;
import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.report.bulk.Imported;
import dev.callboard.report.payroll.Payroll;
import dev.callboard.report.payroll.employee.Employees.Stored;
import dev.callboard.report.payroll.rule.PayKind;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

@Path("/accounts/{accountId}")
@Authenticated
@RunOnVirtualThread
@Tag(name = "payroll")
class EmployeesResource {
    @Inject
    Payroll payroll;

    @Inject
    Employees employees;

    @Inject
    EmployeeImport employeeImport;

    @Inject
    OpeningBalanceImport balanceImport;

    @Inject
    MergePatch mergePatch;

    /** A page in the contract. */
    record EmployeePage(List<EmployeeView> items, @Nullable String next) {}

    @GET
    @Path("employees")
    @Operation(
            operationId = "listEmployees",
            summary = "The paid people of an account, by number",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "403", description = "A member without the right PAYROLL")
    @APIResponse(
            responseCode = "200",
            description = "A page of employees",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = EmployeePage.class)))
    public Response list(
            @RestPath UUID accountId,
            @RestQuery @DefaultValue("") String q,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        payroll.mayUse(accountId);
        var found = employees.page(accountId, q, page.cursor().orElse(""), page.limit() + 1);
        var shown =
                Page.of(found, page.limit(), (Stored last) -> last.employee().employeeNo());
        return Pages.response(uri, shown.map(EmployeeView::of));
    }

    @GET
    @Path("employees/{employeeNo}")
    @Operation(
            operationId = "getEmployee",
            summary = "One employee",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "403", description = "A member without the right PAYROLL")
    @APIResponse(
            responseCode = "200",
            description = "The employee",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = EmployeeView.class)))
    public Response get(@RestPath UUID accountId, @RestPath String employeeNo) {
        payroll.mayUse(accountId);
        return answer(employees.of(accountId, employeeNo).orElseThrow(() -> CommonProblem.NOT_FOUND.of("employee")));
    }

    @PATCH
    @Path("employees/{employeeNo}")
    @Consumes("application/merge-patch+json")
    @Operation(
            operationId = "changeEmployee",
            summary = "Mend an employee's data, such as an invalid IBAN",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "403", description = "A member without the right PAYROLL")
    @APIResponse(
            responseCode = "200",
            description = "The employee",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = EmployeeView.class)))
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = EmployeeChange.class)))
    public Response change(
            @RestPath UUID accountId,
            @RestPath String employeeNo,
            @RestHeader("If-Match") IfMatch ifMatch,
            JsonNode patch) {
        payroll.mayChange(accountId);
        return answer(employees.change(
                accountId, employeeNo, ifMatch, current -> mergePatch.apply(current, patch, Employee.class)));
    }

    @POST
    @Path("employees/import")
    @Consumes("text/csv")
    @Operation(
            operationId = "importEmployees",
            summary = "Add and replace employees by CSV, all or nothing",
            description = """
                    UTF-8, RFC 4180, at most 200,000 rows; the first line names each of these columns once, in any
                    order: employee_no, given_name, family_name, email, birth_date, street, postal_code, city, country
                    (ISO 3166: SE), iban, tax_id, tax_table, pay_kind (HOURLY, DAILY, WEEKLY, MONTHLY or FEE),
                    rate_minor (for what pay_kind names), currency (ISO 4217), started_on, annual_leave_days,
                    department, job_title, agreement, holiday_pay_bp (basis points), cost_code. Dates are like
                    2027-10-31. Needed are employee_no, given_name, family_name, pay_kind, rate_minor, currency and
                    started_on; other cells may be empty. A known number is replaced, unless it is another person's. An
                    IBAN or a tax table that is wrong is for the pay run to name. Every bad cell is listed with line,
                    column, value and what was expected; then nothing is imported.""",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Imported.class)))
    @APIResponse(responseCode = "403", description = "A member without the right PAYROLL")
    @APIResponse(
            responseCode = "422",
            description = "Rows that cannot be imported, each with line, column and what was expected; nothing was")
    public Imported importEmployees(@RestPath UUID accountId, InputStream csv) {
        payroll.mayChange(accountId);
        return new Imported(employeeImport.of(accountId, csv));
    }

    @POST
    @Path("opening-balances/import")
    @Consumes("text/csv")
    @Operation(
            operationId = "importOpeningBalances",
            summary = "What was paid earlier in the year, by CSV, all or nothing",
            description = """
                    UTF-8, RFC 4180, at most 200,000 rows; the first line names each of these columns once, in any
                    order: employee_no, year, gross_minor, taxable_minor, tax_minor, deductions_minor, net_minor, hours,
                    leave_days. Amounts are in minor units; deductions_minor, hours and leave_days may be empty, which
                    is 0. The balance of a known number and year is replaced. Every bad cell is listed with line,
                    column, value and what was expected; then nothing is imported.""",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Imported.class)))
    @APIResponse(responseCode = "403", description = "A member without the right PAYROLL")
    @APIResponse(
            responseCode = "422",
            description = "Rows that cannot be imported, each with line, column and what was expected; nothing was")
    public Imported importOpeningBalances(@RestPath UUID accountId, InputStream csv) {
        payroll.mayChange(accountId);
        return new Imported(balanceImport.of(accountId, csv));
    }

    private static Response answer(Stored stored) {
        var view = EmployeeView.of(stored);
        return Conditional.ok(Etag.of(stored.version(), view), view);
    }

    /** @param bankAccount and taxId masked: who mends them types them anew */
    record EmployeeView(
            String employeeNo,
            String givenName,
            String familyName,
            @Nullable String email,
            @Nullable LocalDate birthDate,
            String street,
            String postalCode,
            String city,
            String country,
            String bankAccount,
            boolean bankAccountValid,
            String taxId,
            String taxTable,
            PayKind payKind,
            long rateMinor,
            String currency,
            LocalDate startedOn,
            int annualLeaveHundredths,
            String department,
            String jobTitle,
            String agreement,
            int holidayPayBp,
            String costCode,
            List<String> allowed) {
        static EmployeeView of(Stored stored) {
            var it = stored.employee();
            return new EmployeeView(
                    it.employeeNo(),
                    it.givenName(),
                    it.familyName(),
                    it.email(),
                    it.birthDate(),
                    it.street(),
                    it.postalCode(),
                    it.city(),
                    it.country(),
                    Iban.masked(Iban.plain(it.iban())),
                    Iban.valid(Iban.plain(it.iban())),
                    it.maskedTaxId(),
                    it.taxTable(),
                    it.payKind(),
                    it.rateMinor(),
                    it.currency(),
                    it.startedOn(),
                    it.annualLeaveHundredths(),
                    it.department(),
                    it.jobTitle(),
                    it.agreement(),
                    it.holidayPayBp(),
                    it.costCode(),
                    List.of("change"));
        }
    }
}
