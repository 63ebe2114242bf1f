package dev.callboard.report.document;

import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.report.bulk.CsvTable;
import dev.callboard.report.bulk.Table;
import dev.callboard.report.bulk.XlsxTable;
import dev.callboard.report.render.Template;
import dev.callboard.report.run.Workers;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
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

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** What an account has on paper, for OWNER and BILLING. */
@Path("/accounts/{accountId}/documents")
@Authenticated
@RunOnVirtualThread
@Tag(name = "documents")
class AccountPapersResource {
    private static final List<Variant> FORMS = Variant.mediaTypes(Arrays.stream(Form.values())
                    .map(form -> MediaType.valueOf(form.mediaType))
                    .toArray(MediaType[]::new))
            .build();

    @Inject
    AccountPapers papers;

    @Inject
    PaperTemplates templates;

    @Inject
    Workers workers;

    /**
     * @param from first day; since the account was opened, where it is not said
     * @param to last day; today, where it is not said
     */
    @GET
    @Path("statement")
    @Produces({Template.MEDIA_TYPE, CsvTable.MEDIA_TYPE, XlsxTable.MEDIA_TYPE})
    @Operation(
            operationId = "getStatement",
            summary = "What was owed, paid and given back in a period, as PDF, CSV or XLSX",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            description = "The document, or its lines for a spreadsheet",
            content = {
                @Content(mediaType = Template.MEDIA_TYPE, schema = @Schema(implementation = String.class)),
                @Content(mediaType = CsvTable.MEDIA_TYPE, schema = @Schema(implementation = String.class)),
                @Content(mediaType = XlsxTable.MEDIA_TYPE, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "403", description = "The caller is a member without the right BILLING")
    @APIResponse(responseCode = "404", description = "No such account")
    public Response statement(
            @RestPath UUID accountId,
            @RestQuery @Nullable LocalDate from,
            @RestQuery @Nullable LocalDate to,
            @RestQuery @Nullable String locale,
            @Context Request request) {
        var form = wanted(request);
        var language = Drawn.language(locale);
        var statement = papers.statement(accountId, from, to);
        return form == Form.PDF
                ? oneOfSeveral(
                        Drawn.of(workers, accountId, templates.statement(accountId, language), statement), "statement")
                : file(form, "statement", "Statement", table -> PaperTables.write(statement, table));
    }

    @GET
    @Path("invoices/{number}")
    @Produces(Template.MEDIA_TYPE)
    @Operation(
            operationId = "getInvoiceDocument",
            summary = "An invoice or a credit note",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            description = "The document",
            content = @Content(mediaType = Template.MEDIA_TYPE, schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "403", description = "The caller is a member without the right BILLING")
    @APIResponse(responseCode = "404", description = "No such account or invoice")
    public Response invoice(@RestPath UUID accountId, @RestPath int number, @RestQuery @Nullable String locale) {
        var language = Drawn.language(locale);
        var invoice = papers.invoice(accountId, number);
        return answer(
                Drawn.of(workers, accountId, templates.invoice(accountId, language), invoice), "invoice-" + number);
    }

    /** Of a document that is answered in other forms, too. */
    static Response oneOfSeveral(Drawn drawn, String name) {
        return Response.fromResponse(answer(drawn, name))
                .header("Vary", "Accept")
                .build();
    }

    /** Revalidated each time, since what stands on it may have changed. */
    static Response answer(Drawn drawn, String name) {
        return Response.ok(drawn.bytes(), Template.MEDIA_TYPE)
                .tag(new EntityTag(drawn.sha256()))
                .header("Cache-Control", "private, no-cache")
                .header("Content-Disposition", "inline; filename=\"" + name + ".pdf\"")
                .build();
    }

    /** @throws dev.callboard.kit.problem.Problem NOT_ACCEPTABLE */
    static Form wanted(Request request) {
        var variant = request.selectVariant(FORMS);
        if (variant == null) throw CommonProblem.NOT_ACCEPTABLE.of("a PDF, text/csv or a workbook");
        return Form.of(variant.getMediaType().toString());
    }

    /**
     * To be kept as a file. A workbook holds the moment at which it was made: there is nothing to revalidate.
     *
     * @param title of the workbook's sheet
     * @param rows as {@link Form#written}
     */
    static Response file(Form form, String name, String title, Consumer<Table> rows) {
        return Response.ok(form.written(title, rows), form.mediaType)
                .header("Content-Disposition", "attachment; filename=\"" + form.fileName(name) + "\"")
                .header("Cache-Control", "no-store")
                .header("Vary", "Accept")
                .build();
    }
}
