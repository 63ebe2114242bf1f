package dev.callboard.local.demo;

import dev.callboard.local.infrastructure.Secrets;
import dev.callboard.local.platform.RunningPlatform;
import dev.callboard.local.platform.StatusRow;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The instances of report-service, which draw; one of them is killed to show that nothing is lost. Who draws what, and who
 * did in the end, no API tells, so the database is asked.
 */
final class ReportWorkers implements PayScene.Workers {
    private static final String SERVICE = "report-service";

    private final RunningPlatform platform;
    private final Map<String, Long> pids = new HashMap<>();
    private int databasePort;

    ReportWorkers(RunningPlatform platform) {
        this.platform = platform;
    }

    @Override
    public void scale(int count) {
        platform.scale(SERVICE, count);
        Pause.until(
                count + " report workers",
                Duration.ofSeconds(60),
                () -> running().size() == count);
        pids.clear(); // noted now: to ask the supervisor later takes longer than a chunk
        for (var row : platform.status()) {
            if (row.component().equals(SERVICE)) pids.put(row.instance(), row.pid());
            if (row.component().equals("postgres")) databasePort = row.port();
        }
    }

    private List<StatusRow> running() {
        return platform.status().stream()
                .filter(row -> row.component().equals(SERVICE) && row.state().equals("ready"))
                .toList();
    }

    /** Of several the one with the most chunks in hand. */
    @Override
    public Optional<PayScene.Lost> killOneAtWork(UUID run) {
        try (var database = reports();
                var atWork = database.prepareStatement("""
                        select worker, array_agg(chunk) from report_chunk
                        where run_id = ? and state = 'SENT' and worker is not null
                        group by worker order by count(*) desc limit 1
                        """)) {
            atWork.setObject(1, run);
            try (var rows = atWork.executeQuery()) {
                if (!rows.next()) return Optional.empty();

                var worker = rows.getString(1);
                var pid = pids.get(worker.substring(0, worker.indexOf('/')));
                boolean killed = pid != null
                        && ProcessHandle.of(pid)
                                .map(ProcessHandle::destroyForcibly)
                                .orElse(false);
                if (!killed) return Optional.empty();

                var chunks = (Integer[]) rows.getArray(2).getArray();
                return Optional.of(new PayScene.Lost(pid, worker, Arrays.asList(chunks)));
            }
        } catch (SQLException e) {
            throw new Stage.Failed("who draws: " + e.getMessage());
        }
    }

    @Override
    public int drawnByOthers(UUID run, PayScene.Lost lost) {
        try (var database = reports();
                var others = database.prepareStatement("""
                        select count(*) from report_chunk
                        where run_id = ? and state = 'DONE' and worker <> ? and chunk = any(?)
                        """)) {
            others.setObject(1, run);
            others.setString(2, lost.worker());
            others.setArray(3, database.createArrayOf("int4", lost.chunks().toArray()));
            try (var rows = others.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        } catch (SQLException e) {
            throw new Stage.Failed("who drew: " + e.getMessage());
        }
    }

    private Connection reports() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + databasePort + "/reports?ApplicationName=demo",
                "callboard",
                new Secrets(platform.folder().data()).of("postgres.password"));
    }
}
