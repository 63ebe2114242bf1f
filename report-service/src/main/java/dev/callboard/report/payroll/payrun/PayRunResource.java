package dev.callboard.report.payroll.payrun;

import dev.callboard.kit.http.Conditional;
import dev.callboard.kit.http.Etag;
import dev.callboard.kit.http.Page;
import dev.callboard.kit.http.PageRequest;
import dev.callboard.kit.http.Pages;
import dev.callboard.kit.idempotency.Idempotent;
import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.report.bulk.CsvTable;
import dev.callboard.report.bulk.Table;
import dev.callboard.report.bulk.XlsxTable;
import dev.callboard.report.payroll.Payroll;
import dev.callboard.report.room.Share;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.core.Variant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import static dev.callboard.report.room.Room.Use.FILES;

@Path("/pay-runs/{id}")
@Authenticated
@RunOnVirtualThread
@Tag(name = "pay-runs")
class PayRunResource {
    static final String CSV = CsvTable.MEDIA_TYPE;
    static final String XLSX = XlsxTable.MEDIA_TYPE;

    /** MiB: a page of 2,000 rows, and a thousand of a workbook. */
    private static final int ROOM_OF_FILE = 4;

    private static final List<Variant> JSON_OR_CSV = variants(MediaType.APPLICATION_JSON, CSV);
    private static final List<Variant> JSON_CSV_OR_XLSX = variants(MediaType.APPLICATION_JSON, CSV, XLSX);

    private static List<Variant> variants(String... types) {
        return Arrays.stream(types)
                .map(type -> new Variant(MediaType.valueOf(type), (String) null, null))
                .toList();
    }

    @Inject
    Payroll payroll;

    @Inject
    PayRuns runs;

    @Inject
    Register register;

    @Inject
    PaymentFile paymentFile;

    @Inject
    Journal journal;

    @Inject
    Share share;

    @GET
    @Operation(
            operationId = "getPayRun",
            summary = "A pay run with its control totals",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            description = "The pay run",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PayRunView.class)))
    public Response get(@RestPath UUID id) {
        return answer(visible(id));
    }

    @POST
    @Path("calculation")
    @Idempotent
    @Operation(
            operationId = "recalculatePayRun",
            summary = "Calculate again, until the run is approved",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "409", description = "Approved: nothing in it changes any more")
    @APIResponse(
            responseCode = "202",
            description = "CALCULATING",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PayRunView.class)))
    public Response calculateAgain(@RestPath UUID id) {
        changeable(id);
        var run = runs.calculateAgain(id, payroll.userId());
        return Response.accepted(PayRunView.of(run))
                .location(URI.create("/api/v1/pay-runs/" + id))
                .header("Retry-After", 1)
                .build();
    }

    @POST
    @Path("review")
    @Idempotent
    @Operation(
            operationId = "reviewPayRun",
            summary = "Say that exceptions and totals were looked at",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "409", description = "Approved, or not calculated")
    @APIResponse(
            responseCode = "200",
            description = "The pay run",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PayRunView.class)))
    public Response review(@RestPath UUID id) {
        changeable(id);
        return answer(runs.review(id, payroll.userId()));
    }

    @POST
    @Path("approval")
    @Idempotent
    @Operation(
            operationId = "approvePayRun",
            summary = "Approve: from now on nothing in the run changes",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "403", description = "The account asks for another approver than who calculated")
    @APIResponse(
            responseCode = "409",
            description =
                    "Approved before, not calculated, work has changed since, no account to pay from, or a text of the"
                            + " employer that no document can show")
    @APIResponse(
            responseCode = "200",
            description = "The pay run",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PayRunView.class)))
    public Response approve(@RestPath UUID id) {
        changeable(id);
        return answer(runs.approve(id, payroll.userId()));
    }

    @POST
    @Path("release")
    @Idempotent
    @Operation(
            operationId = "releasePayRun",
            summary = "Release slips and payments and close the period",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "409", description = "Not approved")
    @APIResponse(
            responseCode = "200",
            description = "The pay run",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PayRunView.class)))
    public Response release(@RestPath UUID id) {
        changeable(id);
        return answer(runs.release(id, payroll.userId()));
    }

    /** A page in the contract. */
    record ExceptionPage(
            List<Register.ExceptionRow> items, @Nullable String next) {}

    @GET
    @Path("exceptions")
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @Operation(
            operationId = "listPayRunExceptions",
            summary = "What to look at before approval and who is excluded, as JSON pages or CSV",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            description = "A page of them, or all in one file",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = ExceptionPage.class)),
                @Content(mediaType = CSV, schema = @Schema(implementation = String.class))
            })
    public Response exceptions(
            @RestPath UUID id, @BeanParam PageRequest page, @Context UriInfo uri, @Context Request request) {
        var run = visible(id);
        if (wanted(request, JSON_OR_CSV).equals(CSV))
            return file(run, "exceptions", "csv", CSV, out -> {
                var table = new CsvTable(out);
                register.writeExceptionsTo(run, table);
                table.finish();
            });

        var found = register.exceptions(run, page.cursorNumber().orElse(0), page.limit() + 1);
        return json(Pages.response(uri, Page.of(found, page.limit(), last -> String.valueOf(last.number()))));
    }

    /** A page in the contract. */
    record RegisterPage(
            List<Register.Entry> items, @Nullable String next) {}

    @GET
    @Path("register")
    @Produces({MediaType.APPLICATION_JSON, CSV, XLSX})
    @Operation(
            operationId = "getPayRegister",
            summary = "The results by employee, as JSON pages, CSV or XLSX",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            description = "A page of them, or all in one file",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = RegisterPage.class)),
                @Content(mediaType = CSV, schema = @Schema(implementation = String.class)),
                @Content(mediaType = XLSX, schema = @Schema(implementation = String.class))
            })
    public Response register(
            @RestPath UUID id, @BeanParam PageRequest page, @Context UriInfo uri, @Context Request request) {
        var run = visible(id);
        return switch (wanted(request, JSON_CSV_OR_XLSX)) {
            case CSV -> file(run, "pay-register", "csv", CSV, out -> writeRegister(run, new CsvTable(out)));
            case XLSX ->
                file(
                        run,
                        "pay-register",
                        "xlsx",
                        XLSX,
                        out -> writeRegister(run, new XlsxTable(out, "Pay register " + run.period())));
            default -> {
                var found = register.page(run, page.cursor().orElse(""), page.limit() + 1);
                yield json(Pages.response(uri, Page.of(found, page.limit(), last -> last.employeeNo())));
            }
        };
    }

    private void writeRegister(PayRun run, Table table) throws IOException {
        register.writeTo(run, table);
        table.finish();
    }

    @GET
    @Path("employees/{employeeNo}")
    @Operation(
            operationId = "getPayRunLines",
            summary = "Every line of one employee's pay with its rule and its sources",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    public LinesView lines(@RestPath UUID id, @RestPath String employeeNo) {
        var run = visible(id);
        var lines = register.lines(run, employeeNo);
        if (lines.isEmpty()) throw CommonProblem.NOT_FOUND.of("employee in the pay run");
        return new LinesView(employeeNo, run.currency, lines, List.of());
    }

    @GET
    @Path("payment-file")
    @Produces(MediaType.APPLICATION_XML)
    @Operation(
            operationId = "getPaymentFile",
            summary = "The payments as ISO 20022 pain.001.001.09",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "409", description = "Not approved, without slips, or the paying account is missing")
    @APIResponse(
            responseCode = "200",
            description = "The document",
            content = @Content(mediaType = "application/xml", schema = @Schema(implementation = String.class)))
    public Response paymentFile(@RestPath UUID id) {
        var run = visible(id);
        paymentFile.check(run);
        return file(run, "payments", "pain001.xml", MediaType.APPLICATION_XML, out -> paymentFile.writeTo(run, out));
    }

    @GET
    @Path("journal")
    @Produces(CSV)
    @Operation(
            operationId = "getPayJournal",
            summary = "The run for the general ledger, balanced",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "409", description = "Not approved")
    @APIResponse(
            responseCode = "200",
            description = "The document",
            content = @Content(mediaType = CSV, schema = @Schema(implementation = String.class)))
    public Response journal(@RestPath UUID id) {
        var run = visible(id);
        run.mustBeApproved();
        return file(run, "journal", "csv", CSV, out -> {
            var table = new CsvTable(out);
            journal.writeTo(run, table);
            table.finish();
        });
    }

    private static String wanted(Request request, List<Variant> variants) {
        var chosen = request.selectVariant(variants);
        if (chosen == null)
            throw CommonProblem.NOT_ACCEPTABLE.of(
                    variants.stream().map(Variant::getMediaType).toList());
        return chosen.getMediaType().toString();
    }

    private static Response json(Response page) {
        return Response.fromResponse(page).type(MediaType.APPLICATION_JSON_TYPE).build();
    }

    private Response file(PayRun run, String name, String extension, String type, StreamingOutput content) {
        share.take(FILES, run.accountId, ROOM_OF_FILE);
        return Response.ok(content, type)
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"%s-%s.%s\"".formatted(name, run.period(), extension))
                .header("Cache-Control", "no-store")
                .build();
    }

    private static Response answer(PayRun run) {
        var view = PayRunView.of(run);
        return Conditional.ok(Etag.of(run.version, view), view);
    }

    /** Another account's run is as unknown as one that does not exist. */
    private PayRun visible(UUID id) {
        var run = runs.findById(id);
        if (run == null || !payroll.canUse(run.accountId)) throw CommonProblem.NOT_FOUND.of("pay run");
        return run;
    }

    private void changeable(UUID id) {
        payroll.mayChange(visible(id).accountId);
    }

    record LinesView(String employeeNo, String currency, List<Register.Line> lines, List<String> allowed) {}
}
