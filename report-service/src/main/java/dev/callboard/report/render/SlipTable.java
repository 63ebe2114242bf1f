package dev.callboard.report.render;

import dev.callboard.report.render.PaySlip.Basis;
import dev.callboard.report.render.PaySlip.Earning;
import dev.callboard.report.render.PaySlip.Line;
import dev.callboard.report.render.PaySlip.Sum;

import java.util.ArrayList;
import java.util.List;

import static dev.callboard.report.render.Grid.AMOUNT;
import static dev.callboard.report.render.Grid.BOTTOM;
import static dev.callboard.report.render.Grid.FACTOR;
import static dev.callboard.report.render.Grid.HAIRLINE;
import static dev.callboard.report.render.Grid.HEAD_ROW;
import static dev.callboard.report.render.Grid.IN_ROW;
import static dev.callboard.report.render.Grid.KIND;
import static dev.callboard.report.render.Grid.LEADING;
import static dev.callboard.report.render.Grid.LEFT;
import static dev.callboard.report.render.Grid.QUANTITY;
import static dev.callboard.report.render.Grid.RATE;
import static dev.callboard.report.render.Grid.RIGHT;
import static dev.callboard.report.render.Grid.ROW;
import static dev.callboard.report.render.Grid.RULE;
import static dev.callboard.report.render.Grid.TEXT;
import static dev.callboard.report.render.Grid.THICK;
import static dev.callboard.report.render.Grid.UNIT;
import static dev.callboard.report.render.Grid.YEAR_TO_DATE;
import static dev.callboard.report.render.Style.BOLD;
import static dev.callboard.report.render.Style.REGULAR;

/** One column from the first earning to the last deduction, which adds up by eye. */
final class SlipTable {
    private final PaySlipPage page;
    private final Canvas canvas;
    private final PaySlip slip;
    private final Words words;
    private final Notation notation;
    private final List<Row> rows = new ArrayList<>(40);

    /**
     * @param keep with the two rows before it: a total never parts from its last lines
     * @param head stays with the row after it
     */
    private record Row(int height, boolean keep, boolean head, Drawing drawing) {
        Row(int height, boolean keep, Drawing drawing) {
            this(height, keep, false, drawing);
        }
    }

    private interface Drawing {
        void at(int top);
    }

    SlipTable(PaySlipPage page) {
        this.page = page;
        canvas = page.canvas;
        slip = page.slip;
        words = page.words;
        notation = page.notation;
    }

    void draw() {
        for (var production : slip.productions()) production(production);
        sum(words.say(Word.GROSS_PAY), slip.gross(), true, THICK);
        for (var line : slip.beforeTax()) line(line);
        sum(words.say(Word.TAXABLE_BASE), slip.taxableBase(), true, RULE);
        for (var line : slip.tax()) line(line);
        sum(words.say(Word.TAX_WITHHELD), slip.taxWithheld(), true, RULE);
        for (var line : slip.afterTax()) line(line);
        place();
    }

    private void production(PaySlip.Production production) {
        var title = production.title() + " ";
        int both = canvas.width(BOLD, TEXT, title) + canvas.width(REGULAR, TEXT, production.detail());
        if (both <= RIGHT - LEFT) {
            rows.add(new Row(HEAD_ROW, false, true, top -> {
                int x = canvas.text(LEFT, top + 1477, BOLD, TEXT, title);
                canvas.text(x, top + 1477, REGULAR, TEXT, production.detail());
            }));
        } else {
            var lines = RichText.bold(title).then(production.detail()).lines(canvas, RIGHT - LEFT);
            rows.add(new Row(HEAD_ROW + (lines.size() - 1) * LEADING, false, true, top -> {
                for (int line = 0; line < lines.size(); line++)
                    lines.get(line).draw(canvas, LEFT, top + 1477 + line * LEADING);
            }));
        }
        for (var earning : production.earnings()) earning(earning, production.corrections());
        sum(words.say(Word.SUM_OF, production.sumName()), new Sum(production.sum(), 0), false, RULE);
    }

    private void earning(Earning earning, boolean correction) {
        var kind = canvas.lines(REGULAR, TEXT, QUANTITY - 4200 - KIND, earning.kind());
        var days = canvas.lines(
                REGULAR, TEXT, KIND - LEFT, notation.days(earning.first(), earning.last(), earning.days()));
        int lines = Math.max(kind.size(), days.size());
        rows.add(new Row(ROW + (lines - 1) * LEADING, false, top -> {
            int baseline = top + IN_ROW;
            canvas.rule(LEFT, RIGHT, top, HAIRLINE);
            if (correction) canvas.bar(LEFT - 600, top + 200, top + ROW - 200, 200);
            canvas.text(LEFT, baseline, REGULAR, TEXT, days.getFirst());
            canvas.text(KIND, baseline, REGULAR, TEXT, kind.getFirst());
            page.right(QUANTITY, baseline, quantity(earning));
            canvas.text(UNIT, baseline, REGULAR, TEXT, earning.unit());
            page.right(RATE, baseline, page.amount(earning.rate()));
            page.right(FACTOR, baseline, notation.hundredths(earning.factorHundredths()));
            page.right(AMOUNT, baseline, page.amount(earning.amount()));
            more(kind, KIND, baseline, REGULAR);
            more(days, LEFT, baseline, REGULAR);
        }));
    }

    private String quantity(Earning earning) {
        long hundredths = earning.quantityHundredths();
        boolean pieces = earning.unit().equals(words.say(Word.UNIT_PC)) && hundredths % 100 == 0;
        return pieces ? notation.shortest(hundredths) : notation.hundredths(hundredths);
    }

    private void sum(String label, Sum sum, boolean withYear, int thickness) {
        var lines = canvas.lines(BOLD, TEXT, AMOUNT - 8000 - LEFT, label);
        rows.add(new Row(ROW + (lines.size() - 1) * LEADING, true, top -> {
            int baseline = top + IN_ROW;
            canvas.rule(LEFT, RIGHT, top, thickness);
            canvas.text(LEFT, baseline, BOLD, TEXT, lines.getFirst());
            canvas.textRight(AMOUNT, baseline, BOLD, TEXT, page.amount(sum.amount()));
            if (withYear) canvas.textRight(YEAR_TO_DATE, baseline, BOLD, TEXT, page.amount(sum.yearToDate()));
            more(lines, LEFT, baseline, BOLD);
        }));
    }

    private void line(Line line) {
        var basis = basis(line.basis());
        int room = FACTOR - LEFT - 600 - canvas.width(REGULAR, TEXT, basis);
        var label = canvas.lines(REGULAR, TEXT, room, line.label());
        rows.add(new Row(ROW + (label.size() - 1) * LEADING, false, top -> {
            int baseline = top + IN_ROW;
            canvas.rule(LEFT, RIGHT, top, HAIRLINE);
            canvas.text(LEFT, baseline, REGULAR, TEXT, label.getFirst());
            page.right(FACTOR, baseline, basis);
            page.right(AMOUNT, baseline, page.amount(line.amount()));
            if (line.yearToDate() != null) page.right(YEAR_TO_DATE, baseline, page.amount(line.yearToDate()));
            more(label, LEFT, baseline, REGULAR);
        }));
    }

    /** The lines after the first, which came before the figures of its row. */
    private void more(List<String> lines, int x, int baseline, Style style) {
        for (int line = 1; line < lines.size(); line++) {
            canvas.text(x, baseline + line * LEADING, style, TEXT, lines.get(line));
        }
    }

    private String basis(Basis basis) {
        return switch (basis) {
            case Basis.Count(long quantity, String unit, long rate) ->
                notation.shortest(quantity) + (unit.isEmpty() ? "" : " " + unit) + " \u00d7 " + page.amount(rate);
            case Basis.PercentOf(int points, long of) ->
                words.say(Word.PERCENT_OF, notation.percent(points), page.amount(of));
            case Basis.ShareAt(long share, int points) ->
                words.say(Word.SHARE_AT, page.amount(share), notation.percent(points));
            case Basis.Words(String text) -> text;
        };
    }

    /** Rows down the page, and on to the next one where they end; a kept row takes the two before it along. */
    private void place() {
        for (int at = 0; at < rows.size(); at++) {
            int needed = rows.get(at).height;
            for (int next = at + 1; next < Math.min(at + 3, rows.size()); next++) {
                needed += rows.get(next).keep || next == at + 1 && rows.get(at).head ? rows.get(next).height : 0;
            }
            if (page.y + needed > BOTTOM) page.continueOnNextPage();
            rows.get(at).drawing.at(page.y);
            page.y += rows.get(at).height;
        }
    }
}
