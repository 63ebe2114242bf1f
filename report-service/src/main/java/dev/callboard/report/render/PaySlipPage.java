package dev.callboard.report.render;

import dev.callboard.report.render.PaySlip.Basis;
import dev.callboard.report.render.PaySlip.Earning;
import dev.callboard.report.render.PaySlip.Line;
import dev.callboard.report.render.PaySlip.Sum;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

import static dev.callboard.report.render.Style.BOLD;
import static dev.callboard.report.render.Style.REGULAR;

/** Lays one slip out. All lengths are hundredths of a point. */
final class PaySlipPage {
    private static final int LEFT = 3600;
    private static final int RIGHT = 55928;
    private static final int COLUMN = 16640;
    private static final int GUTTER = 1200;
    private static final int SECOND = LEFT + COLUMN + GUTTER;
    private static final int THIRD = SECOND + COLUMN + GUTTER;

    private static final int TEXT = 800;
    private static final int LABEL = 700;
    private static final int LEADING = 1200;

    // The table's columns: text starts at, figures end at.
    private static final int KIND = LEFT + 5600;
    private static final int QUANTITY = LEFT + 26328;
    private static final int UNIT = LEFT + 26928;
    private static final int RATE = LEFT + 32928;
    private static final int FACTOR = LEFT + 36728;
    private static final int AMOUNT = LEFT + 44128;
    private static final int YEAR_TO_DATE = RIGHT;

    private static final int ROW = 1505;
    private static final int HEAD_ROW = 1940;

    /** Baseline below the top of a row, of a 12 pt line. */
    private static final int IN_ROW = 1042;

    private static final int IN_LINE = 877;
    private static final int BOTTOM = 78600;
    private static final int FOOT_RULE = 80500;
    private static final int RULE = 75;
    private static final int THICK = 150;
    private static final int HAIRLINE = 25;

    private final Canvas canvas;
    private final PaySlip slip;
    private final List<Row> rows = new ArrayList<>();
    private int y;

    /** @param keep with the two rows before it: a total never parts from its last lines */
    private record Row(int height, boolean keep, Drawing drawing) {}

    private interface Drawing {
        void at(int top);
    }

    PaySlipPage(Canvas canvas, PaySlip slip) {
        this.canvas = canvas;
        this.slip = slip;
    }

    /** What stands on the first page of every slip. */
    static Canvas fixed() {
        var canvas = new Canvas();
        canvas.rule(LEFT, LEFT + COLUMN, 6900, RULE);
        canvas.rule(SECOND, SECOND + COLUMN, 6900, RULE);
        canvas.rule(THIRD, RIGHT, 6900, RULE);
        canvas.text(LEFT, 7900, REGULAR, LABEL, "Employer");
        return canvas;
    }

    Canvas canvas() {
        return canvas;
    }

    String title() {
        return "Pay slip " + slip.number() + " \u00b7 " + slip.employee().name();
    }

    void draw() {
        head();
        columnHeads();
        for (var production : slip.productions()) production(production);
        sums();
        place();
        net();
        leaveAndCost();
        foot();
    }

    private void head() {
        var run = slip.run();
        int x = canvas.text(LEFT, 4870, BOLD, 1800, "Pay slip ");
        canvas.text(x, 4870, REGULAR, 1800, Figures.monthYear(run.from()));
        var paid = Figures.longDate(run.payDate());
        canvas.textRight(RIGHT, 4870, REGULAR, 1800, paid);
        canvas.textRight(RIGHT - canvas.width(REGULAR, 1800, paid) - 400, 4870, REGULAR, TEXT, "Paid on");
        canvas.fixedContent();

        var employee = slip.employee();
        canvas.text(SECOND, 7900, REGULAR, LABEL, "Employee " + employee.number());
        canvas.text(THIRD, 7900, REGULAR, LABEL, "Slip " + slip.number());
        int end = identity(
                LEFT,
                slip.employer().name(),
                "",
                List.of(
                        slip.employer().address(),
                        "Organisation no. " + slip.employer().organisationNo()));
        end = Math.max(
                end,
                identity(
                        SECOND,
                        employee.name(),
                        employee.jobTitle(),
                        List.of(
                                employee.address(),
                                "Tax table " + employee.taxTable() + " \u00b7 tax id " + employee.taxId())));
        var about = new ArrayList<String>();
        about.add("Period " + Figures.period(run.from(), run.to()));
        if (run.corrects() != null) about.add("Includes a correction to " + run.corrects());
        about.add("Paid " + hours(slip.hours().paidMinutes()) + " h, of them overtime "
                + hours(slip.hours().overtimeMinutes()) + " h");
        y = Math.max(end, identity(THIRD, null, "", about)) + 1200;
    }

    private static String hours(long minutes) {
        return Figures.hundredths(Math.floorDiv(minutes * 100 + 30, 60));
    }

    /** @return where the block ends; names of people and firms are never cut, the block grows */
    private int identity(int x, @Nullable String name, String afterName, List<String> more) {
        int top = 8100;
        if (name != null) {
            for (var line : canvas.lines(BOLD, TEXT, COLUMN, name)) {
                int end = canvas.text(x, top + IN_LINE, BOLD, TEXT, line);
                top += LEADING;
                if (afterName.isEmpty() || !name.endsWith(line)) continue;
                var title = ", " + afterName;
                if (end - x + canvas.width(REGULAR, TEXT, title) <= COLUMN) {
                    canvas.text(end, top - LEADING + IN_LINE, REGULAR, TEXT, title);
                } else {
                    top = lines(x, top, afterName);
                }
            }
        }
        for (var line : more) top = lines(x, top, line);
        return top;
    }

    private int lines(int x, int top, String text) {
        for (var line : canvas.lines(REGULAR, TEXT, COLUMN, text)) {
            canvas.text(x, top + IN_LINE, REGULAR, TEXT, line);
            top += LEADING;
        }
        return top;
    }

    private void columnHeads() {
        canvas.rule(LEFT, RIGHT, y, RULE);
        int baseline = y + 1000;
        var currency = ", " + slip.run().currency();
        canvas.text(LEFT, baseline, REGULAR, LABEL, "Dates");
        canvas.text(KIND, baseline, REGULAR, LABEL, "Earnings");
        canvas.textRight(QUANTITY, baseline, REGULAR, LABEL, "Quantity");
        canvas.textRight(RATE, baseline, REGULAR, LABEL, "Rate");
        canvas.textRight(FACTOR, baseline, REGULAR, LABEL, "Factor");
        canvas.textRight(AMOUNT, baseline, REGULAR, LABEL, "This period" + currency);
        canvas.textRight(YEAR_TO_DATE, baseline, REGULAR, LABEL, "Year to date" + currency);
        y += 1400;
    }

    private void production(PaySlip.Production production) {
        rows.add(new Row(HEAD_ROW, false, top -> {
            int x = canvas.text(LEFT, top + 1477, BOLD, TEXT, production.title() + " ");
            canvas.text(x, top + 1477, REGULAR, TEXT, production.detail());
        }));
        for (var earning : production.earnings()) earning(earning, production.corrections());
        sum("Sum, " + production.sumName(), new Sum(production.sum(), 0), false, RULE);
    }

    private void earning(Earning earning, boolean correction) {
        var kind = canvas.lines(REGULAR, TEXT, QUANTITY - 4200 - KIND, earning.kind());
        rows.add(new Row(ROW + (kind.size() - 1) * LEADING, false, top -> {
            int baseline = top + IN_ROW;
            canvas.rule(LEFT, RIGHT, top, HAIRLINE);
            if (correction) canvas.bar(LEFT - 600, top + 200, top + ROW - 200, 200);
            canvas.text(LEFT, baseline, REGULAR, TEXT, Figures.days(earning.first(), earning.last(), earning.days()));
            for (int line = 0; line < kind.size(); line++) {
                canvas.text(KIND, baseline + line * LEADING, REGULAR, TEXT, kind.get(line));
            }
            boolean pieces = earning.unit().equals("pc") && earning.quantityHundredths() % 100 == 0;
            right(
                    QUANTITY,
                    baseline,
                    pieces
                            ? Figures.shortest(earning.quantityHundredths())
                            : Figures.hundredths(earning.quantityHundredths()));
            canvas.text(UNIT, baseline, REGULAR, TEXT, earning.unit());
            right(RATE, baseline, amount(earning.rate()));
            right(FACTOR, baseline, Figures.hundredths(earning.factorHundredths()));
            right(AMOUNT, baseline, amount(earning.amount()));
        }));
    }

    private void sums() {
        sum("Gross pay", slip.gross(), true, THICK);
        for (var line : slip.beforeTax()) line(line);
        sum("Taxable base", slip.taxableBase(), true, RULE);
        for (var line : slip.tax()) line(line);
        sum("Tax withheld", slip.taxWithheld(), true, RULE);
        for (var line : slip.afterTax()) line(line);
    }

    private void sum(String label, Sum sum, boolean withYear, int thickness) {
        var lines = canvas.lines(BOLD, TEXT, AMOUNT - 8000 - LEFT, label);
        rows.add(new Row(ROW + (lines.size() - 1) * LEADING, true, top -> {
            canvas.rule(LEFT, RIGHT, top, thickness);
            for (int line = 0; line < lines.size(); line++) {
                canvas.text(LEFT, top + IN_ROW + line * LEADING, BOLD, TEXT, lines.get(line));
            }
            canvas.textRight(AMOUNT, top + IN_ROW, BOLD, TEXT, amount(sum.amount()));
            if (withYear) canvas.textRight(YEAR_TO_DATE, top + IN_ROW, BOLD, TEXT, amount(sum.yearToDate()));
        }));
    }

    private void line(Line line) {
        var basis = basis(line.basis());
        int room = FACTOR - LEFT - 600 - canvas.width(REGULAR, TEXT, basis);
        var label = canvas.lines(REGULAR, TEXT, room, line.label());
        rows.add(new Row(ROW + (label.size() - 1) * LEADING, false, top -> {
            int baseline = top + IN_ROW;
            canvas.rule(LEFT, RIGHT, top, HAIRLINE);
            for (int at = 0; at < label.size(); at++) {
                canvas.text(LEFT, baseline + at * LEADING, REGULAR, TEXT, label.get(at));
            }
            right(FACTOR, baseline, basis);
            right(AMOUNT, baseline, amount(line.amount()));
            if (line.yearToDate() != null) right(YEAR_TO_DATE, baseline, amount(line.yearToDate()));
        }));
    }

    private String basis(Basis basis) {
        return switch (basis) {
            case Basis.Count(long quantity, String unit, long rate) ->
                Figures.shortest(quantity) + (unit.isEmpty() ? "" : " " + unit) + " \u00d7 " + amount(rate);
            case Basis.PercentOf(int points, long of) -> Figures.percent(points) + " of " + amount(of);
            case Basis.ShareAt(long share, int points) -> amount(share) + " at " + Figures.percent(points);
            case Basis.Words(String text) -> text;
        };
    }

    /** Rows down the page, and on to the next one where they end; a kept row takes the two before it along. */
    private void place() {
        for (int at = 0; at < rows.size(); at++) {
            int needed = rows.get(at).height;
            for (int next = at + 1; next < Math.min(at + 3, rows.size()); next++) {
                needed += rows.get(next).keep || next == at + 1 && needed == HEAD_ROW ? rows.get(next).height : 0;
            }
            if (y + needed > BOTTOM) continueOnNextPage();
            rows.get(at).drawing.at(y);
            y += rows.get(at).height;
        }
    }

    private void continueOnNextPage() {
        canvas.newPage();
        int x = canvas.text(LEFT, 4870, BOLD, 1200, "Pay slip ");
        canvas.text(
                x,
                4870,
                REGULAR,
                1200,
                Figures.monthYear(slip.run().from()) + ", " + slip.employee().name() + ", continued");
        y = 6000;
        columnHeads();
    }

    /** Between two thick rules, the last digit on the column; with everything below it one block. */
    private void net() {
        if (y + 1200 + 4900 + belowNet() > BOTTOM) continueOnNextPage();
        y += 1200;
        canvas.rule(LEFT, RIGHT, y, THICK);
        canvas.text(LEFT, y + 2560, BOLD, 1200, "Net pay");
        canvas.text(
                LEFT,
                y + 3780,
                REGULAR,
                TEXT,
                "Paid to account " + slip.employee().account() + " on "
                        + Figures.date(slip.run().payDate()));
        var net = amount(slip.net().amount());
        int size = canvas.width(BOLD, 3000, net) > 24000 ? 1800 : 3000;
        canvas.textRight(AMOUNT, y + 3400, BOLD, size, net);
        canvas.textRight(
                AMOUNT - canvas.width(BOLD, size, net) - 900,
                y + 3400,
                BOLD,
                1200,
                slip.run().currency());
        canvas.textRight(YEAR_TO_DATE, y + 2640, REGULAR, LABEL, "Year to date");
        right(YEAR_TO_DATE, y + 3780, amount(slip.net().yearToDate()));
        y += 4650;
        canvas.rule(LEFT, RIGHT, y, THICK);
        y += THICK;
    }

    private int belowNet() {
        var leave = slip.leave();
        int left = leave == null ? 0 : 2800 + 1350 * leave.balances().size() + 1400;
        int right = 1500 + 1350 * (slip.employerCost().lines().size() + 1);
        return 1200 + Math.max(left, right) + 1200 + 2 * LEADING;
    }

    private void leaveAndCost() {
        y += 1200;
        int bottom = Math.max(leave(y), employerCost(y)) + 1200;
        var foot = slip.foot();
        int x = LEFT;
        for (var line : canvas.lines(REGULAR, TEXT, RIGHT - LEFT - 14000, "Questions: " + foot.contact() + ". ")) {
            x = canvas.text(LEFT, bottom + IN_LINE, REGULAR, TEXT, line);
            bottom += LEADING;
        }
        int baseline = bottom - LEADING + IN_LINE;
        x = canvas.text(x, baseline, REGULAR, TEXT, " Object until ");
        x = canvas.text(x, baseline, BOLD, TEXT, Figures.longDate(foot.objectUntil()));
        canvas.text(x, baseline, REGULAR, TEXT, ".");
        var scheme = (foot.example() ? "Example scheme \u201c" + foot.scheme() + "\u201d, no country\u2019s law. " : "")
                + "Every line is rounded half up to the minor unit; its rule and time cards are listed with the slip online.";
        canvas.text(LEFT, bottom + 800, REGULAR, LABEL, scheme);
    }

    private int leave(int top) {
        var leave = slip.leave();
        var holidayPay = slip.holidayPay();
        int end = top;
        if (leave != null) {
            int right = LEFT + 34480;
            canvas.rule(LEFT, right, top, RULE);
            int x = canvas.text(LEFT, top + 1172, BOLD, TEXT, "Leave, days ");
            canvas.text(
                    x,
                    top + 1172,
                    REGULAR,
                    TEXT,
                    "year " + Figures.date(leave.yearFrom()) + " to " + Figures.date(leave.yearTo()) + ", as of "
                            + Figures.date(leave.asOf()));
            int[] columns = {LEFT + 8000, LEFT + 12000, LEFT + 16000, LEFT + 20000};
            String[] heads = {"Opening", "Earned", "Taken", "Closing"};
            for (int at = 0; at < 4; at++) {
                canvas.textRight(columns[at], top + 2300, REGULAR, LABEL, heads[at]);
            }
            end = top + 2700;
            for (var balance : leave.balances()) {
                canvas.rule(LEFT, right, end, HAIRLINE);
                int baseline = end + 960;
                canvas.text(LEFT, baseline, REGULAR, TEXT, balance.label());
                right(columns[0], baseline, Figures.hundredths(balance.opening()));
                right(columns[1], baseline, Figures.hundredths(balance.earned()));
                right(columns[2], baseline, Figures.hundredths(balance.taken()));
                canvas.textRight(columns[3], baseline, BOLD, TEXT, Figures.hundredths(balance.closing()));
                if (balance.note() != null) right(right, baseline, balance.note());
                end += 1350;
            }
        }
        if (holidayPay != null) {
            end += 200;
            int x = canvas.text(
                    LEFT,
                    end + IN_LINE,
                    REGULAR,
                    TEXT,
                    "Holiday pay accrued, not paid yet: " + Figures.percent(holidayPay.basisPoints()) + " of "
                            + amount(holidayPay.of()) + " = ");
            canvas.text(
                    x,
                    end + IN_LINE,
                    BOLD,
                    TEXT,
                    amount(holidayPay.accrued()) + " " + slip.run().currency());
            end += LEADING;
        }
        return end;
    }

    private int employerCost(int top) {
        var cost = slip.employerCost();
        canvas.rule(THIRD, RIGHT, top, RULE);
        int x = canvas.text(THIRD, top + 1172, BOLD, TEXT, "Employer\u2019s own cost ");
        canvas.text(x, top + 1172, REGULAR, TEXT, "not deducted");
        int at = top + 1500;
        for (var line : cost.lines()) {
            if (at > top + 1500) canvas.rule(THIRD, RIGHT, at, HAIRLINE);
            canvas.text(THIRD, at + 960, REGULAR, TEXT, line.label());
            right(RIGHT, at + 960, amount(line.amount()));
            at += 1350;
        }
        canvas.rule(THIRD, RIGHT, at, RULE);
        canvas.text(THIRD, at + 1000, BOLD, TEXT, "Total");
        canvas.textRight(RIGHT, at + 1000, BOLD, TEXT, amount(cost.total()));
        return at + 1350;
    }

    private void foot() {
        int pages = canvas.pageCount();
        for (int page = 0; page < pages; page++) {
            canvas.turnTo(page);
            canvas.rule(LEFT, RIGHT, FOOT_RULE, RULE);
            int baseline = FOOT_RULE + 1000;
            int left = canvas.text(LEFT, baseline, REGULAR, LABEL, shortTitle());
            var document = "Document " + slip.documentId();
            int centred = LEFT + (RIGHT - LEFT - canvas.width(REGULAR, LABEL, document)) / 2;
            canvas.text(Math.max(centred, left + 900), baseline, REGULAR, LABEL, document);
            canvas.textRight(RIGHT, baseline, REGULAR, LABEL, "Page " + (page + 1) + " of " + pages);
        }
    }

    /** The foot has one line: of a name that does not fit only the slip's number is left; the name stands in the head. */
    private String shortTitle() {
        return canvas.width(REGULAR, LABEL, title()) <= COLUMN ? title() : "Pay slip " + slip.number();
    }

    private void right(int x, int baseline, String text) {
        canvas.textRight(x, baseline, REGULAR, TEXT, text);
    }

    private String amount(long minor) {
        return Figures.amount(minor, slip.run().fractionDigits());
    }
}
