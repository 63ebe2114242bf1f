package dev.callboard.report.bulk;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;

/**
 * One sheet, streamed; what is too long for one goes on in a second under the same heads. Text cells are strings,
 * whatever they begin with: a spreadsheet never runs them.
 */
public final class XlsxTable implements Table {
    public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int FLUSH_EVERY = 1_000;

    private final Workbook workbook;
    private final String title;
    private Worksheet sheet;
    private List<String> heads = List.of();
    private int sheets;
    private int row;
    private int column;

    public XlsxTable(OutputStream out, String title) {
        workbook = new Workbook(out, "Callboard", "1.0");
        this.title = title;
        sheet = nextSheet();
    }

    private Worksheet nextSheet() {
        sheets++;
        var next = workbook.newWorksheet(sheets == 1 ? title : title + " " + sheets);
        next.freezePane(0, 1);
        return next;
    }

    @Override
    public void header(String... names) {
        heads = List.of(names);
        Table.super.header(names);
    }

    @Override
    public Table text(String value) {
        makeRoom();
        // not value(…), which keeps every distinct string of the workbook until its end
        sheet.inlineString(row, column++, value);
        return this;
    }

    @Override
    public Table number(BigDecimal value) {
        makeRoom();
        sheet.value(row, column++, value);
        return this;
    }

    private void makeRoom() {
        if (row < Worksheet.MAX_ROWS) return;
        try {
            sheet.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sheet = nextSheet();
        row = 0;
        for (var head : heads) sheet.inlineString(row, column++, head);
        end();
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
