package dev.callboard.report.render;

import java.util.List;

import static dev.callboard.report.render.Grid.AMOUNT;
import static dev.callboard.report.render.Grid.BOTTOM;
import static dev.callboard.report.render.Grid.HAIRLINE;
import static dev.callboard.report.render.Grid.IN_LINE;
import static dev.callboard.report.render.Grid.KEY;
import static dev.callboard.report.render.Grid.LABEL;
import static dev.callboard.report.render.Grid.LEADING;
import static dev.callboard.report.render.Grid.LEFT;
import static dev.callboard.report.render.Grid.RIGHT;
import static dev.callboard.report.render.Grid.RULE;
import static dev.callboard.report.render.Grid.TEXT;
import static dev.callboard.report.render.Grid.THICK;
import static dev.callboard.report.render.Grid.THIRD;
import static dev.callboard.report.render.Grid.UNDER_BLOCK_RULE;
import static dev.callboard.report.render.Grid.UNDER_RULE;
import static dev.callboard.report.render.Grid.YEAR_TO_DATE;
import static dev.callboard.report.render.Style.BOLD;
import static dev.callboard.report.render.Style.REGULAR;

/** What the slip comes to: the net, leave, the employer's own cost, and whom to ask. One block that is never parted. */
final class SlipClose {
    private static final int BLOCK_ROW = 1350;

    /** The net in its largest size has this much room; wider than it, it drops to the next. */
    private static final int ROOM_OF_NET = 24000;

    /** Behind the lines that say whom to ask. */
    private static final int ROOM_TO_OBJECT = 14000;

    private final PaySlipPage page;
    private final Canvas canvas;
    private final PaySlip slip;
    private final Words words;
    private final Notation notation;

    SlipClose(PaySlipPage page) {
        this.page = page;
        canvas = page.canvas;
        slip = page.slip;
        words = page.words;
        notation = page.notation;
    }

    void draw() {
        if (page.y + 1200 + 4900 + belowNet() > BOTTOM) page.continueOnNextPage();
        net(page.y + 1200);
        page.y += 1200 + 4650 + THICK + 1200;
        int bottom = Math.max(leave(page.y), employerCost(page.y)) + 1200;
        questions(bottom);
    }

    /** The last digit stands on the column of amounts. */
    private void net(int top) {
        SlipPart.NET.place(canvas, 0, top);
        var run = slip.run();
        var net = page.amount(slip.net().amount());
        int size = canvas.width(BOLD, 3000, net) > ROOM_OF_NET ? Grid.TITLE : 3000;
        int x = AMOUNT - canvas.width(BOLD, size, net);
        canvas.textRight(x - 900, top + 3400, BOLD, KEY, run.currency());
        canvas.text(x, top + 3400, BOLD, size, net);
        var paid = words.say(Word.PAID_TO, slip.employee().account(), notation.date(run.payDate()));
        canvas.text(LEFT, top + 3780, REGULAR, TEXT, paid);
        page.right(YEAR_TO_DATE, top + 3780, page.amount(slip.net().yearToDate()));
    }

    private int belowNet() {
        var leave = slip.leave();
        var accrued = slip.holidayPay();
        int more = accrued == null ? 0 : (holidayPay(accrued).size() - 1) * LEADING;
        int left = (leave == null ? 0 : 2800 + BLOCK_ROW * leave.balances().size() + 1400) + more;
        int right = 1500 + BLOCK_ROW;
        for (var line : slip.employerCost().lines())
            right += BLOCK_ROW + (costLabel(line).size() - 1) * LEADING;
        // Two lines of the last block may stand below the bottom of the rest, as the foot's rule is far enough.
        int beyond = Math.max(0, contact().size() + (objectionApart() ? 1 : 0) - 2) * LEADING
                + (example().size() - 1 + (roundingApart() ? 1 : 0)) * 900;
        return 1200 + Math.max(left, right) + 1200 + 2 * LEADING + beyond;
    }

    private int leave(int top) {
        int end = slip.leave() == null ? top : balances(slip.leave(), top);
        var accrued = slip.holidayPay();
        if (accrued == null) return end;

        int baseline = end + 200 + IN_LINE;
        var of = holidayPay(accrued);
        int x = canvas.text(LEFT, baseline, REGULAR, TEXT, of.getFirst() + " ");
        for (var line : of.subList(1, of.size())) {
            baseline += LEADING;
            x = canvas.text(LEFT, baseline, REGULAR, TEXT, line + " ");
        }
        canvas.text(x, baseline, BOLD, TEXT, accrued(accrued));
        return end + 200 + of.size() * LEADING;
    }

    /** Its amount, which stands behind the last line, is as good as a word of it. */
    private List<String> holidayPay(PaySlip.HolidayPay accrued) {
        var of = words.say(Word.HOLIDAY_PAY, notation.percent(accrued.basisPoints()), page.amount(accrued.of()));
        int room = SlipPart.LEAVE_RIGHT - LEFT;
        int amount = canvas.width(BOLD, TEXT, accrued(accrued));
        if (canvas.width(REGULAR, TEXT, of + " ") + amount <= room) return List.of(of);
        return canvas.lines(REGULAR, TEXT, room - amount, of);
    }

    private String accrued(PaySlip.HolidayPay accrued) {
        return page.amount(accrued.accrued()) + " " + slip.run().currency();
    }

    private int balances(PaySlip.Leave leave, int top) {
        SlipPart.LEAVE.place(canvas, 0, top);
        var year = words.say(
                Word.LEAVE_YEAR_AS_OF,
                notation.date(leave.yearFrom()),
                notation.date(leave.yearTo()),
                notation.date(leave.asOf()));
        int x = LEFT + canvas.width(BOLD, TEXT, words.say(Word.LEAVE_DAYS) + " ");
        canvas.text(x, top + UNDER_BLOCK_RULE, REGULAR, TEXT, year);
        int at = top + 2700;
        var columns = SlipPart.LEAVE_COLUMNS;
        for (var balance : leave.balances()) {
            if (at > top + 2700) canvas.rule(LEFT, SlipPart.LEAVE_RIGHT, at, HAIRLINE);
            int baseline = at + 960;
            canvas.text(LEFT, baseline, REGULAR, TEXT, balance.label());
            page.right(columns[0], baseline, notation.hundredths(balance.opening()));
            page.right(columns[1], baseline, notation.hundredths(balance.earned()));
            page.right(columns[2], baseline, notation.hundredths(balance.taken()));
            canvas.textRight(columns[3], baseline, BOLD, TEXT, notation.hundredths(balance.closing()));
            if (balance.note() != null) page.right(SlipPart.LEAVE_RIGHT, baseline, balance.note());
            at += BLOCK_ROW;
        }
        return at;
    }

    private int employerCost(int top) {
        SlipPart.EMPLOYER_COST.place(canvas, 0, top);
        var cost = slip.employerCost();
        int at = top + 1500;
        for (var line : cost.lines()) {
            if (at > top + 1500) canvas.rule(THIRD, RIGHT, at, HAIRLINE);
            var label = costLabel(line);
            canvas.text(THIRD, at + 960, REGULAR, TEXT, label.getFirst());
            page.right(RIGHT, at + 960, page.amount(line.amount()));
            for (var more : label.subList(1, label.size())) {
                at += LEADING;
                canvas.text(THIRD, at + 960, REGULAR, TEXT, more);
            }
            at += BLOCK_ROW;
        }
        canvas.rule(THIRD, RIGHT, at, RULE);
        canvas.text(THIRD, at + UNDER_RULE, BOLD, TEXT, words.say(Word.TOTAL));
        canvas.textRight(RIGHT, at + UNDER_RULE, BOLD, TEXT, page.amount(cost.total()));
        return at + BLOCK_ROW;
    }

    /** The amounts of the employer never wrap, their names do. */
    private List<String> costLabel(PaySlip.Line line) {
        int amount = canvas.width(REGULAR, TEXT, page.amount(line.amount()));
        return canvas.lines(REGULAR, TEXT, RIGHT - THIRD - amount - 300, line.label());
    }

    private void questions(int top) {
        int x = LEFT;
        int baseline = top - LEADING + IN_LINE;
        for (var line : contact()) {
            baseline += LEADING;
            x = canvas.text(LEFT, baseline, REGULAR, TEXT, line);
        }
        if (objectionApart()) {
            baseline += LEADING;
            x = canvas.text(LEFT, baseline, REGULAR, TEXT, words.say(Word.OBJECT_UNTIL) + " ");
        } else {
            x = canvas.text(x, baseline, REGULAR, TEXT, " " + words.say(Word.OBJECT_UNTIL) + " ");
        }
        x = canvas.text(x, baseline, BOLD, TEXT, notation.longDate(slip.foot().objectUntil()));
        canvas.text(x, baseline, REGULAR, TEXT, ".");

        int below = baseline - IN_LINE + LEADING + 800;
        x = LEFT;
        var example = example();
        for (int line = 0; line < example.size(); line++) {
            if (line > 0) below += 900;
            x = canvas.text(LEFT, below, REGULAR, LABEL, example.get(line));
        }
        if (roundingApart()) {
            x = LEFT;
            below += 900;
        }
        SlipPart.ROUNDING.place(canvas, x, below - UNDER_RULE);
    }

    private List<String> contact() {
        var asked = words.say(Word.QUESTIONS, slip.foot().contact()) + ". ";
        return canvas.lines(REGULAR, TEXT, RIGHT - LEFT - ROOM_TO_OBJECT, asked);
    }

    /** Until when to object stands behind whom to ask, where there is room. */
    private boolean objectionApart() {
        int end = canvas.width(REGULAR, TEXT, contact().getLast());
        int until = canvas.width(REGULAR, TEXT, " " + words.say(Word.OBJECT_UNTIL) + " .")
                + canvas.width(BOLD, TEXT, notation.longDate(slip.foot().objectUntil()));
        return end + until > RIGHT - LEFT;
    }

    /** One empty line for a scheme that is no example. */
    private List<String> example() {
        if (!slip.foot().example()) return List.of("");
        var example = words.say(Word.EXAMPLE_SCHEME, slip.foot().scheme()) + " ";
        return canvas.lines(REGULAR, LABEL, RIGHT - LEFT, example);
    }

    private boolean roundingApart() {
        int end = canvas.width(REGULAR, LABEL, example().getLast());
        return end + canvas.width(REGULAR, LABEL, words.say(Word.ROUNDING)) > RIGHT - LEFT;
    }
}
