package dev.callboard.report.render;

import static dev.callboard.report.render.Grid.AMOUNT;
import static dev.callboard.report.render.Grid.COLUMN;
import static dev.callboard.report.render.Grid.FOOT_RULE;
import static dev.callboard.report.render.Grid.KEY;
import static dev.callboard.report.render.Grid.LABEL;
import static dev.callboard.report.render.Grid.LEFT;
import static dev.callboard.report.render.Grid.RIGHT;
import static dev.callboard.report.render.Grid.RULE;
import static dev.callboard.report.render.Grid.TEXT;
import static dev.callboard.report.render.Grid.TITLE_BASELINE;
import static dev.callboard.report.render.Grid.UNDER_RULE;
import static dev.callboard.report.render.Grid.YEAR_TO_DATE;
import static dev.callboard.report.render.Style.BOLD;
import static dev.callboard.report.render.Style.REGULAR;

/** One slip while it is laid out: head, table, net and what follows, from the top down and on to further pages. */
final class PaySlipPage {
    final Canvas canvas;
    final PaySlip slip;
    final Words words;
    final Notation notation;

    /** Where the next thing begins. */
    int y;

    PaySlipPage(Canvas canvas, Words words, PaySlip slip) {
        this.canvas = canvas;
        this.words = words;
        this.notation = words.notation;
        this.slip = slip;
    }

    String title() {
        return numbered() + " \u00b7 " + slip.employee().name();
    }

    void draw() {
        y = new SlipHead(this).draw();
        columnHeads();
        new SlipTable(this).draw();
        new SlipClose(this).draw();
        foot();
    }

    void continueOnNextPage() {
        canvas.newPage();
        canvas.rule(LEFT, RIGHT, FOOT_RULE, RULE);
        int x = canvas.text(LEFT, TITLE_BASELINE, BOLD, KEY, words.say(Word.PAY_SLIP) + " ");
        var more = String.join(
                ", ", notation.monthYear(slip.run().from()), slip.employee().name(), words.say(Word.CONTINUED));
        y = 6000 - 1500;
        for (var line : canvas.lines(REGULAR, KEY, RIGHT - x, more)) {
            y += 1500;
            canvas.text(x, y - 6000 + TITLE_BASELINE, REGULAR, KEY, line);
        }
        columnHeads();
    }

    private void columnHeads() {
        SlipPart.COLUMN_HEADS.place(canvas, 0, y);
        canvas.textRight(AMOUNT, y + UNDER_RULE, REGULAR, LABEL, inCurrency(Word.THIS_PERIOD));
        canvas.textRight(YEAR_TO_DATE, y + UNDER_RULE, REGULAR, LABEL, inCurrency(Word.YEAR_TO_DATE_IN));
        y += 1400;
    }

    private void foot() {
        int pages = canvas.pageCount();
        for (int page = 0; page < pages; page++) {
            canvas.turnTo(page);
            int baseline = FOOT_RULE + UNDER_RULE;
            int left = canvas.text(LEFT, baseline, REGULAR, LABEL, shortTitle());
            var document = words.say(Word.DOCUMENT, slip.documentId());
            int centred = LEFT + (RIGHT - LEFT - canvas.width(REGULAR, LABEL, document)) / 2;
            canvas.text(Math.max(centred, left + 900), baseline, REGULAR, LABEL, document);
            canvas.textRight(RIGHT, baseline, REGULAR, LABEL, words.say(Word.PAGE, page + 1, pages));
        }
    }

    private String numbered() {
        return words.say(Word.PAY_SLIP) + " " + slip.number();
    }

    private String inCurrency(Word head) {
        return words.say(head, slip.run().currency());
    }

    /** The foot has one line: of a name that does not fit only the slip's number is left; the name stands in the head. */
    private String shortTitle() {
        return canvas.width(REGULAR, LABEL, title()) <= COLUMN ? title() : numbered();
    }

    void right(int x, int baseline, String text) {
        canvas.textRight(x, baseline, REGULAR, TEXT, text);
    }

    String amount(long minor) {
        return notation.amount(minor, slip.run().fractionDigits());
    }
}
