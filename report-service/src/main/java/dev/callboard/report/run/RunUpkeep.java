package dev.callboard.report.run;

import dev.callboard.kit.blob.BlobStore;
import dev.callboard.kit.database.Database;
import dev.callboard.kit.database.Upkeep;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;

import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What need not be kept. Images are removed when they are old, with all that was drawn of them. Of reports only what no row
 * names is: what was drawn of a chunk that another worker had committed, or after its run was cancelled. What a report run
 * prints is kept for as long as the law asks, so nothing else of it is ever removed here.
 */
@ApplicationScoped
class RunUpkeep implements Upkeep {
    private static final Logger LOG = Logger.getLogger(RunUpkeep.class);

    /** Removed, each hour and instance; each in a transaction, with some 2,000 rows. */
    private static final int IMAGES = 1_000;

    /** Who draws in vain is done long before that, and an hour's upkeep may be missed. */
    private static final int DAYS_OF_LATE_ARCHIVES = 2;

    /** Runs that are looked through, each hour and instance. */
    private static final int RUNS = 2_000;

    @Inject
    Database db;

    @Inject
    BlobStore blobs;

    @Inject
    Renders.Settings images;

    @Inject
    InstantSource clock;

    @Override
    public void tidy() {
        for (var image : oldImages()) attempt(image, this::forget);
        for (var run : finishedOfLate()) attempt(run, this::dropWhatNoRowNames);
    }

    /** One whose files cannot be removed must not keep those behind it; it is tried again in an hour. */
    private static void attempt(UUID run, Consumer<UUID> step) {
        try {
            step.accept(run);
        } catch (UncheckedIOException failure) {
            LOG.errorf(failure, "what is not needed of report run %s cannot be removed", run);
        }
    }

    /** Blobs before rows: of one that was broken off, the next upkeep finds the rest by its row. */
    private void forget(UUID image) {
        dropAllBut(Set.of(), image);
        QuarkusTransaction.requiringNew().run(() -> {
            for (var parts : List.of("report_item", "report_chunk")) db.update("""
                        delete from %s part using report_run run
                        where run.id = ?
                          and (part.account_id, part.month, part.run_id) = (run.account_id, run.month, run.id)
                        """.formatted(parts), image);
            db.update("delete from render where id = ?", image);
            db.update("delete from report_run where id = ?", image);
        });
    }

    /** By both clocks: the platform's may have been set to look ahead. */
    private List<UUID> oldImages() {
        return QuarkusTransaction.requiringNew()
                .call(() -> db.list(
                        """
                select id from report_run
                where kind = 'MANDELBROT' and finished_at < least(?, now()) - ? * interval '1 second'
                order by finished_at limit ?
                """,
                        row -> row.getObject(1, UUID.class),
                        clock.instant(),
                        images.keep().toSeconds(),
                        IMAGES));
    }

    private List<UUID> finishedOfLate() {
        return QuarkusTransaction.requiringNew()
                .call(() -> db.list(
                        """
                select id from report_run where finished_at > ? - ? * interval '1 day'
                order by finished_at desc limit ?
                """, row -> row.getObject(1, UUID.class), clock.instant(), DAYS_OF_LATE_ARCHIVES, RUNS));
    }

    /** Of a run that is at its end: nothing of it is committed any more. */
    private void dropWhatNoRowNames(UUID run) {
        var named = QuarkusTransaction.requiringNew().call(() -> db.list("""
                select c.blob from report_chunk c join report_run r
                  on (c.account_id, c.month, c.run_id) = (r.account_id, r.month, r.id)
                where r.id = ? and c.blob is not null
                """, row -> row.getString(1), run));
        dropAllBut(new HashSet<>(named), run);
    }

    private void dropAllBut(Set<String> named, UUID run) {
        try (var stored = blobs.list("runs/" + run + "/")) {
            stored.filter(blob -> !named.contains(blob)).forEach(blobs::delete);
        }
    }
}
