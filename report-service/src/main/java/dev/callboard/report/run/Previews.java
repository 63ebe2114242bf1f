package dev.callboard.report.run;

import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.report.logo.Logos;
import dev.callboard.report.render.DrawingFailed;
import dev.callboard.report.render.Picture;
import dev.callboard.report.render.Template;
import dev.callboard.report.room.Share;
import dev.callboard.report.run.Printing.Numbered;
import dev.callboard.report.run.Printing.Wanted;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import static dev.callboard.report.room.Room.Use.PREVIEWS;
import static dev.callboard.report.run.RunProblem.REPORT_NOT_DRAWN;

/**
 * One document now, with the bytes that a run would give it, or encrypted as it would leave. It is drawn by the instance
 * that was asked, on a thread that no run has: it waits for other previews, in turns of accounts, and for nothing else,
 * and leaves nothing behind.
 */
@ApplicationScoped
class Previews {
    record Preview(String fileName, byte[] document) {}

    private record Loaded<T>(ReportRun run, @Nullable Supplier<Picture> logo, Numbered<T> item) {}

    @Inject
    Templates templates;

    @Inject
    Workers workers;

    @Inject
    ReportRuns runs;

    @Inject
    Logos logos;

    @Inject
    DocumentPasswords passwords;

    @Inject
    Share share;

    /** @throws dev.callboard.kit.problem.Problem as starting the run, NOT_FOUND, REPORT_NOT_DRAWN, PASSWORD_MISSING, UNAVAILABLE */
    Preview of(Wanted wanted, int item, UUID by) {
        // before a connection is taken, which who has room may be waiting for
        if (wanted.kind().readsEverybody()) share.take(PREVIEWS, by, ReportRuns.ROOM_OF_EVERYBODY);
        return drawn(templates.printing(wanted.kind()), wanted, item, by);
    }

    private <T> Preview drawn(Printing<T> printing, Wanted wanted, int item, UUID by) {
        var loaded = load(printing, wanted, item, by);
        var run = loaded.run;
        // from here on no connection is held: a new logo is decoded, and drawing may wait for its thread
        var logo = loaded.logo == null ? null : loaded.logo.get();
        var document = drawn(run.accountId, templates.template(printing, run.language, logo), loaded.item.content());
        var subject = loaded.item.subject();
        return new Preview(
                RunFiles.fileName(run, subject, item), passwords.leaving(run.accountId, run.kind, subject, document));
    }

    /** @throws dev.callboard.kit.problem.Problem REPORT_NOT_DRAWN, UNAVAILABLE */
    <T> byte[] drawn(UUID accountId, Template<T> template, T content) {
        return workers.preview(accountId, () -> {
            try {
                var tail = template.draw(content);
                return templates.stored(template, tail.prefix()).with(tail.bytes());
            } catch (DrawingFailed failed) {
                throw REPORT_NOT_DRAWN.because(failed.getMessage());
            }
        });
    }

    /**
     * What a run writes down to print it later is not kept. Nor does anything keep the logo once the transaction is
     * over: it is read before.
     */
    private <T> Loaded<T> load(Printing<T> printing, Wanted wanted, int item, UUID by) {
        QuarkusTransaction.begin();
        try {
            var run = runs.selected(wanted, by);
            if (item < 1 || item > run.items) throw CommonProblem.NOT_FOUND.of("report");

            var content = printing.load(run, List.of(run.ordinal(item))).getFirst();
            return new Loaded<>(run, run.logo == null ? null : logos.read(run.accountId, run.logo), content);
        } finally {
            QuarkusTransaction.rollback();
        }
    }
}
