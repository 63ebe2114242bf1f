package dev.callboard.report;

import dev.callboard.kit.database.Database;
import io.quarkus.narayana.jta.QuarkusTransaction;

import java.util.UUID;

/** A run whose chunks a worker far away holds on to: it stays as it is for as long as the test looks at it. */
public final class HeldRun implements AutoCloseable {
    public final UUID id;
    public final String path;
    private final Database db;
    private final String worker = "far-away/" + UUID.randomUUID();

    private HeldRun(Database db, UUID id) {
        this.db = db;
        this.id = id;
        path = "/api/v1/report-runs/" + id;
    }

    /** Of 40 items in two chunks. */
    public HeldRun(Database db, Norrsken norrsken, String payRun) {
        this(db, norrsken, payRun, 2, 20);
    }

    /** All of its chunks are out. */
    public HeldRun(Database db, Norrsken norrsken, String payRun, int chunks, int itemsInChunk) {
        this(db, UUID.randomUUID());
        QuarkusTransaction.requiringNew().run(() -> {
            worker();
            db.update("""
                    insert into report_run (id, account_id, month, kind, format, pay_run_id, template_version, state, items,
                      chunk_size, chunks, created_by, created_at, started_at, version)
                    select ?, account_id, month, 'PAY_SLIPS', 'PDF', id, 'test', 'RUNNING', ?, ?, ?, ?, now(), now(), 1
                    from pay_run where id = ?
                    """, id, chunks * itemsInChunk, itemsInChunk, chunks, norrsken.eva, Norrsken.id(payRun));
            db.update("""
                    insert into report_chunk (account_id, month, run_id, chunk, state, attempts, sent_at, worker)
                    select account_id, month, ?, n, 'SENT', 1, clock_timestamp(), ?
                    from pay_run, generate_series(0, ? - 1) n where id = ?
                    """, id, worker, chunks, Norrsken.id(payRun));
        });
    }

    /** One that the caller asked for and nothing was sent of yet: the last of its chunks is held, the others are drawn. */
    public static HeldRun lastChunkOf(Database db, String run) {
        var held = new HeldRun(db, Norrsken.id(run));
        QuarkusTransaction.requiringNew().run(() -> {
            held.worker();
            db.update("""
                    update report_chunk set state = 'SENT', attempts = 1, sent_at = clock_timestamp(), worker = ?
                    where run_id = ? and state = 'WAITING'
                      and chunk = (select chunks - 1 from report_run where id = ?)
                    """, held.worker, held.id, held.id);
        });
        return held;
    }

    private void worker() {
        db.update("insert into render_worker values (?, 0, clock_timestamp() + interval '1 hour')", worker);
    }

    /** The worker is gone; what it held is drawn by others. */
    @Override
    public void close() {
        QuarkusTransaction.requiringNew().run(() -> db.update("delete from render_worker where instance = ?", worker));
    }
}
