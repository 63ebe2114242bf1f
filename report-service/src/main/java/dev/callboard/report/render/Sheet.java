package dev.callboard.report.render;

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
import static dev.callboard.report.render.Style.BOLD;
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

    private final Words words;
    private final Runnable headOfFurtherPages;

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
        canvas.newPage();
        headOfFurtherPages.run();
    }

    /** Baseline below the top of a line of this leading, as a browser sets this font: ascent 928, descent 236. */
    static int baseline(int size, int leading) {
        return (leading - 1164 * size / 1000) / 2 + 928 * size / 1000;
    }

    /** @return where the block goes on */
    int blockHead(int left, int right, int top, String head, String more) {
        canvas.rule(left, right, top, RULE);
        int x = canvas.text(left, top + UNDER_BLOCK_RULE, BOLD, TEXT, head);
        if (!more.isEmpty()) canvas.text(x, top + UNDER_BLOCK_RULE, REGULAR, TEXT, " " + more);
        return top + 1575;
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
        canvas.text(x, top + baseline(TEXT, LEADING), REGULAR, LABEL, label);
        return lines(words, x + LABELS, top, COLUMN - LABELS, LEADING);
    }

    /** The same on every page but for the number; of what does not fit in the line the middle is left out. */
    void foot(String document, String whose, String more) {
        int pages = canvas.pageCount();
        for (int number = 1; number <= pages; number++) {
            canvas.turnTo(number - 1);
            canvas.rule(LEFT, RIGHT, FOOT_RULE, RULE);
            int baseline = FOOT_RULE + RULE + 300 + baseline(LABEL, 900);
            var pageOf = words.say(Word.SHEET_PAGE, number, pages);
            var right = more.isEmpty() ? pageOf : more + " · " + pageOf;
            int rightAt = RIGHT - canvas.width(REGULAR, LABEL, right);
            int leftEnd = canvas.text(LEFT, baseline, REGULAR, LABEL, fitting(document, rightAt - FOOT_GAP - LEFT));
            int width = canvas.width(REGULAR, LABEL, whose);
            int centred = Math.max(LEFT + (RIGHT - LEFT - width) / 2, leftEnd + FOOT_GAP);
            if (centred + width + FOOT_GAP <= rightAt) canvas.text(centred, baseline, REGULAR, LABEL, whose);
            canvas.text(rightAt, baseline, REGULAR, LABEL, right);
        }
    }

    /** The first line of it: the head of the page has the whole. */
    private String fitting(String text, int width) {
        return canvas.lines(REGULAR, LABEL, width, text).getFirst();
    }
}
