package dev.callboard.report.document;

import dev.callboard.report.bulk.CsvTable;
import dev.callboard.report.bulk.Table;
import dev.callboard.report.bulk.XlsxTable;
import dev.callboard.report.render.Template;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.function.Consumer;

/** What a tabular document is wanted as: on paper, which is the first choice, or as rows for a spreadsheet. */
enum Form {
    PDF(Template.MEDIA_TYPE),
    CSV(CsvTable.MEDIA_TYPE),
    XLSX(XlsxTable.MEDIA_TYPE);

    final String mediaType;

    Form(String mediaType) {
        this.mediaType = mediaType;
    }

    static Form of(String mediaType) {
        for (var form : values()) if (form.mediaType.equals(mediaType)) return form;
        throw new IllegalArgumentException(mediaType + " (expected: that of a form)");
    }

    /** {@code statement.csv}. */
    String fileName(String name) {
        return name + "." + name().toLowerCase(Locale.ROOT);
    }

    /**
     * For a spreadsheet: as a whole, so that what it is made of is not kept for as long as a slow reader takes. 50,000
     * rows are some 5 MB.
     *
     * @param rows writes head and rows and does not finish the table
     * @param title of the workbook's sheet
     */
    byte[] written(String title, Consumer<Table> rows) {
        var out = new ByteArrayOutputStream();
        var table =
                switch (this) {
                    case CSV -> new CsvTable(out);
                    case XLSX -> new XlsxTable(out, title);
                    case PDF -> throw new IllegalStateException("paper has no rows");
                };
        rows.accept(table);
        try {
            table.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
