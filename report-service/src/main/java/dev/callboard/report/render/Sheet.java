package dev.callboard.report.render;

import java.util.List;

import static dev.callboard.report.render.Grid.BOTTOM;
import static dev.callboard.report.render.Grid.COLUMN;
import static dev.callboard.report.render.Grid.FOOT_RULE;
import static dev.callboard.report.render.Grid.LABEL;
import static dev.callboard.report.render.Grid.LEADING;
import static dev.callboard.report.render.Grid.LEFT;
import static dev.callboard.report.render.Grid.RIGHT;
import static dev.callboard.report.render.Grid.RULE;
import static dev.callboard.report.render.Grid.TEXT;
import static dev.callboard.report.render.Grid.UNDER_BLOCK_RULE;
import static dev.callboard.report.render.Style.REGULAR;

/** The pages of one document while they are filled from the top down. */
final class Sheet {
    /** Space between two of the foot's three parts. */
    private static final int FOOT_GAP = 1200;

    /** Width of the labels before facts. */
    static final int LABELS = 5000;

    final Canvas canvas;

    /** Where the next thing begins. */
    int y;

    final Words words;
    private final Runnable headOfFurtherPages;

    /** Where a column of this page is free. */
    private int asideX;

    private int asideTop = BOTTOM;

    /** @param headOfFurtherPages draws it and sets {@link #y} below */
    Sheet(Canvas canvas, Words words, Runnable headOfFurtherPages) {
        this.canvas = canvas;
        this.words = words;
        this.headOfFurtherPages = headOfFurtherPages;
    }

    boolean has(int height) {
        return y + height <= BOTTOM;
    }

    /** Goes on overleaf where less than this is left. */
    void need(int height) {
        if (!has(height)) turn();
    }

    void turn() {
        asideTop = BOTTOM;
        canvas.newPage();
        headOfFurtherPages.run();
    }

    /** Baseline below the top of a line of this leading, as a browser sets this font: ascent 928, descent 236. */
    static int baseline(int size, int leading) {
        return (leading - 1164 * size / 1000) / 2 + 928 * size / 1000;
    }

    /** A rule and below it the block's name, in as many lines as it needs. @return where the block goes on */
    int blockHead(int left, int right, int top, String head, String more) {
        canvas.rule(left, right, top, RULE);
        int baseline = top + UNDER_BLOCK_RULE;
        for (var line : headLines(right - left, head, more)) {
            line.draw(canvas, left, baseline);
            baseline += LEADING;
        }
        return top + headHeight(right - left, head, more);
    }

    int headHeight(int width, String head, String more) {
        return 1575 + (headLines(width, head, more).size() - 1) * LEADING;
    }

    private List<RichText.Line> headLines(int width, String head, String more) {
        var said = RichText.bold(head);
        return (more.isEmpty() ? said : said.then(" " + more)).lines(canvas, width);
    }

    /** A block as wide as the page, of any length: goes on overleaf under its name. */
    void flow(String head, RichText said) {
        need(1575 + 2 * LEADING);
        y = blockHead(LEFT, RIGHT, y, head, "");
        for (var line : said.lines(canvas, RIGHT - LEFT)) {
            if (!has(LEADING)) {
                turn();
                y = blockHead(LEFT, RIGHT, y, continued(head), "");
            }
            line.draw(canvas, LEFT, y + baseline(TEXT, LEADING));
            y += LEADING;
        }
        y += 1200;
    }

    /** As wide as the page and of any length: goes on overleaf. */
    void flow(RichText said) {
        for (var line : said.lines(canvas, RIGHT - LEFT)) {
            need(LEADING);
            line.draw(canvas, LEFT, y + baseline(TEXT, LEADING));
            y += LEADING;
        }
    }

    String continued(String head) {
        return head + ", " + words.say(Word.CONTINUED);
    }

    /** As large as it can be and as many lines as it needs, from the left margin on. @return where they end */
    int heading(RichText said, int top, int size, int leading) {
        for (var line : said.lines(canvas, RIGHT - LEFT)) {
            line.draw(canvas, LEFT, top + baseline(size, leading));
            top += leading;
        }
        return top;
    }

    /** Lines from this top on. @return where they end */
    int lines(RichText words, int x, int top, int width, int leading) {
        for (var line : words.lines(canvas, width)) {
            line.draw(canvas, x, top + baseline(TEXT, leading));
            top += leading;
        }
        return top;
    }

    /** Labels and notes: 7 pt on 9 pt. @return where they end */
    int smallLines(RichText words, int x, int top, int width) {
        for (var line : words.lines(canvas, width)) {
            line.draw(canvas, x, top + baseline(LABEL, 900));
            top += 900;
        }
        return top;
    }

    /** A label and what is to be known, in one column; without anything to be known nothing. @return where it ends */
    int fact(String label, RichText words, int x, int top) {
        if (words.isEmpty()) return top;
        int under = top;
        for (var line : canvas.lines(REGULAR, LABEL, LABELS - 300, label)) {
            canvas.text(x, under + baseline(TEXT, LEADING), REGULAR, LABEL, line);
            under += LEADING;
        }
        return Math.max(under, lines(words, x + LABELS, top, COLUMN - LABELS, LEADING));
    }

    /** The same on every page but for the number; of what does not fit in the line the middle is left out. */
    void foot(String document, String whose, String more) {
        note(canvas.missing(words, document, whose, more));
        int pages = canvas.pageCount();
        for (int number = 1; number <= pages; number++) {
            canvas.turnTo(number - 1);
            canvas.rule(LEFT, RIGHT, FOOT_RULE, RULE);
            int baseline = FOOT_RULE + RULE + 300 + baseline(LABEL, 900);
            var pageOf = words.say(Word.SHEET_PAGE, number, pages);
            var right = more.isEmpty() ? pageOf : fitting(more, (RIGHT - LEFT) / 2) + " · " + pageOf;
            int rightAt = RIGHT - canvas.width(REGULAR, LABEL, right);
            int leftEnd = canvas.text(LEFT, baseline, REGULAR, LABEL, fitting(document, rightAt - FOOT_GAP - LEFT));
            int width = canvas.width(REGULAR, LABEL, whose);
            int centred = Math.max(LEFT + (RIGHT - LEFT - width) / 2, leftEnd + FOOT_GAP);
            if (centred + width + FOOT_GAP <= rightAt) canvas.text(centred, baseline, REGULAR, LABEL, whose);
            canvas.text(rightAt, baseline, REGULAR, LABEL, right);
        }
    }

    /** A column that was not needed to its end has room for a note, from this top on. */
    void aside(int x, int top) {
        asideX = x;
        asideTop = top;
    }

    /** Where it costs no page, else below everything. */
    private void note(String said) {
        if (said.isEmpty()) return;
        var note = RichText.label(said);
        if (asideTop + note.lines(canvas, COLUMN).size() * 900 <= BOTTOM) {
            smallLines(note, asideX, asideTop, COLUMN);
            return;
        }
        y += 600;
        for (var line : note.lines(canvas, RIGHT - LEFT)) {
            need(900);
            line.draw(canvas, LEFT, y + baseline(LABEL, 900));
            y += 900;
        }
    }

    /** The first line of it: the head of the page has the whole. */
    private String fitting(String text, int width) {
        return canvas.lines(REGULAR, LABEL, width, text).getFirst();
    }
}
