package dev.callboard.report.bulk;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.callboard.kit.database.Database;
import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.kit.problem.ProblemType;
import dev.callboard.kit.text.Utf8Reader;
import dev.callboard.kit.text.Utf8Reader.NotUtf8;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * A CSV upload, all or nothing. The upload is read to its end and checked row by row into a file before a transaction
 * begins, however slow the sender is: one that breaks off changes nothing. Then the rows are copied and moved.
 */
@ApplicationScoped
public class CsvImport {
    /** Of a file of which nothing is kept while it is read: memory is the same for one row and for a million. */
    public static final int MOST_ROWS = 1_000_000;

    /**
     * Of a file in which nothing may stand twice, so that of each row is kept what it is known by until the end: 90 to 110
     * bytes for a number, 180 for the longest benefit, 240 for a leave that is the only one of its employee. That is 9 to
     * 24 MiB for 100,000 rows and 18 to 48 for as many as these; a million would be 85 to 240, half of the heap.
     */
    public static final int MOST_DISTINCT_ROWS = 200_000;

    private static final Pattern BEGUN = Pattern.compile("record starting at line (\\d+)");

    /** What happens to the copied rows, in one transaction. */
    @FunctionalInterface
    public interface Move {
        void from(Upload upload);
    }

    /** @param sha256 of the bytes as they were sent */
    public record Upload(long rows, String sha256) {}

    @Inject
    Database db;

    @Inject
    Copy copy;

    /**
     * @param columns that the header must have, in any order
     * @param most rows, one of those above
     * @param staging statement that makes a temporary table dropped on commit, and its COPY target
     * @param checked reads a row and writes it
     * @throws dev.callboard.kit.problem.Problem {@code invalidRows} with each bad cell
     */
    public Upload rows(
            InputStream body,
            List<String> columns,
            int most,
            ProblemType invalidRows,
            Staging staging,
            BiConsumer<Row, CopyRows> checked,
            Move move) {
        try (var file = unnamed(Files.createTempFile("callboard-import", ".copy"))) {
            var upload = spool(body, columns, most, invalidRows, checked, Channels.newOutputStream(file));
            file.position(0);
            QuarkusTransaction.requiringNew().timeout(300).run(() -> {
                db.update(staging.create());
                copy.into(staging.target(), Channels.newInputStream(file));
                move.from(upload);
            });
            return upload;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file loses its name as it is opened: whatever ends the process, nothing of the upload stays. */
    static FileChannel unnamed(Path file) throws IOException {
        return FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    /** @param create {@code create temporary table … on commit drop} */
    public record Staging(String create, String target) {}

    private static Upload spool(
            InputStream body,
            List<String> columns,
            int most,
            ProblemType invalidRows,
            BiConsumer<Row, CopyRows> checked,
            OutputStream to)
            throws IOException {
        var digest = sha256();
        var bad = new BadRows();
        var rows = 0L;
        var line = 0L;
        var out = new BufferedOutputStream(to, 1 << 16);
        try (var csv = CsvReader.builder()
                .detectBomHeader(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .skipEmptyLines(true)
                .allowUnclosedQuote(false)
                .ofCsvRecord(new Utf8Reader(new DigestInputStream(body, digest)))) {
            var copied = new CopyRows(out);
            var found = csv.iterator();
            if (!found.hasNext()) throw invalidRows.because("the file is empty; expected " + String.join(",", columns));
            var header = header(found.next(), columns, bad);
            if (bad.any()) throw bad.refusal(invalidRows);

            while (found.hasNext()) {
                var record = found.next();
                line = record.getStartingLineNumber();
                rows++;
                if (rows > most)
                    throw invalidRows.because(
                            "rows: more than %1$d (expected: at most %1$d in a file; split it)".formatted(most));
                if (record.getFieldCount() != header.size()) {
                    bad.add(new BadRow(line, "", record.getFieldCount() + " cells", header.size() + " cells"));
                    continue;
                }
                checked.accept(new Row(line, header, record.getFields(), bad), copied);
            }
            copied.flush();
            out.flush();
        } catch (CsvParseException | UncheckedIOException unreadable) {
            if (brokeOff(unreadable)) throw CommonProblem.INVALID.because("The upload broke off; nothing was imported");
            if (!unreadableText(unreadable)) throw unreadable;
            bad.add(unreadable(line + 1, unreadable));
        } catch (NotUtf8 unreadable) {
            bad.add(unreadable(line + 1, unreadable));
        }
        if (bad.any()) throw bad.refusal(invalidRows);

        return new Upload(rows, HexFormat.of().formatHex(digest.digest()));
    }

    /** The CSV reader could not read on, and not because of what it read. */
    private static boolean brokeOff(RuntimeException failure) {
        return !unreadableText(failure)
                && failure.getMessage() != null
                && failure.getMessage().startsWith("Exception when reading");
    }

    private static boolean unreadableText(RuntimeException failure) {
        // a parse failure without a broken stream behind it is the file's own
        return notUtf8(failure).isPresent()
                || failure instanceof CsvParseException && !(failure.getCause() instanceof IOException);
    }

    private static BadRow unreadable(long otherwise, Exception failure) {
        var encoding = notUtf8(failure);
        if (encoding.isPresent()) return new BadRow(encoding.get().line(), "", "", "UTF-8");

        // Where the row begins that could not be read; the reader says it in its message only.
        var begun = BEGUN.matcher(String.valueOf(failure.getMessage()));
        return new BadRow(begun.find() ? Long.parseLong(begun.group(1)) : otherwise, "", "", "RFC 4180: closed quotes");
    }

    private static Optional<NotUtf8> notUtf8(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause())
            if (cause instanceof NotUtf8 found) return Optional.of(found);
        return Optional.empty();
    }

    private static Map<String, Integer> header(CsvRecord record, List<String> columns, BadRows bad) {
        var header = new HashMap<String, Integer>();
        for (var i = 0; i < record.getFieldCount(); i++) {
            var name = record.getField(i).strip();
            if (i == 0 && name.startsWith("\uFEFF")) name = name.substring(1);
            if (!columns.contains(name) || header.put(name, i) != null)
                bad.add(new BadRow(1, name, name, "each once: " + String.join(",", columns)));
        }
        for (var column : columns)
            if (!header.containsKey(column)) bad.add(new BadRow(1, column, "", "this column in the header"));
        return header;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
