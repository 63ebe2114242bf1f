package dev.callboard.report.render;

import java.util.ArrayList;
import java.util.List;

import static dev.callboard.report.render.Grid.BOTTOM;
import static dev.callboard.report.render.Grid.HAIRLINE;
import static dev.callboard.report.render.Grid.LABEL;
import static dev.callboard.report.render.Grid.LEADING;
import static dev.callboard.report.render.Grid.TEXT;
import static dev.callboard.report.render.Style.REGULAR;

/**
 * Rows under column heads; cells wrap and the row grows. Goes on overleaf between rows, with its heads again; a row that is
 * about as high as a page goes on overleaf itself.
 */
final class Table {
    static final int HEAD = 1200;

    /** Of a row that stays whole: it fits below the head of a page, whatever that says. */
    private static final int TALLEST = 60_000;

    /** Lines of a higher one that are worth beginning it on a page. */
    private static final int FEWEST_LINES = 3;

    private final Sheet sheet;
    private final int left;
    private final int right;
    private final int rowHeight;
    private final List<Column> columns;
    private final List<Row> rows = new ArrayList<>();

    /** @param x left edge, from the paper's. @param figures whether it stands right, as numbers do */
    record Column(String head, int x, int width, boolean figures) {}

    /** @param changed a bar hangs in the gutter before it */
    record Cell(RichText words, boolean changed) {
        static final Cell EMPTY = new Cell(RichText.NONE, false);

        static Cell of(String text) {
            return new Cell(RichText.plain(text), false);
        }

        static Cell bold(String text) {
            return new Cell(RichText.bold(text), false);
        }
    }

    private record Row(List<List<RichText.Line>> cells, List<Boolean> changed, int height) {
        int lines() {
            return cells.stream().mapToInt(List::size).max().orElse(0);
        }
    }

    Table(Sheet sheet, int left, int right, int rowHeight, List<Column> columns) {
        this.sheet = sheet;
        this.left = left;
        this.right = right;
        this.rowHeight = rowHeight;
        this.columns = columns;
    }

    /** @param cells one for each column */
    void row(Cell... cells) {
        var lines = new ArrayList<List<RichText.Line>>();
        var changed = new ArrayList<Boolean>();
        for (int at = 0; at < columns.size(); at++) {
            lines.add(cells[at].words.lines(sheet.canvas, columns.get(at).width));
            changed.add(cells[at].changed);
        }
        rows.add(row(lines, changed));
    }

    private Row row(List<List<RichText.Line>> cells, List<Boolean> changed) {
        int most = cells.stream().mapToInt(List::size).max().orElse(0);
        return new Row(cells, changed, rowHeight + (Math.max(1, most) - 1) * LEADING);
    }

    /** These of its lines. */
    private Row part(Row of, int from, int to) {
        return row(
                of.cells.stream()
                        .map(lines -> lines.subList(Math.min(from, lines.size()), Math.min(to, lines.size())))
                        .toList(),
                of.changed);
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    int height() {
        return HEAD + rows.stream().mapToInt(Row::height).sum();
    }

    /** Height of the heads and the first two rows, which stay together. */
    int start() {
        return HEAD
                + rows.stream()
                        .limit(2)
                        .mapToInt(row -> Math.min(row.height, TALLEST / 2))
                        .sum();
    }

    /** Down the page from where it stands, and on to further ones. */
    void flow() {
        flow(() -> {});
    }

    /** @param again draws what stands over the heads on each further page, and moves the sheet below it */
    void flow(Runnable again) {
        sheet.y = heads(0, sheet.y);
        for (var row : rows) {
            var rest = row.height > TALLEST ? begun(row, again) : row;
            if (!sheet.has(rest.height)) turn(again);
            sheet.y = draw(rest, 0, sheet.y);
        }
    }

    /** Draws as much of it as fills pages. @return what is left */
    private Row begun(Row row, Runnable again) {
        var rest = row;
        while (!sheet.has(rest.height)) {
            int fitting = (BOTTOM - sheet.y - rowHeight) / LEADING + 1;
            if (fitting >= FEWEST_LINES) {
                draw(part(rest, 0, fitting), 0, sheet.y);
                rest = part(rest, fitting, rest.lines());
            }
            turn(again);
        }
        return rest;
    }

    private void turn(Runnable again) {
        sheet.turn();
        again.run();
        sheet.y = heads(0, sheet.y);
    }

    /** Its rows one by one, for who places them. */
    List<CallSheetColumns.Item> items() {
        return rows.stream()
                .map(row -> new CallSheetColumns.Item(row.height, (x, top) -> draw(row, x - left, top)))
                .toList();
    }

    CallSheetColumns.Item headsItem() {
        return new CallSheetColumns.Item(HEAD, (x, top) -> heads(x - left, top));
    }

    /** Beside something else: the caller knows that it fits. @return where it ends */
    int at(int top) {
        int y = heads(0, top);
        for (var row : rows) y = draw(row, 0, y);
        return y;
    }

    /** @param aside from where its columns are */
    private int heads(int aside, int top) {
        int baseline = top + 100 + Sheet.baseline(LABEL, 900);
        for (var column : columns) {
            if (column.figures) {
                sheet.canvas.textRight(aside + column.x + column.width, baseline, REGULAR, LABEL, column.head);
            } else {
                sheet.canvas.text(aside + column.x, baseline, REGULAR, LABEL, column.head);
            }
        }
        return top + HEAD;
    }

    private int draw(Row row, int aside, int top) {
        sheet.canvas.rule(aside + left, aside + right, top, HAIRLINE);
        int baseline = top + HAIRLINE + (rowHeight - LEADING) / 2 + Sheet.baseline(TEXT, LEADING);
        for (int at = 0; at < columns.size(); at++) {
            var column = columns.get(at);
            int left = aside + column.x;
            if (row.changed.get(at)) sheet.canvas.bar(left - 600, top + 100, top + row.height - 100, 200);
            int line = baseline;
            for (var words : row.cells.get(at)) {
                int x = column.figures ? left + column.width - words.width() : left;
                words.draw(sheet.canvas, x, line);
                line += LEADING;
            }
        }
        return top + row.height;
    }
}
