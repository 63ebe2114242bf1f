package dev.callboard.acceptance.pay;

import dev.callboard.acceptance.platform.Patience;
import dev.callboard.acceptance.platform.Platform;
import dev.callboard.local.platform.StatusRow;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The instance that dispatches the chunks of all runs: any of them, by a lock that it has for some milliseconds. So it is
 * caught in the act: while we keep the table of the chunks to ourselves, who has the lock waits for us in the middle of
 * its transaction.
 */
final class Coordinator implements AutoCloseable {
    /** Connections of report-service have the name of its instance. */
    private static final String HOLDER = """
            select a.application_name from pg_locks l join pg_stat_activity a using (pid)
            where l.locktype = 'advisory' and l.granted and a.wait_event_type = 'Lock'
              and l.database = (select oid from pg_database where datname = current_database())
              and (l.classid::bigint << 32 | l.objid::bigint) = hashtextextended('report-dispatch', 0)
            """;

    private static final String OPEN = "select exists (select from report_chunk where state in ('WAITING', 'SENT'))";

    private final Connection keeping;
    private final Connection looking;
    private final Map<String, Long> pids;

    private Coordinator(Platform platform) throws SQLException {
        keeping = platform.database("reports");
        looking = platform.database("reports");
        pids = platform.instances("report-service").stream()
                .collect(Collectors.toMap(StatusRow::instance, StatusRow::pid));
    }

    /** @param platform on which all instances are ready */
    static Coordinator of(Platform platform) throws SQLException {
        return new Coordinator(platform);
    }

    /** {@code kill -9}. @return the pid that is no more; empty where nothing waits to be drawn, so that nobody dispatches */
    OptionalLong kill() throws SQLException {
        keeping.setAutoCommit(false);
        try (var lock = keeping.createStatement()) {
            lock.execute("lock table report_chunk in share mode");
            var rows = lock.executeQuery(OPEN);
            rows.next();
            if (!rows.getBoolean(1)) {
                keeping.rollback();
                return OptionalLong.empty();
            }
        }
        var name = await("an instance dispatches")
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(5))
                .until(this::holder, it -> !it.isEmpty());
        assertThat(pids).containsKey(name);
        var victim = ProcessHandle.of(pids.get(name)).orElseThrow();
        Patience.disturbed();
        assertThat(victim.destroyForcibly()).as("kill -9 of %s", name).isTrue();
        victim.onExit().join();
        keeping.rollback();
        return OptionalLong.of(victim.pid());
    }

    private String holder() throws SQLException {
        try (var asked = looking.createStatement();
                var rows = asked.executeQuery(HOLDER)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }

    @Override
    public void close() throws SQLException {
        looking.close();
        keeping.close();
    }
}
