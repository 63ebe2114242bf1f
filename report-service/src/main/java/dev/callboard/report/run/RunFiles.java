package dev.callboard.report.run;

import dev.callboard.report.bulk.StoredZip;
import dev.callboard.report.bulk.Table;
import dev.callboard.report.run.ReportItems.ReportItem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

import static dev.callboard.report.run.RunProblem.REPORT_RUN_NOT_FINISHED;
import static dev.callboard.report.run.RunProblem.TEMPLATE_CHANGED;

/** A finished run as one file: ZIP, table, merged PDF. Written as it is read; the same bytes each time. */
@ApplicationScoped
class RunFiles {
    /** MiB: a document at a time, encrypted where it has to be. */
    static final int ROOM_OF_ARCHIVE = 4;

    private static final int PAGE = 2_000;
    private static final Pattern NUMBERED = Pattern.compile(".*-item-\\d+");

    @Inject
    ReportItems items;

    @Inject
    Templates templates;

    @Inject
    DocumentPasswords passwords;

    /** MiB: the tails of a chunk, and 16 bytes a page that are copied while they grow. */
    static int roomOfMerged(ReportRun run) {
        return 2 + run.items / 20_000;
    }

    /** MiB: the rows of a chunk and a thousand of a workbook; what is one document of all is read as a whole. */
    static int roomOfTable(ReportRun run) {
        return run.kind.ofOnePerson() ? 4 : 12;
    }

    /** @throws dev.callboard.kit.problem.Problem REPORT_RUN_NOT_FINISHED */
    static void mustBeFinished(ReportRun run) {
        if (!run.state.finished()) throw REPORT_RUN_NOT_FINISHED.of(run.id);
    }

    /** @param encrypted each with the password of its person; then the bytes are others each time */
    void writeArchive(ReportRun run, boolean encrypted, OutputStream out) throws IOException {
        // not deflated: the streams inside the documents are
        try (var zip = new StoredZip(out, LocalDateTime.ofInstant(run.createdAt, ZoneOffset.UTC))) {
            items.each(run, document -> {
                var subject = document.stored().subject();
                var name = fileName(run, subject, document.stored().item());
                var prefix = document.prefix();
                var tail = document.tailBytes();
                try {
                    if (encrypted) zip.add(name, passwords.encrypted(run.accountId, subject, prefix.with(tail)));
                    else zip.add(name, prefix.bytes(), tail);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            zip.finish();
        }
    }

    /**
     * {@code 2027-10-4711.pdf}, {@code tax-report-2027-4711.pdf}; a number that is no file name carries the item's, so that
     * names stay distinct, and so does one that looks as if it did.
     */
    static String fileName(ReportRun run, String subject, int item) {
        var plain = subject.replaceAll("[^A-Za-z0-9_-]", "_");
        var distinct = plain.equals(subject) && !NUMBERED.matcher(plain).matches() ? plain : plain + "-item-" + item;
        return run.kind.fileName(run.span(), distinct) + ".pdf";
    }

    void writeTable(ReportRun run, Table table) throws IOException {
        var printing = templates.printing(run.kind);
        if (printing.columns().isEmpty()) writeStates(run, table);
        else writeContents(printing, run, table);
        table.finish();
    }

    /** The figures themselves, chunk by chunk, from what the documents are drawn from. */
    private <T> void writeContents(Printing<T> printing, ReportRun run, Table table) {
        table.header(printing.columns().toArray(String[]::new));
        for (int chunk = 0; chunk < run.chunks; chunk++) {
            var ordinals = run.ordinals(run.firstItem(chunk), run.lastItem(chunk));
            var loaded = QuarkusTransaction.requiringNew().call(() -> printing.load(run, ordinals));
            for (var item : loaded) printing.rows(item.content(), table);
        }
    }

    private void writeStates(ReportRun run, Table table) {
        table.header("item", "employee_no", "document_id", "state", "reason", "pages", "sha256");
        var after = 0;
        List<ReportItem> page;
        while (!(page = items.page(run, null, after, PAGE)).isEmpty()) {
            for (var item : page)
                table.number(item.item())
                        .text(item.subject() == null ? "" : item.subject())
                        .text(item.documentId() == null ? "" : item.documentId().toString())
                        .text(item.state().name())
                        .text(item.reason() == null ? "" : item.reason())
                        .number(item.pages() == null ? 0 : item.pages())
                        .text(item.sha256() == null ? "" : item.sha256())
                        .end();
            after = page.getLast().item();
        }
    }

    /** @throws dev.callboard.kit.problem.Problem REPORT_DAMAGED */
    void mustBeWhole(ReportRun run) {
        items.mustBeWhole(run);
    }

    /** @throws dev.callboard.kit.problem.Problem TEMPLATE_CHANGED, REPORT_DAMAGED */
    TreeSet<String> mergeable(ReportRun run) {
        mustBeWhole(run);
        var template = templates.of(run);
        var names = new TreeSet<String>();
        for (var blob : items.prefixes(run)) {
            var name = templates.prefixOf(template, blob);
            if (name == null) throw TEMPLATE_CHANGED.of(run.templateVersion);
            names.add(name);
        }
        return names;
    }

    void writeMerged(ReportRun run, TreeSet<String> prefixes, OutputStream out) throws IOException {
        templates.of(run).merge(run.title(), prefixes, items.tails(run), out);
    }
}
