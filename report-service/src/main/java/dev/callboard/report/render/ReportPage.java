package dev.callboard.report.render;

import java.util.List;

import static dev.callboard.report.render.Grid.BOTTOM;
import static dev.callboard.report.render.Grid.COLUMN;
import static dev.callboard.report.render.Grid.FOOT_RULE;
import static dev.callboard.report.render.Grid.IN_LINE;
import static dev.callboard.report.render.Grid.KEY;
import static dev.callboard.report.render.Grid.LABEL;
import static dev.callboard.report.render.Grid.LEADING;
import static dev.callboard.report.render.Grid.LEFT;
import static dev.callboard.report.render.Grid.RIGHT;
import static dev.callboard.report.render.Grid.RULE;
import static dev.callboard.report.render.Grid.SECOND;
import static dev.callboard.report.render.Grid.TEXT;
import static dev.callboard.report.render.Grid.THICK;
import static dev.callboard.report.render.Grid.THIRD;
import static dev.callboard.report.render.Grid.TITLE;
import static dev.callboard.report.render.Grid.TITLE_BASELINE;
import static dev.callboard.report.render.Grid.UNDER_RULE;
import static dev.callboard.report.render.Style.BOLD;
import static dev.callboard.report.render.Style.REGULAR;

/**
 * A report while it is laid out, from the top down and on to further pages: title, three blocks of who and when, up to
 * three figures that matter, tables, notes, foot.
 */
final class ReportPage {
    /** Space before a section. */
    static final int APART = 1800;

    /** Of the pages after the first, when their head is one line. */
    private static final int TOP = 6000;

    private static final int UNDER_TITLE = 2400;
    private static final int COLUMN_GAP = 1200;

    private static final int[] COLUMNS = {LEFT, SECOND, THIRD};
    private static final int LONGEST_LARGE_FIGURE = 9;

    final Canvas canvas;
    final Words words;
    private final String title;
    private final String about;

    /** Where the next thing begins. */
    int y;

    /**
     * @param name bold; may be empty
     * @param withLogo whether the account's logo stands above the name, where the document has one
     */
    record Block(String label, String name, String afterName, List<String> lines, boolean withLogo) {
        Block(String label, String name, String afterName, List<String> lines) {
            this(label, name, afterName, lines, false);
        }
    }

    /** @param note below the figure, may be empty */
    record KeyFigure(String label, String figure, String note) {}

    /**
     * @param title in bold, of every page
     * @param about beside it on the pages after the first: year and person
     */
    ReportPage(Canvas canvas, Words words, String title, String about) {
        this.canvas = canvas;
        this.words = words;
        this.title = title;
        this.about = about;
    }

    /** On one line, the date smaller where that makes room; else the date stands below. */
    void title(String of, String label, String date) {
        int baseline = TITLE_BASELINE;
        int end = LEFT;
        for (var line : twoStyles(title + " ", of, TITLE).lines(canvas, RIGHT - LEFT)) {
            line.draw(canvas, LEFT, baseline);
            end = LEFT + line.width();
            baseline += UNDER_TITLE;
        }
        baseline -= UNDER_TITLE;
        int room = RIGHT - end - COLUMN_GAP - canvas.width(REGULAR, TEXT, label) - 400;
        int size = canvas.width(REGULAR, TITLE, date) > room && canvas.width(REGULAR, KEY, date) <= room ? KEY : TITLE;
        if (canvas.width(REGULAR, size, date) > room) baseline += UNDER_TITLE;
        int dateAt = RIGHT - canvas.width(REGULAR, size, date);
        canvas.textRight(dateAt - 400, baseline, REGULAR, TEXT, label);
        canvas.text(dateAt, baseline, REGULAR, size, date);
        y = baseline + 2100;
    }

    private static RichText twoStyles(String bold, String regular, int size) {
        return RichText.NONE
                .with(new RichText.Piece(bold, BOLD, size, false))
                .with(new RichText.Piece(regular, REGULAR, size, false));
    }

    void blocks(Block... blocks) {
        int end = y;
        for (int at = 0; at < blocks.length; at++) end = Math.max(end, block(COLUMNS[at], blocks[at]));
        y = end;
    }

    private int block(int x, Block block) {
        canvas.rule(x, x + COLUMN, y, RULE);
        int top = y + 330;
        for (var line : canvas.lines(REGULAR, LABEL, COLUMN, block.label)) {
            canvas.text(x, top + UNDER_RULE - 330, REGULAR, LABEL, line);
            top += 900;
        }
        if (block.withLogo) {
            canvas.logo(x, top);
            top = canvas.belowLogo(top);
        }
        int end = x;
        if (!block.name.isEmpty()) {
            for (var line : canvas.lines(BOLD, TEXT, COLUMN, block.name)) {
                end = canvas.text(x, top + IN_LINE, BOLD, TEXT, line);
                top += LEADING;
            }
            if (!block.afterName.isEmpty()) {
                var after = ", " + block.afterName;
                if (end - x + canvas.width(REGULAR, TEXT, after) <= COLUMN) {
                    canvas.text(end, top - LEADING + IN_LINE, REGULAR, TEXT, after);
                } else {
                    top = text(x, top, COLUMN, block.afterName);
                }
            }
        }
        for (var line : block.lines) top = text(x, top, COLUMN, line);
        return top;
    }

    /** @return where the text ends, from {@code top} down */
    int text(int x, int top, int width, String text) {
        if (text.isEmpty()) return top;
        for (var line : canvas.lines(REGULAR, TEXT, width, text)) {
            canvas.text(x, top + IN_LINE, REGULAR, TEXT, line);
            top += LEADING;
        }
        return top;
    }

    /** In the largest size; in the next, all of them, when one is too long for it, and so on. */
    void keyFigures(KeyFigure... figures) {
        boolean large = true;
        int small = TITLE;
        for (var figure : figures)
            while (small > TEXT && canvas.width(BOLD, small, figure.figure) > COLUMN) small -= 100;
        int noteLines = 0;
        for (var figure : figures) {
            large &= figure.figure.length() <= LONGEST_LARGE_FIGURE;
        }
        y += LEADING;
        canvas.rule(LEFT, RIGHT, y, THICK);
        for (int at = 0; at < figures.length; at++) {
            canvas.text(COLUMNS[at], y + LEADING, REGULAR, LABEL, figures[at].label);
            canvas.text(COLUMNS[at], y + (large ? 4275 : 3220), BOLD, large ? 3000 : small, figures[at].figure);
            int noteTop = y + (large ? 4973 : 3773);
            int noteEnd = text(COLUMNS[at], noteTop, COLUMN, figures[at].note);
            noteLines = Math.max(noteLines, (noteEnd - noteTop) / LEADING);
        }
        y += (large ? 5050 : 3850) + noteLines * LEADING;
    }

    /** In the size of labels, as wide as the page. */
    void note(String text) {
        if (text.isEmpty()) return;
        for (var line : canvas.lines(REGULAR, LABEL, RIGHT - LEFT, text)) {
            if (y + 900 > BOTTOM) continueOnNextPage();
            canvas.text(LEFT, y + 890, REGULAR, LABEL, line);
            y += 1100;
        }
    }

    /** Whom to ask, and what else is to be known of the whole. */
    void close(String contact, String note) {
        if (y + APART + 3 * LEADING > BOTTOM) continueOnNextPage();
        else y += APART;
        if (!contact.isEmpty()) y = text(LEFT, y, RIGHT - LEFT, words.say(Word.QUESTIONS, contact));
        note(note);
    }

    void continueOnNextPage() {
        canvas.newPage();
        int baseline = TITLE_BASELINE;
        for (var line : furtherHead()) {
            line.draw(canvas, LEFT, baseline);
            baseline += 1500;
        }
        y = furtherTop();
    }

    /** Where the pages after the first begin, below their head. */
    int furtherTop() {
        return TOP + (furtherHead().size() - 1) * 1500;
    }

    private List<RichText.Line> furtherHead() {
        return twoStyles(title + " ", about + ", " + words.say(Word.CONTINUED), KEY)
                .lines(canvas, RIGHT - LEFT);
    }

    /**
     * On every page, when all of them are there.
     *
     * @param longTitle left, where it has room
     */
    void foot(String longTitle, String shortTitle, String documentId) {
        note(canvas.missing(words, longTitle, shortTitle));
        int pages = canvas.pageCount();
        int baseline = FOOT_RULE + UNDER_RULE;
        var left = canvas.width(REGULAR, LABEL, longTitle) <= COLUMN ? longTitle : shortTitle;
        var document = words.say(Word.DOCUMENT, documentId);
        for (int page = 0; page < pages; page++) {
            canvas.turnTo(page);
            canvas.rule(LEFT, RIGHT, FOOT_RULE, RULE);
            int end = canvas.text(LEFT, baseline, REGULAR, LABEL, left);
            int centred = LEFT + (RIGHT - LEFT - canvas.width(REGULAR, LABEL, document)) / 2;
            canvas.text(Math.max(centred, end + 900), baseline, REGULAR, LABEL, document);
            canvas.textRight(RIGHT, baseline, REGULAR, LABEL, words.say(Word.PAGE, page + 1, pages));
        }
    }
}
