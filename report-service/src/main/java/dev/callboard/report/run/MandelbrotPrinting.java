package dev.callboard.report.run;

import dev.callboard.report.render.Language;
import dev.callboard.report.render.MandelbrotRow;
import dev.callboard.report.render.MandelbrotTemplate;
import dev.callboard.report.render.Picture;
import dev.callboard.report.render.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/** The rows of an image, computed from its size and nothing else. */
@ApplicationScoped
class MandelbrotPrinting implements Printing<MandelbrotRow> {
    @Inject
    Renders renders;

    @Override
    public ReportKind kind() {
        return ReportKind.MANDELBROT;
    }

    @Override
    public Template<MandelbrotRow> template(Language language, @Nullable Picture logo) {
        return new MandelbrotTemplate();
    }

    @Override
    public Selected select(Wanted wanted, UUID runId) {
        throw new IllegalStateException("not a report: Renders adds its runs");
    }

    @Override
    public List<Numbered<MandelbrotRow>> load(ReportRun run, List<Integer> ordinals) {
        return renders.rows(run.sourceId, ordinals).stream()
                .map(row -> new Numbered<>(row.y() + 1, subject(row.y() + 1), rowId(run, row.y() + 1), row))
                .toList();
    }

    @Override
    public List<Named> names(ReportRun run, List<Integer> ordinals) {
        return ordinals.stream()
                .map(ordinal -> new Named(ordinal, subject(ordinal), "", rowId(run, ordinal)))
                .toList();
    }

    private static String subject(int ordinal) {
        return "row " + ordinal;
    }

    /** Rows are nobody's documents; their ids are derived. */
    private static UUID rowId(ReportRun run, int ordinal) {
        return new UUID(run.sourceId.getMostSignificantBits(), ordinal);
    }
}
