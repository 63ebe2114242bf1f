package dev.callboard.report.bulk;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;

/** One sheet, streamed. Text cells are strings, whatever they begin with: a spreadsheet never runs them. */
public final class XlsxTable implements Table {
    public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int FLUSH_EVERY = 1_000;

    private final Workbook workbook;
    private final Worksheet sheet;
    private int row;
    private int column;

    public XlsxTable(OutputStream out, String title) {
        workbook = new Workbook(out, "Callboard", "1.0");
        sheet = workbook.newWorksheet(title);
        sheet.freezePane(0, 1);
    }

    @Override
    public Table text(String value) {
        // not value(…), which keeps every distinct string of the workbook until its end
        sheet.inlineString(row, column++, value);
        return this;
    }

    @Override
    public Table number(BigDecimal value) {
        sheet.value(row, column++, value);
        return this;
    }

    @Override
    public void end() {
        row++;
        column = 0;
        try {
            if (row % FLUSH_EVERY == 0) sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void finish() throws IOException {
        workbook.finish();
    }
}
