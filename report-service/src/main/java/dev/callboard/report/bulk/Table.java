package dev.callboard.report.bulk;

import java.io.IOException;
import java.math.BigDecimal;

/** Rows of cells for a spreadsheet, written as they come. What users typed is never a formula there. */
public interface Table {
    Table text(String value);

    Table number(BigDecimal value);

    default Table number(long value) {
        return number(BigDecimal.valueOf(value));
    }

    /** Minor units of a currency with two decimals, as its main unit: 228000 is 2280.00. */
    default Table money(long minor) {
        return number(BigDecimal.valueOf(minor, 2));
    }

    void end();

    /** Once, after the last row. Does not close the stream. */
    void finish() throws IOException;

    default void header(String... names) {
        for (var name : names) text(name);
        end();
    }
}
