package dev.callboard.report.render;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Stream;

import static dev.callboard.report.render.Grid.BOTTOM;
import static dev.callboard.report.render.Grid.COLUMN;
import static dev.callboard.report.render.Grid.LEADING;
import static dev.callboard.report.render.Grid.LEFT;
import static dev.callboard.report.render.Grid.RULE;
import static dev.callboard.report.render.Grid.SECOND;
import static dev.callboard.report.render.Grid.TEXT;
import static dev.callboard.report.render.Grid.THIRD;
import static dev.callboard.report.render.Grid.UNDER_BLOCK_RULE;
import static dev.callboard.report.render.Style.REGULAR;

/**
 * Blocks below each other in three columns, and on to further pages. A block stays whole where it can; if it must split,
 * its name is repeated.
 */
final class CallSheetColumns {
    /** Lines of a block that must split which stay with its head. */
    private static final int TOGETHER = 3;

    private static final int SMALL = 900;
    private static final int[] COLUMNS = {LEFT, SECOND, THIRD};

    private final Sheet sheet;
    private final Canvas canvas;

    /** @param height of what is drawn from its top left corner on */
    record Item(int height, Drawing drawing) {}

    interface Drawing {
        void at(int x, int top);
    }

    /**
     * @param count right of the name; may be empty
     * @param under height of a name of one line
     * @param once below the name where the block begins
     * @param onceChanged a bar hangs in the gutter before it
     * @param heads over the items, wherever it goes on; null for none
     * @param after the block
     */
    record Block(
            String name,
            String count,
            int under,
            List<RichText.Line> once,
            boolean onceChanged,
            @Nullable Item heads,
            List<Item> items,
            int after) {
        private int height() {
            return items.stream().mapToInt(Item::height).sum();
        }

        private int least() {
            return items.stream().limit(TOGETHER).mapToInt(Item::height).sum();
        }
    }

    CallSheetColumns(Sheet sheet) {
        this.sheet = sheet;
        canvas = sheet.canvas;
    }

    /**
     * The first that takes the fewest pages: where keeping blocks whole would cost a page in every way of laying them out,
     * they are split.
     *
     * @param ways of laying the same blocks out, the preferred first
     */
    void draw(List<List<Block>> ways) {
        int fewest = Integer.MAX_VALUE;
        boolean whole = true;
        var best = ways.getFirst();
        for (boolean staysWhole : new boolean[] {true, false}) {
            for (var way : ways) {
                int pages = new Flow(false, staysWhole, sheet.y).of(way);
                if (pages >= fewest) continue;
                fewest = pages;
                whole = staysWhole;
                best = way;
            }
        }
        var drawn = new Flow(true, whole, sheet.y);
        drawn.of(best);
        sheet.y = drawn.end();
        sheet.aside(COLUMNS[drawn.column], drawn.y);
    }

    /** Whether one of these ways needs no further page, from this top on. */
    boolean fit(List<List<Block>> ways, int top) {
        return Stream.of(true, false)
                .anyMatch(staysWhole -> ways.stream().anyMatch(way -> new Flow(false, staysWhole, top).of(way) == 1));
    }

    private final class Flow {
        private final boolean drawing;
        private final boolean whole;
        private int top;
        private int y;
        private int column;
        private int pages = 1;

        /** Of the columns of this page that are full. */
        private int lowest;

        /** @param drawing or only counting pages, each as high as the first */
        Flow(boolean drawing, boolean whole, int top) {
            this.drawing = drawing;
            this.whole = whole;
            this.top = top;
            y = top;
        }

        /** @return pages that they take */
        int of(List<Block> blocks) {
            for (var block : blocks) place(block);
            return pages;
        }

        /** Below all columns of the last page. */
        int end() {
            return Math.max(lowest, y);
        }

        private void place(Block block) {
            int head = headHeight(block, false);
            boolean staysWhole = whole && top + head + block.height() <= BOTTOM;
            if (y + head + (staysWhole ? block.height() : block.least()) > BOTTOM) nextColumn();
            head(block, false);
            for (var item : block.items) {
                if (y + item.height > BOTTOM) {
                    nextColumn();
                    head(block, true);
                }
                if (drawing) item.drawing.at(COLUMNS[column], y);
                y += item.height;
            }
            y += block.after;
        }

        private void head(Block block, boolean continued) {
            if (drawing) {
                int x = COLUMNS[column];
                canvas.rule(x, x + COLUMN, y, RULE);
                int baseline = y + UNDER_BLOCK_RULE;
                var name = name(block, continued);
                for (int line = 0; line < name.size(); line++) {
                    name.get(line).draw(canvas, x, baseline + line * LEADING);
                    if (line == 0 && !continued) canvas.textRight(x + COLUMN, baseline, REGULAR, TEXT, block.count);
                }
                int below = y + nameHeight(block, continued);
                if (!continued) {
                    for (int at = 0; at < block.once.size(); at++)
                        block.once.get(at).draw(canvas, x, below + at * SMALL + Sheet.baseline(Grid.LABEL, SMALL));
                    int end = below + block.once.size() * SMALL;
                    if (block.onceChanged) canvas.bar(x - 600, below, end, 200);
                    below = end;
                }
                if (block.heads != null) block.heads.drawing.at(x, below);
            }
            y += headHeight(block, continued);
        }

        private void nextColumn() {
            lowest = end();
            column++;
            if (column == COLUMNS.length) {
                column = 0;
                lowest = 0;
                pages++;
                if (drawing) {
                    sheet.turn();
                    top = sheet.y + 300;
                }
            }
            y = top;
        }
    }

    private int headHeight(Block block, boolean continued) {
        int heads = block.heads == null ? 0 : block.heads.height;
        return nameHeight(block, continued) + heads + (continued ? 0 : block.once.size() * SMALL);
    }

    private int nameHeight(Block block, boolean continued) {
        return block.under + (name(block, continued).size() - 1) * LEADING;
    }

    private List<RichText.Line> name(Block block, boolean continued) {
        if (continued)
            return RichText.bold(block.name)
                    .then(", " + sheet.words.say(Word.CONTINUED))
                    .lines(canvas, COLUMN);
        int count = block.count.isEmpty() ? 0 : canvas.width(REGULAR, TEXT, block.count) + 300;
        return RichText.bold(block.name).lines(canvas, COLUMN - count);
    }
}
