package dev.callboard.report.run;

import dev.callboard.contracts.report.RenderTask.RenderChunk;
import dev.callboard.kit.database.Database;
import dev.callboard.kit.database.Infrastructure;
import dev.callboard.kit.messaging.Outbox;
import dev.callboard.report.round.Rounds;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

import static dev.callboard.contracts.Topics.REPORT_TASKS;

/**
 * Keeps the workers of all instances busy and no more: twice as many chunks are out as there are threads. They are taken
 * round robin: next is a run with the fewest chunks out, and of several the one that waited longest, so that no small
 * run waits for the end of a large one. Any instance does it; an advisory lock lets
 * one at a time. Liveness is measured by the database's own clock, which is the same for all instances and never set.
 */
@ApplicationScoped
class Dispatcher {
    private static final Logger LOG = Logger.getLogger(Dispatcher.class);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int OUT_PER_THREAD = 2;
    private static final int ATTEMPTS = 5;

    /** An instance not seen for so long is dead: its chunks are drawn by others. */
    private static final String UNSEEN = "interval '4 seconds'";

    /** A task that nobody took, or that failed, is sent again after so long. */
    static final String UNTAKEN = "interval '10 seconds'";

    private record Waiting(UUID accountId, UUID runId, int chunk) {}

    @Inject
    Database db;

    @Inject
    Outbox outbox;

    @Inject
    Workers workers;

    @Inject
    Instance instance;

    @Inject
    Chunks chunks;

    @Inject
    InstantSource clock;

    @Inject
    MeterRegistry metrics;

    /** @param waiting which of them were tried in vain */
    private record Pending(int chunks, int waiting) {}

    private volatile Pending pending = new Pending(0, 0);
    private List<Gauge> gauges = List.of();
    private long lookedAfter = System.nanoTime() - PAUSE.toNanos();
    private final Rounds rounds = new Rounds("report-dispatcher", PAUSE, this::beatAndDispatch);

    void start(@Observes StartupEvent started) {
        gauges = List.of(
                Gauge.builder("callboard.chunks.pending", () -> pending.chunks)
                        .description(
                                "Chunks of all report runs that are not drawn yet; the same figure at each instance")
                        .register(metrics),
                Gauge.builder("callboard.chunks.postponed", () -> pending.waiting)
                        .description(
                                "Those that were tried in vain and are tried again; the same figure at each instance")
                        .register(metrics));
        rounds.start();
    }

    /** The registry outlives this: the next of its process would find the gauges taken, and they would show nothing of it. */
    void stop(@Observes ShutdownEvent ending) {
        rounds.stop();
        gauges.forEach(metrics::remove);
    }

    /** A run was added or a chunk committed. */
    void wake() {
        rounds.wake();
    }

    /** What keeps a fleet healthy is done once in a pause; a chunk that was committed only makes room for the next. */
    private boolean beatAndDispatch() {
        if (System.nanoTime() - lookedAfter >= PAUSE.toNanos()) {
            lookAfter();
            lookedAfter = System.nanoTime();
        }
        dispatch();
        return false;
    }

    private void lookAfter() {
        beat();
        chunks.giveBackWhatIsNotDrawn();
        pending = QuarkusTransaction.requiringNew().call(this::count);
        if (pending.chunks > 0 && QuarkusTransaction.requiringNew().call(this::tookBack))
            for (var stuck : chunks.stuck(ATTEMPTS)) giveUp(stuck);
    }

    private void beat() {
        QuarkusTransaction.requiringNew().run(() -> db.update("""
                insert into render_worker values (?, ?, clock_timestamp())
                on conflict (instance) do update set threads = excluded.threads, seen_at = excluded.seen_at
                where render_worker.seen_at < clock_timestamp() - interval '500 milliseconds'
                """, instance.name(), workers.threads()));
    }

    private void dispatch() {
        QuarkusTransaction.requiringNew().run(() -> {
            if (!anyWaits() || !locked()) return;
            var room = room();
            if (room > 0) send(next(room));
        });
    }

    /** One that cannot even be given up must not stop those behind it. */
    private void giveUp(Chunks.Stuck stuck) {
        try {
            var cause = stuck.lastError() == null ? "" : ": " + stuck.lastError();
            chunks.giveUp(stuck.runId(), stuck.chunk(), "not drawn in " + ATTEMPTS + " attempts" + cause);
        } catch (RuntimeException failure) {
            if (Infrastructure.failedIn(failure)) throw failure;
            LOG.errorf(
                    failure, "chunk %d of report run %s can neither be drawn nor failed", stuck.chunk(), stuck.runId());
        }
    }

    private boolean anyWaits() {
        return db.first("select exists (select 1 from report_chunk where state = 'WAITING')", row -> row.getBoolean(1))
                .orElseThrow();
    }

    private boolean locked() {
        return db.first(
                        "select pg_try_advisory_xact_lock(hashtextextended('report-dispatch', 0))",
                        row -> row.getBoolean(1))
                .orElseThrow();
    }

    private int room() {
        return db.first("""
                        select coalesce((select sum(threads) from render_worker
                            where seen_at > clock_timestamp() - %s), 0) * ?
                          - (select count(*) from report_chunk where state = 'SENT')
                        """.formatted(UNSEEN), row -> row.getInt(1), OUT_PER_THREAD)
                .orElseThrow();
    }

    /** @return whether this instance is the one that dispatches */
    private boolean tookBack() {
        if (!locked()) return false;

        takeBack();
        return true;
    }

    /** Each of the two states has an index; of a list of both PostgreSQL would read the table. */
    private Pending count() {
        return db.first("""
                        select count(*), count(waiting_since) from report_chunk where state = 'WAITING' or state = 'SENT'
                        """, row -> new Pending(row.getInt(1), row.getInt(2))).orElseThrow();
    }

    /** Never our own: a beat whose commit took so long is not our death, and what is drawn would be drawn twice. */
    void takeBack() {
        var back = db.update("""
                update report_chunk c set state = 'WAITING', worker = null, waiting_since = coalesce(waiting_since, ?),
                  last_error = case when worker is null then coalesce(last_error, 'no instance took it')
                    else 'the instance that drew it ended' end
                where c.state = 'SENT' and (
                  (c.worker is null and c.sent_at < clock_timestamp() - %s)
                  or (c.worker <> ? and not exists (
                    select 1 from render_worker w
                    where w.instance = c.worker and w.seen_at > clock_timestamp() - %s)))
                """.formatted(UNTAKEN, UNSEEN), clock.instant(), instance.name());
        if (back > 0) LOG.infof("%d chunks of a worker that is gone are sent again", back);
        db.update("delete from render_worker where seen_at < clock_timestamp() - interval '1 hour'");
    }

    /** Of each run only as many are looked at as there is room for: what waits behind them costs nothing. */
    private List<Waiting> next(int room) {
        return db.list(
                """
                select r.account_id, r.id, waiting.chunk
                from report_run r
                cross join lateral (
                  select count(*) as chunks from report_chunk where run_id = r.id and state = 'SENT'
                ) out
                cross join lateral (
                  select chunk, row_number() over (order by chunk) as place
                  from (
                    select chunk from report_chunk where run_id = r.id and state = 'WAITING' order by chunk limit ?
                  ) front
                ) waiting
                where r.state in ('QUEUED', 'RUNNING')
                order by out.chunks + waiting.place, r.last_sent_at nulls first, r.created_at, r.id limit ?
                """,
                row -> new Waiting(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getInt(3)),
                room,
                room);
    }

    private void send(List<Waiting> chosen) {
        for (var chunk : chosen) {
            db.update("""
                    update report_chunk set state = 'SENT', sent_at = clock_timestamp(), worker = null
                    where run_id = ? and chunk = ? and state = 'WAITING'
                    """, chunk.runId, chunk.chunk);
            outbox.append(REPORT_TASKS, chunk.runId + "/" + chunk.chunk, new RenderChunk(chunk.runId, chunk.chunk));
        }
        for (var runId : chosen.stream().map(Waiting::runId).distinct().toList())
            db.update("""
                    update report_run set last_sent_at = clock_timestamp(), state = 'RUNNING',
                      started_at = coalesce(started_at, ?), version = version + case state when 'QUEUED' then 1 else 0 end
                    where id = ? and state in ('QUEUED', 'RUNNING')
                    """, clock.instant(), runId);
    }
}
