package dev.callboard.report.run;

import com.fasterxml.jackson.core.JacksonException;
import dev.callboard.contracts.report.ReportRunFact.ReportRunFinished;
import dev.callboard.kit.blob.BlobStore;
import dev.callboard.kit.database.AfterCommit;
import dev.callboard.kit.database.Database;
import dev.callboard.kit.database.Infrastructure;
import dev.callboard.kit.messaging.Outbox;
import dev.callboard.report.bulk.Copy;
import dev.callboard.report.render.DrawingFailed;
import dev.callboard.report.render.Template;
import dev.callboard.report.run.DrawnChunk.Item;
import dev.callboard.report.run.Printing.Numbered;
import dev.callboard.report.run.RenderCpu.Step;
import dev.callboard.report.webhook.Webhooks;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import static dev.callboard.contracts.Topics.REPORT_EVENTS;

/**
 * One chunk from claim to commit. Whatever is repeated (a redelivered task, a worker that was thought dead), an archive of
 * the same bytes has the same name, one of others another, and the first commit counts.
 */
@ApplicationScoped
class Chunks {
    private static final Logger LOG = Logger.getLogger(Chunks.class);

    @Inject
    Database db;

    @Inject
    Copy copy;

    @Inject
    ReportRuns runs;

    @Inject
    Templates templates;

    @Inject
    BlobStore blobs;

    @Inject
    Outbox outbox;

    @Inject
    Webhooks webhooks;

    @Inject
    Workers workers;

    @Inject
    Dispatcher dispatcher;

    @Inject
    Instance instance;

    @Inject
    MeterRegistry metrics;

    @Inject
    RenderCpu cpu;

    @Inject
    InstantSource clock;

    @Inject
    AfterCommit afterCommit;

    private final Set<Key> drawing = ConcurrentHashMap.newKeySet();

    private record Key(UUID runId, int chunk) {}

    /** In the transaction of the task's delivery; drawn after its commit. A task of a chunk that is done is nothing. */
    @Transactional(Transactional.TxType.MANDATORY)
    void claim(UUID runId, int chunk) {
        var claimed = db.update("""
                update report_chunk set worker = ?, attempts = attempts + 1
                where run_id = ? and chunk = ? and state = 'SENT' and worker is null
                """, instance.name(), runId, chunk);
        if (claimed == 0) return;

        var key = new Key(runId, chunk);
        // not before the commit: a claim whose commit is lost is one that nobody draws
        afterCommit.once(key, () -> {
            drawing.add(key);
            workers.take(() -> draw(runId, chunk));
        });
    }

    /**
     * Gives back what the database says this instance draws and it does not: the answer to a commit was lost, or the
     * database was away when it should have been given back.
     */
    void giveBackWhatIsNotDrawn() {
        var mine = QuarkusTransaction.requiringNew()
                .call(() -> db.list("""
                        select run_id, chunk from report_chunk
                        where state = 'SENT' and worker = ? and sent_at < clock_timestamp() - interval '10 seconds'
                        """, row -> new Key(row.getObject(1, UUID.class), row.getInt(2)), instance.name()));
        mine.stream()
                .filter(key -> !drawing.contains(key))
                .forEach(key -> postpone(key.runId, key.chunk, "the database was away"));
    }

    private void draw(UUID runId, int chunk) {
        try {
            var run = QuarkusTransaction.requiringNew().call(() -> runs.findById(runId));
            if (run.state.finished()) return;

            var drawn = drawn(templates.printing(run.kind), run, chunk);
            cpu.of(Step.STORE, () -> {
                blobs.put(drawn.blob(), drawn::writeTo);
                commit(run, chunk, drawn);
            });
        } catch (
                Throwable
                        failure) { // also a class that cannot be loaded: a chunk that nobody gives back is never drawn
            if (passes(failure)) {
                LOG.warnf(failure, "chunk %d of report run %s waits for what it needs", chunk, runId);
                postpone(runId, chunk, WaitingChunks.words(failure));
            } else {
                // the dispatcher sends it again after a while, and gives up after some attempts
                LOG.errorf(failure, "chunk %d of report run %s was not drawn", chunk, runId);
                release(runId, chunk, internal(failure));
            }
        } finally {
            drawing.remove(new Key(runId, chunk));
            dispatcher.wake();
        }
    }

    private <T> DrawnChunk drawn(Printing<T> printing, ReportRun run, int chunk) {
        var ordinals = run.ordinals(run.firstItem(chunk), run.lastItem(chunk));
        var loaded =
                cpu.of(Step.LOAD, () -> QuarkusTransaction.requiringNew().call(() -> printing.load(run, ordinals)));
        var template = templates.template(printing, run);
        return workers.draw(() -> metrics.timer("callboard.report.draw")
                .record(() -> cpu.of(Step.DRAW, () -> {
                    var item = run.firstItem(chunk);
                    var drawn = new DrawnChunk(run.id, chunk, template.version(), loaded.size());
                    for (var numbered : loaded) drawOne(drawn, template, item++, numbered);
                    return drawn;
                })));
    }

    /** One bad item costs nobody else a document. */
    <T> void drawOne(DrawnChunk drawn, Template<T> template, int item, Numbered<T> numbered) {
        var subject = numbered.subject();
        var document = numbered.documentId();
        try {
            var tail = template.draw(numbered.content());
            var prefix = templates.stored(template, tail.prefix());
            drawn.done(item, numbered.ordinal(), subject, document, prefix, tail);
        } catch (DrawingFailed failed) {
            drawn.failed(item, numbered.ordinal(), subject, document, failed.getMessage());
        } catch (RuntimeException | StackOverflowError unexpected) {
            if (passes(unexpected)) throw unexpected; // the store of prefixes: no fault of the item
            LOG.errorf(unexpected, "item %d of a report run could not be drawn", item);
            drawn.failed(item, numbered.ordinal(), subject, document, internal(unexpected));
        }
    }

    /** What goes well when it is tried again. A snapshot that cannot be read fails as a disk does, and never will. */
    static boolean passes(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause())
            if (cause instanceof JacksonException) return false;
        return Infrastructure.failedIn(failure);
    }

    /** As users are told it. */
    private static String internal(Throwable failure) {
        return "internal: " + failure.getClass().getSimpleName();
    }

    private void commit(ReportRun run, int chunk, DrawnChunk drawn) {
        var done = drawn.count(true);
        var failed = drawn.count(false);
        var counted = QuarkusTransaction.requiringNew().call(() -> {
            var first = db.update(
                    """
                    update report_chunk set state = 'DONE', blob = ?, done = ?, failed = ?, committed_at = ?
                    where account_id = ? and month = ? and run_id = ? and chunk = ? and state in ('SENT', 'WAITING')
                    """, drawn.blob(), done, failed, clock.instant(), run.accountId, run.month, run.id, chunk);
            if (first == 0) return false;

            copyItems(run, chunk, drawn.items());
            count(run, done, failed);
            return true;
        });
        if (counted) {
            metrics.counter("callboard.reports", "state", "done").increment(done);
            metrics.counter("callboard.reports", "state", "failed").increment(failed);
        }
    }

    private void copyItems(ReportRun run, int chunk, List<Item> items) {
        copy.into(
                "report_item (account_id, month, run_id, item, chunk, ordinal, subject, document_id, state, reason,"
                        + " prefix, tail_offset, tail_length, pages, sha256)",
                rows -> {
                    for (var item : items)
                        rows.value(run.accountId)
                                .value(run.month)
                                .value(run.id)
                                .value(item.item())
                                .value(chunk)
                                .value(item.ordinal())
                                .value(item.subject())
                                .value(item.documentId())
                                .value(item.done() ? "DONE" : "FAILED")
                                .value(item.reason())
                                .value(item.prefix())
                                .value(item.offset())
                                .value(item.length())
                                .value(item.pages())
                                .bytes(item.sha256())
                                .end();
                });
    }

    /** The row lock of the run makes exactly one chunk the last. */
    private void count(ReportRun run, int done, int failed) {
        var now = clock.instant();
        db.update(
                "update report_run set done = done + ?, failed = failed + ?, version = version + 1 where id = ?",
                done,
                failed,
                run.id);
        var finished = db.update("""
                update report_run set state = 'DONE', finished_at = ?
                where id = ? and state = 'RUNNING' and done + failed = items
                """, now, run.id);
        if (finished == 0 || run.kind == ReportKind.MANDELBROT) return;

        var sums = db.first(
                        "select done, failed from report_run where id = ?",
                        row -> new int[] {row.getInt(1), row.getInt(2)},
                        run.id)
                .orElseThrow();
        var fact = new ReportRunFinished(run.accountId, run.id, sums[0], sums[1], now);
        outbox.append(REPORT_EVENTS, run.accountId, fact);
        webhooks.tell(run.accountId, "report-run.finished", fact);
    }

    /** The attempt counts. */
    private void release(UUID runId, int chunk, String cause) {
        giveBack("sent_at = clock_timestamp()", runId, chunk, cause);
    }

    /** The attempt does not count; it is sent again after {@link Dispatcher#UNTAKEN} and a pause that doubles up to a minute. */
    private void postpone(UUID runId, int chunk, String cause) {
        giveBack("""
                attempts = greatest(0, attempts - 1), postponed = postponed + 1,
                sent_at = clock_timestamp() + least(60, 2 ^ least(postponed, 6)) * interval '1 second'
                """, runId, chunk, cause);
    }

    private void giveBack(String set, UUID runId, int chunk, String cause) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                var back = db.update(
                        "update report_chunk set worker = null, last_error = ?,"
                                + " waiting_since = coalesce(waiting_since, ?), " + set
                                + " where run_id = ? and chunk = ? and state = 'SENT' and worker = ?",
                        cause,
                        clock.instant(),
                        runId,
                        chunk,
                        instance.name());
                // who watches the run is told that it waits
                if (back > 0) db.update("update report_run set version = version + 1 where id = ?", runId);
            });
        } catch (RuntimeException away) {
            LOG.warn("the chunk stays with this instance until the database is back", away);
        }
    }

    /** A chunk that nobody could draw fails as a whole: a run always ends. */
    void giveUp(UUID runId, int chunk, String reason) {
        var run = QuarkusTransaction.requiringNew().call(() -> runs.findById(runId));
        var ordinals = run.ordinals(run.firstItem(chunk), run.lastItem(chunk));
        var drawn = new DrawnChunk(run.id, chunk, run.templateVersion, 0);
        var item = run.firstItem(chunk);
        // whatever stopped the drawing may stop the reading of a document's content, so only its key is read
        var printing = templates.printing(run.kind);
        for (var named : QuarkusTransaction.requiringNew().call(() -> printing.names(run, ordinals)))
            drawn.failed(item++, named.ordinal(), named.subject(), named.documentId(), reason);
        commit(run, chunk, drawn);
    }

    /** Chunks that were claimed so often in vain. */
    List<Stuck> stuck(int attempts) {
        return QuarkusTransaction.requiringNew()
                .call(() -> db.list(
                        """
                        select c.run_id, c.chunk, c.last_error from report_chunk c join report_run r on r.id = c.run_id
                        where c.state = 'WAITING' and c.attempts >= ? and r.state in ('QUEUED', 'RUNNING')
                        """,
                        row -> new Stuck(row.getObject(1, UUID.class), row.getInt(2), row.getString(3)),
                        attempts));
    }

    /** @param lastError why the last attempt was in vain; null where nobody knows */
    record Stuck(UUID runId, int chunk, @Nullable String lastError) {}
}
