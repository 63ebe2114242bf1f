package dev.callboard.report.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import static dev.callboard.report.render.Grid.BOTTOM;
import static dev.callboard.report.render.Grid.HAIRLINE;
import static dev.callboard.report.render.Grid.LABEL;
import static dev.callboard.report.render.Grid.LEADING;
import static dev.callboard.report.render.Grid.RULE;
import static dev.callboard.report.render.Grid.TEXT;
import static dev.callboard.report.render.Grid.UNDER_BLOCK_RULE;
import static dev.callboard.report.render.Style.BOLD;
import static dev.callboard.report.render.Style.REGULAR;

/**
 * A section of a report: its heading under a rule, columns, rows of 18 pt that are parted by hairlines, sums. Goes on
 * overleaf under its heading; a sum takes two rows along. Text wraps in its column and the row grows; figures never wrap:
 * where one is too wide, all the figures of the rows, or of the sums, take the next smaller size.
 */
final class ReportTable {
    private static final int TALL_ROW = 1800;
    private static final int PAY_ROW = 1500;
    private static final int HEADS_BASELINE = 2400;
    private static final int UNDER_HEADS = 2784;
    private static final int UNDER_HEADING = 1520;
    private static final int GAP = 300;
    private static final int[] SIZES = {TEXT, LABEL, 600, 500};

    private final ReportPage page;
    private final Canvas canvas;
    private final int left;
    private final int right;
    private final String heading;
    private final String aside;
    private final List<Column> columns = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private int rowHeight = TALL_ROW;

    /** @param x left edge of text, right edge of figures */
    private record Column(int x, boolean figures, boolean bold, String head) {}

    private record Row(String[] cells, boolean sum, boolean bold, boolean changed) {}

    /** @param aside goes on after the heading, not bold */
    ReportTable(ReportPage page, int left, int right, String heading, String aside) {
        this.page = page;
        canvas = page.canvas;
        this.left = left;
        this.right = right;
        this.heading = heading;
        this.aside = aside;
    }

    /** Rows of 15 pt, for what has a line for each person. */
    ReportTable dense() {
        rowHeight = PAY_ROW;
        return this;
    }

    ReportTable text(int x, String head) {
        columns.add(new Column(x, false, false, head));
        return this;
    }

    ReportTable figures(int x, String head) {
        columns.add(new Column(x, true, false, head));
        return this;
    }

    ReportTable boldFigures(int x, String head) {
        columns.add(new Column(x, true, true, head));
        return this;
    }

    ReportTable row(String... cells) {
        rows.add(new Row(cells, false, false, false));
        return this;
    }

    /** With the bar of a change in the margin. */
    ReportTable changed(String... cells) {
        rows.add(new Row(cells, false, false, true));
        return this;
    }

    /** A name over the rows that follow: bold, and never the last row of a page. */
    ReportTable group(String... cells) {
        rows.add(new Row(cells, false, true, false));
        return this;
    }

    /** Bold, under a rule. */
    ReportTable sum(String... cells) {
        rows.add(new Row(cells, true, true, false));
        return this;
    }

    /** Draws at the page's place and moves it behind the last row. */
    void draw() {
        int size = size(false);
        int sizeOfSums = size(true);
        if (page.y + top() + rowHeight * Math.min(3, rows.size()) > BOTTOM) page.continueOnNextPage();
        else page.y += ReportPage.APART;
        heading("");
        boolean first = true;
        for (int at = 0; at < rows.size(); at++) {
            var row = rows.get(at);
            int needed = height(row);
            for (int next = at + 1; next < Math.min(at + 3, rows.size()); next++) {
                boolean along = rows.get(next).sum || next == at + 1 && row.bold && !row.sum;
                if (along) needed += height(rows.get(next));
            }
            if (page.y + needed > BOTTOM) {
                page.continueOnNextPage();
                heading(", " + page.words.say(Word.CONTINUED));
                first = true;
            }
            draw(row, row.sum ? sizeOfSums : size, first && headless());
            first = false;
        }
    }

    private int inRow() {
        return rowHeight == TALL_ROW ? 1190 : 1042;
    }

    private int top() {
        return ReportPage.APART + (headless() ? UNDER_HEADING : UNDER_HEADS);
    }

    private boolean headless() {
        return columns.stream().allMatch(column -> column.head.isEmpty());
    }

    private void heading(String continued) {
        canvas.rule(left, right, page.y, RULE);
        int x = canvas.text(left, page.y + UNDER_BLOCK_RULE, BOLD, TEXT, heading + continued + " ");
        canvas.text(x, page.y + UNDER_BLOCK_RULE, REGULAR, TEXT, aside);
        for (var column : columns) {
            if (column.figures) canvas.textRight(column.x, page.y + HEADS_BASELINE, REGULAR, LABEL, column.head);
            else canvas.text(column.x, page.y + HEADS_BASELINE, REGULAR, LABEL, column.head);
        }
        page.y += headless() ? UNDER_HEADING : UNDER_HEADS;
    }

    private void draw(Row row, int size, boolean withoutRule) {
        int top = page.y;
        if (!withoutRule) canvas.rule(left, right, top, row.sum ? RULE : HAIRLINE);
        if (row.changed) canvas.bar(left - 600, top + 200, top + rowHeight - 200, 200);
        for (int at = 0; at < row.cells.length; at++) {
            var column = columns.get(at);
            var cell = row.cells[at];
            if (cell.isEmpty()) continue;
            var style = row.bold || column.bold ? BOLD : REGULAR;
            if (column.figures) {
                canvas.textRight(column.x, top + inRow(), style, size, cell);
                continue;
            }
            int baseline = top + inRow();
            for (var line : canvas.lines(style, TEXT, room(row, at), cell)) {
                canvas.text(column.x, baseline, style, TEXT, line);
                baseline += LEADING;
            }
        }
        page.y += height(row);
    }

    private int height(Row row) {
        int lines = 1;
        for (int at = 0; at < row.cells.length; at++) {
            if (columns.get(at).figures || row.cells[at].isEmpty()) continue;
            lines = Math.max(
                    lines,
                    canvas.lines(row.bold ? BOLD : REGULAR, TEXT, room(row, at), row.cells[at])
                            .size());
        }
        return rowHeight + (lines - 1) * LEADING;
    }

    /** As far as the next cell that has something in it; before figures, to where these begin. */
    private int room(Row row, int at) {
        int from = columns.get(at).x;
        for (int next = at + 1; next < row.cells.length; next++) {
            if (row.cells[next].isEmpty()) continue;
            var column = columns.get(next);
            return (column.figures ? column.x - width(row, next, TEXT) : column.x) - GAP - from;
        }
        return right - from;
    }

    private int width(Row row, int at, int size) {
        var style = row.bold || columns.get(at).bold ? BOLD : REGULAR;
        return canvas.width(style, size, row.cells[at]);
    }

    private int size(boolean sums) {
        return Arrays.stream(SIZES)
                .filter(size -> rows.stream().allMatch(row -> row.sum != sums || fits(row, size)))
                .findFirst()
                .orElse(SIZES[SIZES.length - 1]);
    }

    /** Figures beside figures: whatever stands left of them wraps or is short. */
    private boolean fits(Row row, int size) {
        for (int at = 1; at < row.cells.length; at++) {
            var before = columns.get(at - 1);
            if (!columns.get(at).figures || !before.figures || row.cells[at].isEmpty()) continue;
            if (width(row, at, size) + GAP > columns.get(at).x - before.x) return false;
        }
        return true;
    }
}
