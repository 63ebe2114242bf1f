package dev.callboard.bench.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * The instance that dispatches the chunks of all runs. Which one it is may change with each of its rounds, which take
 * milliseconds, so it is caught in the act: while we keep the table of the chunks to ourselves, who holds the lock of
 * dispatch waits for us in the middle of its transaction.
 */
final class Coordinator {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Connections of report-service have the name of its instance. */
    private static final String HOLDER = """
            select a.application_name from pg_locks l join pg_stat_activity a using (pid)
            where l.locktype = 'advisory' and l.granted and a.wait_event_type = 'Lock'
              and l.database = (select oid from pg_database where datname = current_database())
              and (l.classid::bigint << 32 | l.objid::bigint) = hashtextextended('report-dispatch', 0)
            """;

    private static final String OPEN = "select exists (select from report_chunk where state in ('WAITING', 'SENT'))";

    private Coordinator() {}

    /** @return the instance that is no more; empty where nothing waited to be drawn, so that nobody dispatched */
    static String kill(LocalPlatform platform) throws SQLException {
        var instances = platform.instances("report-service"); // before: nobody draws while we keep the table
        try (var keeping = platform.database("reports");
                var looking = platform.database("reports")) {
            keeping.setAutoCommit(false);
            try (var lock = keeping.createStatement()) {
                lock.execute("lock table report_chunk in share mode");
                var rows = lock.executeQuery(OPEN);
                rows.next();
                if (!rows.getBoolean(1)) return "";
            }
            var name = Wait.forValue("an instance dispatches", PATIENCE, () -> holder(looking), it -> !it.isEmpty());
            var pid = instances.get(name);
            if (pid == null) throw new IllegalStateException(name + " dispatches (expected: one of " + instances + ")");

            var victim = ProcessHandle.of(pid).orElseThrow();
            victim.destroyForcibly();
            victim.onExit().join();
            keeping.rollback();
            return name;
        }
    }

    private static String holder(Connection database) {
        try (var asked = database.createStatement();
                var rows = asked.executeQuery(HOLDER)) {
            return rows.next() ? rows.getString(1) : "";
        } catch (SQLException e) {
            throw new IllegalStateException("who dispatches: " + e.getMessage(), e);
        }
    }
}
