package dev.callboard.report.run;

import dev.callboard.kit.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Chunks that were tried in vain and will be tried again, for whoever wonders why a run stands still. */
@ApplicationScoped
class WaitingChunks {
    /**
     * @param chunks that are not drawn yet and were tried in vain
     * @param since when the first of them was
     * @param lastError of the one that was tried last; the log has all of it
     */
    @Schema(name = "ReportRunWaiting")
    record Waiting(int chunks, Instant since, String lastError) {}

    @Inject
    Database db;

    /** By run; of a run that waits for nothing there is none. */
    Map<UUID, Waiting> of(List<ReportRun> runs) {
        var unfinished = runs.stream()
                .filter(run -> !run.state.finished())
                .map(run -> run.id)
                .toArray(UUID[]::new);
        if (unfinished.length == 0) return Map.of();

        var waiting = new HashMap<UUID, Waiting>();
        db.list(
                """
                select run_id, count(*), min(waiting_since), (array_agg(last_error order by sent_at desc))[1]
                from report_chunk
                where run_id = any(?) and (state = 'WAITING' or state = 'SENT') and waiting_since is not null
                group by run_id
                """,
                row -> waiting.put(
                        row.getObject(1, UUID.class),
                        new Waiting(row.getInt(2), row.getTimestamp(3).toInstant(), row.getString(4))),
                (Object) unfinished);
        return waiting;
    }

    /** Null: it waits for nothing. */
    @Nullable
    Waiting of(ReportRun run) {
        return of(List.of(run)).get(run.id);
    }

    /** As users are told it: what is away, but no path, address or statement. */
    static String words(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case SQLException sql -> {
                    return "database: SQLSTATE " + sql.getSQLState();
                }
                case FileSystemException file -> {
                    return "storage: " + (file.getReason() == null ? name(file) : file.getReason());
                }
                case IOException io -> {
                    return "storage: " + io.getMessage();
                }
                default -> {}
            }
        }
        return "internal: " + name(failure);
    }

    private static String name(Throwable failure) {
        return failure.getClass().getSimpleName();
    }
}
