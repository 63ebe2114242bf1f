package dev.callboard.report.bulk;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/**
 * CSV for people's spreadsheets, RFC 4180, UTF-8. Text that a spreadsheet would take for a formula gets an apostrophe in
 * front (OWASP: CSV injection, full-width signs included); numbers that we computed are numbers.
 */
public final class CsvTable implements Table {
    public static final String MEDIA_TYPE = "text/csv";

    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private final Writer out;
    private boolean rowBegun;

    public CsvTable(OutputStream out) {
        this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    }

    @Override
    public Table text(String value) {
        return cell(value.isEmpty() || FORMULA.indexOf(value.charAt(0)) < 0 ? value : "'" + value);
    }

    @Override
    public Table number(BigDecimal value) {
        return cell(value.toPlainString());
    }

    @Override
    public void end() {
        write("\r\n");
        rowBegun = false;
    }

    @Override
    public void finish() throws IOException {
        out.flush();
    }

    private Table cell(String value) {
        if (rowBegun) write(",");
        rowBegun = true;
        var plain = value.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
        write(plain ? value : '"' + value.replace("\"", "\"\"") + '"');
        return this;
    }

    private void write(String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
