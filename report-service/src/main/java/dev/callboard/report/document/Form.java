package dev.callboard.report.document;

import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.report.bulk.CsvTable;
import dev.callboard.report.bulk.Table;
import dev.callboard.report.bulk.XlsxTable;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.Variant;

import java.util.List;
import java.util.function.Consumer;

/** What a tabular document is wanted as: on paper, which is the first choice, or as rows for a spreadsheet. */
enum Form {
    PAPER(Form.PDF),
    COMMA_SEPARATED(Form.CSV),
    WORKBOOK(Form.XLSX);

    static final String PDF = "application/pdf";
    static final String CSV = "text/csv";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final List<Variant> VARIANTS = Variant.mediaTypes(
                    MediaType.valueOf(PDF), MediaType.valueOf(CSV), MediaType.valueOf(XLSX))
            .build();

    private final String type;

    Form(String type) {
        this.type = type;
    }

    /** @throws dev.callboard.kit.problem.Problem NOT_ACCEPTABLE */
    static Form wanted(Request request) {
        var variant = request.selectVariant(VARIANTS);
        if (variant == null) throw CommonProblem.NOT_ACCEPTABLE.of("a PDF, text/csv or a workbook");
        var type = variant.getMediaType().toString();
        for (var form : values()) if (form.type.equals(type)) return form;
        throw new IllegalStateException(type);
    }

    /**
     * To be kept as a file. A workbook holds the moment at which it was made: there is nothing to revalidate.
     *
     * @param rows writes head and rows; what it writes to ends them
     * @param title of the workbook's sheet
     */
    Response file(String name, String title, Consumer<Table> rows) {
        StreamingOutput content = out -> {
            var table = this == WORKBOOK ? new XlsxTable(out, title) : new CsvTable(out);
            rows.accept(table);
            table.finish();
        };
        var extension = this == WORKBOOK ? ".xlsx" : ".csv";
        return Response.ok(content, type)
                .header("Content-Disposition", "attachment; filename=\"" + name + extension + "\"")
                .header("Cache-Control", "no-store")
                .header("Vary", "Accept")
                .build();
    }
}
