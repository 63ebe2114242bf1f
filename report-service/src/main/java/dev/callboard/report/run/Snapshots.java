package dev.callboard.report.run;

import dev.callboard.kit.database.Database;
import dev.callboard.report.run.Printing.Named;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * What a run prints, written down when it is asked for: a row for each item with whom it is for, the id of its document,
 * and as JSON whatever of its content could change before it is drawn. That is little where the rest never changes, and
 * the whole content where it may.
 */
@ApplicationScoped
class Snapshots {
    @Inject
    Database db;

    /** One row of {@code report_snapshot}. */
    record Row(int ordinal, String subject, UUID documentId, String content) {}

    /** For one document or a few: of many, the kind's own {@code insert … select} writes the rows. */
    void write(Printing.Selected selected, Row row) {
        db.update(
                """
                insert into report_snapshot (account_id, month, source_id, ordinal, subject, document_id, content)
                values (?, ?, ?, ?, ?, ?, ?::jsonb)
                """,
                selected.accountId(),
                selected.month(),
                selected.source(),
                row.ordinal,
                row.subject,
                row.documentId,
                row.content);
    }

    /** In the order of the ordinals. */
    <T> List<T> read(ReportRun run, List<Integer> ordinals, Function<Row, T> each) {
        return db.on(connection -> {
            try (var statement = connection.prepareStatement("""
                    select ordinal, subject, document_id, content from report_snapshot
                    where account_id = ? and month = ? and source_id = ? and ordinal = any(?) order by ordinal
                    """)) {
                statement.setObject(1, run.accountId);
                statement.setObject(2, run.month);
                statement.setObject(3, run.sourceId);
                statement.setArray(4, connection.createArrayOf("int4", ordinals.toArray()));
                var found = new ArrayList<T>(ordinals.size());
                try (var rows = statement.executeQuery()) {
                    while (rows.next())
                        found.add(each.apply(new Row(
                                rows.getInt(1), rows.getString(2), rows.getObject(3, UUID.class), rows.getString(4))));
                }
                return found;
            }
        });
    }

    List<Named> names(ReportRun run, List<Integer> ordinals) {
        return read(run, ordinals, row -> new Named(row.ordinal, row.subject, row.documentId));
    }
}
