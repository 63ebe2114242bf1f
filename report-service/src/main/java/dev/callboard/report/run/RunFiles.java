package dev.callboard.report.run;

import dev.callboard.report.bulk.StoredZip;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.TreeSet;
import java.util.regex.Pattern;

import static dev.callboard.report.run.RunProblem.TEMPLATE_CHANGED;

/** A finished run as one file: ZIP, merged PDF. Written as it is read; the same bytes each time. */
@ApplicationScoped
class RunFiles {
    /** MiB: a document at a time, encrypted where it has to be. */
    static final int ROOM_OF_ARCHIVE = 4;

    private static final Pattern NUMBERED = Pattern.compile(".*-item-\\d+", Pattern.CASE_INSENSITIVE);

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

    /** @param encrypted each with the password of its person; then the bytes are others each time */
    void writeArchive(ReportRun run, boolean encrypted, OutputStream out) throws IOException {
        var alike = items.alike(run);
        // not deflated: the streams inside the documents are
        try (var zip = new StoredZip(out, LocalDateTime.ofInstant(run.createdAt, ZoneOffset.UTC))) {
            items.each(run, document -> {
                var subject = document.stored().subject();
                var item = document.stored().item();
                var name = fileName(run, subject, item, alike.contains(item));
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

    /** Of a document by itself: {@code 2027-10-4711.pdf}, {@code tax-report-2027-4711.pdf}. */
    static String fileName(ReportRun run, String subject, int item) {
        return fileName(run, subject, item, false);
    }

    /**
     * As {@link #fileName(ReportRun, String, int)}, beside others: a number that is no file name carries the item's, so
     * that names stay distinct, and so does one that looks as if it did. Names are ASCII, whatever the numbers are; where
     * upper and lower case are one, as on Windows and macOS, they are distinct as well.
     *
     * @param alike whether another number of the run is the same but for that
     */
    static String fileName(ReportRun run, String subject, int item, boolean alike) {
        var plain = subject.replaceAll("[^A-Za-z0-9_-]", "_");
        boolean itself =
                plain.equals(subject) && !alike && !NUMBERED.matcher(plain).matches();
        return run.kind.fileName(run.span(), itself ? plain : plain + "-item-" + item) + ".pdf";
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
