package dev.callboard.project.rows;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.callboard.kit.problem.Problem;
import dev.callboard.kit.text.Utf8Reader;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

import static dev.callboard.project.ProjectProblem.INVALID_ROWS;

/**
 * One CSV body (RFC 4180, UTF-8, first line names the columns in any order) as it streams in. Rows are handed on in
 * batches; after the first bad row nothing more is handed on, but every row is still read, so that all that is wrong is
 * said at once. The caller's transaction makes it all or nothing.
 */
public final class CsvRows {
    public static final int LIMIT = 100_000;
    private static final int BATCH = 1_000;

    /** Nobody mends more at once, and the answer is held in memory. */
    private static final int MOST_NAMED = 1_000;

    private static final int LONGEST_RECORD = 64 * 1024;

    private static final Pattern BEGUN = Pattern.compile("record starting at line (\\d+)");

    private final List<String> required;
    private final List<String> optional;
    private final List<BadCell> bad = new ArrayList<>();

    /** @param line in the file, from 1, the line of the column names */
    public record BadCell(long line, String column, String value, String expected) {}

    /** @param required columns, in the order of the documentation */
    public CsvRows(List<String> required, List<String> optional) {
        this.required = required;
        this.optional = optional;
    }

    /**
     * @param parse makes one row; what is wrong it tells the row, and may return anything then
     * @param batch receives up to 1,000 good rows in their order
     * @return how many rows there were
     * @throws Problem INVALID_ROWS with errors [{line, column, value, expected}]
     */
    public <T> long read(InputStream body, Function<CsvRow, T> parse, Consumer<List<T>> batch) {
        var last = new long[] {1};
        try (var csv = CsvReader.builder()
                .skipEmptyLines(true)
                .maxBufferSize(LONGEST_RECORD)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowUnclosedQuote(false)
                .ofCsvRecord(new Utf8Reader(body))) {
            return read(csv.iterator(), parse, batch, last);
        } catch (CsvParseException | UncheckedIOException broken) {
            throw unreadable(last[0], broken);
        } catch (IOException broken) {
            throw unreadable(last[0], broken);
        }
    }

    /** What shows only when all rows are known, such as rows that wait for each other. */
    public void refuse(long line, String column, String value, String expected) {
        bad.add(new BadCell(line, column, value, expected));
    }

    /** @throws Problem INVALID_ROWS, if anything was refused */
    public void mustBeGood() {
        if (!bad.isEmpty()) throw invalid();
    }

    private <T> long read(
            Iterator<CsvRecord> records, Function<CsvRow, T> parse, Consumer<List<T>> batch, long[] last) {
        if (!records.hasNext())
            throw INVALID_ROWS.because("The file is empty (expected: a line of column names first)");

        var columns = columns(records.next());
        var good = new ArrayList<T>(BATCH);
        long rows = 0;
        while (records.hasNext()) {
            var record = records.next();
            last[0] = record.getStartingLineNumber();
            if (++rows > LIMIT) throw INVALID_ROWS.because("More than %,d rows".formatted(LIMIT));

            var row = new CsvRow(record, columns, bad);
            if (record.getFieldCount() != columns.size())
                row.refuse(columns.size() + " fields", String.valueOf(record.getFieldCount()), "row");
            var parsed = parse.apply(row);
            if (bad.size() >= MOST_NAMED) throw invalid();
            if (!bad.isEmpty()) continue;

            good.add(parsed);
            if (good.size() == BATCH) {
                batch.accept(List.copyOf(good));
                good.clear();
            }
        }
        mustBeGood();
        if (!good.isEmpty()) batch.accept(List.copyOf(good));
        return rows;
    }

    private Map<String, Integer> columns(CsvRecord header) {
        var columns = new HashMap<String, Integer>();
        for (int i = 0; i < header.getFieldCount(); i++) {
            var name = header.getField(i).strip().toLowerCase(Locale.ROOT);
            if (i == 0 && name.startsWith("\uFEFF")) name = name.substring(1); // spreadsheets write a byte order mark
            var known = required.contains(name) || optional.contains(name);
            if (!known || columns.put(name, i) != null)
                bad.add(new BadCell(1, name, name, "one of " + required + " or " + optional + ", once"));
        }
        for (var name : required)
            if (!columns.containsKey(name)) bad.add(new BadCell(1, name, "", "this column to be there"));
        mustBeGood();
        return columns;
    }

    private Problem invalid() {
        var rows = bad.stream().map(BadCell::line).distinct().count();
        return INVALID_ROWS
                .because("%,d bad %s; nothing was imported".formatted(rows, rows == 1 ? "row" : "rows"))
                .and("errors", List.copyOf(bad));
    }

    /** Nothing after it was read, so that more may be wrong than is said. @param last the last row that was read */
    private Problem unreadable(long last, Exception broken) {
        var encoding = notUtf8(broken);
        long line = encoding.map(Utf8Reader.NotUtf8::line).orElseGet(() -> begun(broken, last + 1));
        var expected = encoding.isPresent() ? "UTF-8" : "RFC 4180: closed quotes, at most 64 KiB a row, the whole body";
        bad.add(new BadCell(line, "", "", expected));
        return INVALID_ROWS
                .because("Line %,d cannot be read (expected: %s); nothing was imported".formatted(line, expected))
                .and("errors", List.copyOf(bad));
    }

    private static Optional<Utf8Reader.NotUtf8> notUtf8(Throwable broken) {
        for (var cause = broken; cause != null; cause = cause.getCause())
            if (cause instanceof Utf8Reader.NotUtf8 found) return Optional.of(found);
        return Optional.empty();
    }

    /** Where the row begins that could not be read; the reader says it in its message only. */
    private static long begun(Exception broken, long otherwise) {
        var said = BEGUN.matcher(String.valueOf(broken.getMessage()));
        return said.find() ? Long.parseLong(said.group(1)) : otherwise;
    }
}
