package dev.callboard.acceptance.sagas;

import dev.callboard.acceptance.platform.Platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

import static org.awaitility.Awaitility.await;

/**
 * Holds a service at an exact point without a hook in the product: a trigger of the database that waits for a lock which
 * the test holds. Whoever is killed while it waits dies at that point.
 */
final class Gate implements AutoCloseable {
    private static final long LOCK = 20_271_030;

    private final Connection keeper;
    private final String table;

    /**
     * Closed from now on.
     *
     * @param event {@code insert} or {@code delete}
     */
    Gate(Platform platform, String database, String event, String table) throws SQLException {
        this.keeper = platform.database(database);
        this.table = table;
        execute("select pg_advisory_lock(" + LOCK + ")");
        execute("""
                create or replace function acceptance_gate() returns trigger language plpgsql as $$
                begin
                    perform pg_advisory_xact_lock_shared(%d);
                    return null;
                end $$
                """.formatted(LOCK));
        execute("create trigger acceptance_gate after %s on %s for each statement execute function acceptance_gate()"
                .formatted(event, table));
    }

    /** Somebody stands at it. */
    void awaitArrival() {
        await("somebody waits at the gate of " + table)
                .atMost(Duration.ofMinutes(2))
                .until(() -> waiting() > 0);
    }

    private int waiting() throws SQLException {
        try (var statement = keeper.createStatement();
                var rows = statement.executeQuery("select count(*) from pg_locks where locktype = 'advisory'"
                        + " and objid = " + LOCK + " and not granted")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** The server notices the death of a client only when it next talks to it; without this the dead would still commit. */
    void buryTheDead() throws SQLException {
        execute("select pg_terminate_backend(pid, 5000) from pg_locks where locktype = 'advisory' and objid = " + LOCK
                + " and not granted");
    }

    /** Open, and gone without trace. */
    @Override
    public void close() throws SQLException {
        try (keeper) {
            execute("select pg_advisory_unlock(" + LOCK + ")");
            execute("drop trigger acceptance_gate on " + table);
            execute("drop function acceptance_gate");
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = keeper.createStatement()) {
            statement.execute(sql);
        }
    }
}
