package dev.callboard.report.run;

import dev.callboard.kit.http.Conditional;
import dev.callboard.kit.http.Etag;
import dev.callboard.kit.http.Page;
import dev.callboard.kit.http.PageRequest;
import dev.callboard.kit.http.Pages;
import dev.callboard.kit.idempotency.Idempotent;
import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.report.bulk.CsvTable;
import dev.callboard.report.bulk.XlsxTable;
import dev.callboard.report.payroll.Payroll;
import dev.callboard.report.render.Template;
import dev.callboard.report.room.Share;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
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
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

import static dev.callboard.report.room.Room.Use.FILES;

@Path("/report-runs/{id}")
@Authenticated
@RunOnVirtualThread
@Tag(name = "report-runs")
class ReportRunResource {
    private static final String XLSX = XlsxTable.MEDIA_TYPE;
    private static final String PDF = Template.MEDIA_TYPE;
    private static final String CSV = CsvTable.MEDIA_TYPE;
    private static final List<Variant> TABLES = List.of(
            new Variant(MediaType.valueOf(CSV), (String) null, null),
            new Variant(MediaType.valueOf(XLSX), (String) null, null));

    @Inject
    Payroll payroll;

    @Inject
    CallersRuns mine;

    @Inject
    ReportRuns runs;

    @Inject
    ReportItems items;

    @Inject
    RunFiles files;

    @Inject
    RunTables tables;

    @Inject
    DocumentPasswords passwords;

    @Inject
    WaitingChunks waiting;

    @Inject
    Share share;

    @Inject
    InstantSource clock;

    @GET
    @Operation(
            operationId = "getReportRun",
            summary = "A report run with its counts, pace and estimated end",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            description = "The report run",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ReportRunView.class)))
    public Response get(@RestPath UUID id) {
        var run = mine.visible(id);
        var view = ReportRunView.of(run, waiting.of(run), clock.instant());
        var answer = Conditional.ok(Etag.of(run.version, view), view);
        return run.state.finished()
                ? answer
                : Response.fromResponse(answer).header("Retry-After", 1).build();
    }

    /** No If-Match: the version rises with every chunk, and cancelling is the same whatever is drawn by then. */
    @DELETE
    @Operation(
            operationId = "cancelReportRun",
            summary = "Cancel: what is drawn stays, the rest is not drawn",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "204", description = "Cancelled")
    @APIResponse(responseCode = "409", description = "Finished")
    public Response cancel(@RestPath UUID id) {
        runs.cancel(mine.changeable(id));
        return Response.noContent().build();
    }

    @POST
    @Path("retry")
    @Idempotent
    @Operation(
            operationId = "retryReportRun",
            summary = "Draw what failed again, in a run of its own",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "409", description = "Not finished, or nothing failed")
    @APIResponse(
            responseCode = "202",
            description = "The new run",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ReportRunView.class)))
    public Response retry(@RestPath UUID id) {
        return ReportRunsResource.accepted(runs.retry(mine.changeable(id), payroll.userId()), clock);
    }

    /** A page in the contract. */
    record ReportPage(
            List<ReportItems.ReportItem> items, @Nullable String next) {}

    @GET
    @Path("items")
    @Operation(
            operationId = "listReports",
            summary = "The reports of a run with their states and reasons",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            description = "A page of reports",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ReportPage.class)))
    public Response items(
            @RestPath UUID id, @RestQuery ReportItems.State state, @BeanParam PageRequest page, @Context UriInfo uri) {
        var run = mine.visible(id);
        var found = items.page(run, state, page.cursorNumber().orElse(0), page.limit() + 1);
        return Pages.response(uri, Page.of(found, page.limit(), last -> String.valueOf(last.item())));
    }

    @GET
    @Path("archive")
    @Produces("application/zip")
    @Operation(
            operationId = "getReportArchive",
            summary = "All documents of a finished run as a ZIP",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "409", description = "Not finished, or a password is not known")
    @APIResponse(
            responseCode = "200",
            description = "The document",
            content = @Content(mediaType = "application/zip", schema = @Schema(implementation = String.class)))
    public Response archive(@RestPath UUID id) {
        var run = finished(id);
        share.take(FILES, run.accountId, RunFiles.ROOM_OF_ARCHIVE);
        var encrypted = passwords.protect(run.accountId, run.kind);
        if (encrypted) passwords.mustKnowEveryone(run);
        files.mustBeWhole(run);
        return file(run, "zip", "application/zip", out -> files.writeArchive(run, encrypted, out));
    }

    @GET
    @Path("document")
    @Produces(PDF)
    @Operation(
            operationId = "getMergedReport",
            summary = "All documents of a finished run as one PDF",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "409", description = "Not finished, or each document has a password")
    @APIResponse(
            responseCode = "200",
            description = "The document",
            content = @Content(mediaType = PDF, schema = @Schema(implementation = String.class)))
    public Response merged(@RestPath UUID id) {
        var run = finished(id);
        passwords.mustNotProtect(run);
        share.take(FILES, run.accountId, RunFiles.roomOfMerged(run));
        var prefixes = files.mergeable(run);
        return file(run, "pdf", PDF, out -> files.writeMerged(run, prefixes, out));
    }

    @GET
    @Path("table")
    @Produces({CSV, XLSX})
    @Operation(
            operationId = "getReportTable",
            summary = "The figures of a run, and what became of each document, as CSV or XLSX",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            description = "The table",
            content = {
                @Content(mediaType = CSV, schema = @Schema(implementation = String.class)),
                @Content(mediaType = XLSX, schema = @Schema(implementation = String.class))
            })
    public Response table(@RestPath UUID id, @Context Request request) {
        var run = mine.visible(id);
        var wanted = request.selectVariant(TABLES);
        if (wanted == null) throw CommonProblem.NOT_ACCEPTABLE.of("text/csv or a workbook");
        share.take(FILES, run.accountId, RunTables.roomOf(run));
        return wanted.getMediaType().toString().equals(XLSX)
                ? file(run, "xlsx", XLSX, out -> tables.write(run, new XlsxTable(out, "Report run")))
                : file(run, "csv", CSV, out -> tables.write(run, new CsvTable(out)));
    }

    private static Response file(ReportRun run, String extension, String type, StreamingOutput content) {
        var name = run.kind.word() + "-" + run.span() + "." + extension;
        return Response.ok(content, type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    private ReportRun finished(UUID id) {
        var run = mine.visible(id);
        run.mustBeFinished();
        return run;
    }
}
