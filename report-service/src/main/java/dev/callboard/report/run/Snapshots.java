package dev.callboard.report.run;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.json.Json;
import dev.callboard.report.bulk.Copy;
import dev.callboard.report.render.DocumentId;
import dev.callboard.report.run.Printing.Named;
import dev.callboard.report.run.Printing.Numbered;
import dev.callboard.report.run.Printing.Selected;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What a run prints, written down when it is asked for: a row for each item with whom it is for, the id of its document,
 * and as JSON whatever of its content could change before it is drawn. That is little where the rest never changes, and
 * the whole content where it may. What all items share is row 0, the head.
 */
@ApplicationScoped
class Snapshots {
    private static final int HEAD = 0;

    @Inject
    Database db;

    @Inject
    Copy copy;

    /** One row of {@code report_snapshot}. */
    record Row(int ordinal, String subject, UUID documentId, String content) {
        <T> T as(Class<T> type) {
            try {
                return Json.tolerant().readValue(content, type);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * @param head what all items share
     * @param subject whom an item is for, distinct
     */
    <T> void write(Selected selected, Object head, List<T> items, Function<T, String> subject) {
        var headJson = json(head);
        copy.into("report_snapshot (account_id, month, source_id, ordinal, subject, document_id, content)", rows -> {
            int ordinal = HEAD;
            rows.value(selected.accountId())
                    .value(selected.month())
                    .value(selected.source())
                    .value(ordinal)
                    .value("")
                    .value(DocumentId.of(headJson, ""))
                    .value(headJson)
                    .end();
            for (var item : items) {
                var content = json(item);
                rows.value(selected.accountId())
                        .value(selected.month())
                        .value(selected.source())
                        .value(++ordinal)
                        .value(subject.apply(item))
                        .value(DocumentId.of(headJson, content))
                        .value(content)
                        .end();
            }
        });
    }

    <T> T head(ReportRun run, Class<T> type) {
        return read(run, List.of(HEAD)).getFirst().as(type);
    }

    /** In the order of the ordinals. */
    List<Row> read(ReportRun run, List<Integer> ordinals) {
        return db.list(
                """
                select ordinal, subject, document_id, content from report_snapshot
                where account_id = ? and month = ? and source_id = ? and ordinal = any(?) order by ordinal
                """,
                row -> new Row(row.getInt(1), row.getString(2), row.getObject(3, UUID.class), row.getString(4)),
                run.accountId,
                run.month,
                run.sourceId,
                ordinals.toArray(Integer[]::new));
    }

    /** Of items that were written down as a whole. */
    <T> List<Numbered<T>> contents(
            ReportRun run, List<Integer> ordinals, Class<T> type, BiFunction<T, String, T> withDocumentId) {
        return read(run, ordinals).stream()
                .map(row -> new Numbered<>(
                        row.ordinal,
                        row.subject,
                        row.documentId,
                        withDocumentId.apply(row.as(type), row.documentId.toString())))
                .toList();
    }

    /**
     * Of items whose rows hold only what can still change: the rest is put to it.
     *
     * @param row what was written down of an item
     * @param complete as many as the rows that it gets, in their order; it asks for the id of each one's document
     */
    <R, T> List<Numbered<T>> completed(
            ReportRun run,
            List<Integer> ordinals,
            Class<R> row,
            BiFunction<List<R>, Function<R, UUID>, List<T>> complete) {
        var rows = read(run, ordinals);
        var documentIds = new IdentityHashMap<R, UUID>();
        var written = new ArrayList<R>();
        for (var each : rows) {
            var content = each.as(row);
            written.add(content);
            documentIds.put(content, each.documentId);
        }
        var completed = complete.apply(written, documentIds::get).iterator();
        return rows.stream()
                .map(each -> new Numbered<>(each.ordinal, each.subject, each.documentId, completed.next()))
                .toList();
    }

    /** The items of those whom there is one for, in the order of the ordinals. */
    List<Named> named(Selected selected, List<String> subjects) {
        return db.list(
                """
                select ordinal, subject, coalesce(content->>'name', ''), document_id from report_snapshot
                where account_id = ? and month = ? and source_id = ? and ordinal > ? and subject = any(?)
                order by ordinal
                """,
                Snapshots::name,
                selected.accountId(),
                selected.month(),
                selected.source(),
                HEAD,
                subjects.toArray(String[]::new));
    }

    List<Named> names(ReportRun run, List<Integer> ordinals) {
        return db.list("""
                select ordinal, subject, coalesce(content->>'name', ''), document_id from report_snapshot
                where account_id = ? and month = ? and source_id = ? and ordinal = any(?) order by ordinal
                """, Snapshots::name, run.accountId, run.month, run.sourceId, ordinals.toArray(Integer[]::new));
    }

    private static Named name(ResultSet row) throws SQLException {
        return new Named(row.getInt(1), row.getString(2), row.getString(3), row.getObject(4, UUID.class));
    }

    private static String json(Object value) {
        try {
            return Json.strict().writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
