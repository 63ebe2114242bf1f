package dev.callboard.project.rows;

import de.siegmar.fastcsv.reader.CsvRecord;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** One row and what is wrong with it. Cells are stripped; an empty cell is an absent one. */
public final class CsvRow {
    private final CsvRecord row;
    private final Map<String, Integer> columns;
    private final List<CsvRows.BadCell> bad;

    CsvRow(CsvRecord row, Map<String, Integer> columns, List<CsvRows.BadCell> bad) {
        this.row = row;
        this.columns = columns;
        this.bad = bad;
    }

    /** The cell as it is, or the empty text. */
    public String text(String column) {
        var index = columns.get(column);
        return index == null || index >= row.getFieldCount()
                ? ""
                : row.getField(index).strip();
    }

    /** @param max characters */
    public String required(String column, int max) {
        var text = text(column);
        if (text.isEmpty() || text.length() > max) refuse(column, "1 to " + max + " characters");
        return text;
    }

    /** @param max characters */
    public @Nullable String optional(String column, int max) {
        var text = text(column);
        if (text.length() > max) refuse(column, "at most " + max + " characters");
        return text.isEmpty() ? null : text;
    }

    /**
     * @param expected said when {@code parse} throws
     * @return null for an empty or a bad cell
     */
    public <T> @Nullable T parsed(String column, String expected, Function<String, T> parse) {
        var text = text(column);
        if (text.isEmpty()) return null;
        try {
            return parse.apply(text);
        } catch (RuntimeException unreadable) {
            refuse(column, expected);
            return null;
        }
    }

    /** As {@link #parsed}; an empty cell is a bad one. */
    public <T> @Nullable T mustParse(String column, String expected, Function<String, T> parse) {
        if (text(column).isEmpty()) {
            refuse(column, expected);
            return null;
        }
        return parsed(column, expected, parse);
    }

    public void refuse(String column, String expected) {
        refuse(expected, text(column), column);
    }

    /** Where in the file the row begins, from 1. */
    public long line() {
        return row.getStartingLineNumber();
    }

    void refuse(String expected, String value, String column) {
        var shown = value.length() > 200 ? value.substring(0, 200) + "…" : value;
        bad.add(new CsvRows.BadCell(line(), column, shown, expected));
    }
}
