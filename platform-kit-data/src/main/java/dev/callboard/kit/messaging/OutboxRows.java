package dev.callboard.kit.messaging;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The outbox as the relay sees it, on the session that holds the relay's lock. */
record OutboxRows(Connection session) {
    private static final int BATCH = 500;

    List<OutboxRow> oldest() throws SQLException {
        try (var statement = session.prepareStatement("select * from kit.outbox order by seq limit " + BATCH);
                var rows = statement.executeQuery()) {
            var batch = new ArrayList<OutboxRow>();
            while (rows.next()) batch.add(read(rows));
            return batch;
        }
    }

    /** By their numbers, not up to the last: a lower one may be committed only now. */
    void delete(List<OutboxRow> sent) throws SQLException {
        try (var statement = session.prepareStatement("delete from kit.outbox where seq = any (?)")) {
            var seqs = sent.stream().map(OutboxRow::seq).toArray();
            statement.setArray(1, session.createArrayOf("bigint", seqs));
            statement.executeUpdate();
        }
    }

    private static OutboxRow read(ResultSet row) throws SQLException {
        return new OutboxRow(
                row.getLong("seq"),
                row.getObject("id", UUID.class),
                row.getString("topic"),
                row.getString("key"),
                row.getString("type"),
                row.getString("payload"),
                row.getString("traceparent"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
