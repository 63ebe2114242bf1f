package dev.callboard.report.run;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.id.Ids;
import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.report.render.Language;
import dev.callboard.report.render.MandelbrotRow;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import static dev.callboard.report.run.RunProblem.TOO_MANY_RENDERS;

/**
 * Images as runs whose items are their rows, so that they are cut, sent, drawn, taken back and counted as documents are.
 * They are of a person, not of an account: in the tables a person's id stands where an account's would.
 */
@ApplicationScoped
class Renders {
    @ConfigMapping(prefix = "callboard.renders")
    interface Settings {
        /** Of all people together: the largest image is some four seconds of a core, so all of them are two minutes of two. */
        @WithDefault("64")
        int atOnce();

        /** After that an image is removed with its rows and its blobs. */
        @WithDefault("30D")
        Duration keep();
    }

    /** Of one person at the same time: an image is seconds of work for whoever asks. */
    private static final int AT_ONCE = 4;

    /** Seconds after which to come again where others have asked for so many. */
    private static final int LATER = 10;

    /** Images that are not at their end. */
    private record Unfinished(int mine, int all) {}

    record Image(int width, int height, int iterations) {
        MandelbrotRow row(int ordinal) {
            return new MandelbrotRow(width, height, iterations, ordinal - 1);
        }
    }

    @Inject
    Database db;

    @Inject
    ReportRuns runs;

    @Inject
    Settings settings;

    @Inject
    InstantSource clock;

    /**
     * @param rowsPerTask null: as many as give each worker a few tasks
     * @throws dev.callboard.kit.problem.Problem TOO_MANY_RENDERS; UNAVAILABLE, where others have asked for so many
     */
    @Transactional
    ReportRun start(Image image, @Nullable Integer rowsPerTask, UUID by) {
        var now = clock.instant();
        // two of a person at the same moment would both find room for one; over all people one more does no harm
        db.first("select pg_advisory_xact_lock(hashtextextended(?, 0))", _ -> 1, "renders/" + by);
        var unfinished = unfinished(by);
        if (unfinished.mine >= AT_ONCE) throw TOO_MANY_RENDERS.because("At most " + AT_ONCE + " at the same time");
        if (unfinished.all >= settings.atOnce())
            throw CommonProblem.UNAVAILABLE
                    .because("%d images are still being drawn (expected: less than %d at the same time)"
                            .formatted(unfinished.all, settings.atOnce()))
                    .and("retryAfter", LATER);

        var id = Ids.next();
        db.update("insert into render values (?, ?, ?, ?)", id, image.width, image.height, image.iterations);
        var month = now.atZone(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1);
        var rows = new Printing.Selected(by, month, image.width + "x" + image.height, id, image.height);
        var run = new ReportRun(id, ReportKind.MANDELBROT, Language.EN, rows, by, now);
        return runs.add(rowsPerTask == null ? run : run.inChunksOf(rowsPerTask));
    }

    private Unfinished unfinished(UUID by) {
        return db.first("""
                        select count(*) filter (where account_id = ?), count(*) from report_run
                        where kind = 'MANDELBROT' and state in ('QUEUED', 'RUNNING')
                        """, row -> new Unfinished(row.getInt(1), row.getInt(2)), by)
                .orElseThrow();
    }

    /** Of who asked for it, as long as it is kept; for anybody else, and after that, there is none. */
    Optional<ReportRun> of(UUID id, UUID user) {
        var oldest = clock.instant().minus(settings.keep());
        return Optional.ofNullable(runs.findById(id))
                .filter(run -> run.kind == ReportKind.MANDELBROT && run.createdBy.equals(user))
                .filter(run -> run.finishedAt == null || run.finishedAt.isAfter(oldest));
    }

    Image image(UUID id) {
        return db.first(
                        "select width, height, iterations from render where id = ?",
                        row -> new Image(row.getInt(1), row.getInt(2), row.getInt(3)),
                        id)
                .orElseThrow();
    }

    List<MandelbrotRow> rows(UUID id, List<Integer> ordinals) {
        var image = image(id);
        return ordinals.stream().map(image::row).toList();
    }
}
