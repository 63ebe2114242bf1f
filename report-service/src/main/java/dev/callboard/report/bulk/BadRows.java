package dev.callboard.report.bulk;

import dev.callboard.kit.problem.Problem;
import dev.callboard.kit.problem.ProblemType;

import java.util.ArrayList;
import java.util.List;

/** Every bad cell of a file; the first thousand are listed, all are counted. */
public final class BadRows {
    static final int LISTED = 1_000;

    private final List<BadRow> listed = new ArrayList<>();
    private long found;

    public void add(BadRow row) {
        found++;
        if (listed.size() < LISTED) listed.add(row);
    }

    public boolean any() {
        return found > 0;
    }

    public Problem refusal(ProblemType type) {
        var detail = found + (found == 1 ? " value is" : " values are") + " not as expected; nothing was imported"
                + (found > LISTED ? "; the first " + LISTED + " are listed" : "");
        return type.because(detail).and("errors", List.copyOf(listed)).and("found", found);
    }
}
