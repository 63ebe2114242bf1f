package dev.callboard.report.run;

import dev.callboard.contracts.Topics;
import dev.callboard.contracts.report.RenderTask.RenderChunk;
import dev.callboard.kit.database.Database;
import dev.callboard.kit.messaging.Outbox;
import dev.callboard.report.Norrsken;
import io.quarkus.narayana.jta.QuarkusTransaction;

import java.util.UUID;

/** Tasks that come once more. They are known by their ids: tasks of other tests' runs may be under way as well. */
record Redelivery(Database db, Outbox outbox) {
    /** Returns when all have been taken. */
    void of(UUID run, int... chunks) {
        var ids = QuarkusTransaction.requiringNew().call(() -> {
            for (int chunk : chunks) outbox.append(Topics.REPORT_TASKS, run + "/" + chunk, new RenderChunk(run, chunk));
            return db.list(
                    "select id from kit.outbox where key like ?", row -> row.getObject(1, UUID.class), run + "/%");
        });
        Norrsken.eventually(() -> ids.stream().filter(this::isTaken).count(), taken -> taken == ids.size());
    }

    private boolean isTaken(UUID task) {
        return db.first("select 1 from kit.inbox where consumer = 'render-tasks' and event_id = ?", row -> 1, task)
                .isPresent();
    }
}
