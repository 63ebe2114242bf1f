package dev.callboard.report.render;

import java.util.ArrayList;
import java.util.List;

import static dev.callboard.report.render.Grid.COLUMN;
import static dev.callboard.report.render.Grid.IN_LINE;
import static dev.callboard.report.render.Grid.LABEL;
import static dev.callboard.report.render.Grid.LEADING;
import static dev.callboard.report.render.Grid.LEFT;
import static dev.callboard.report.render.Grid.RIGHT;
import static dev.callboard.report.render.Grid.SECOND;
import static dev.callboard.report.render.Grid.TEXT;
import static dev.callboard.report.render.Grid.THIRD;
import static dev.callboard.report.render.Grid.TITLE;
import static dev.callboard.report.render.Grid.TITLE_BASELINE;
import static dev.callboard.report.render.Style.BOLD;
import static dev.callboard.report.render.Style.REGULAR;

/** Title, pay date, and who pays whom for when. */
final class SlipHead {
    private static final int BLOCKS = 8100;

    private final Canvas canvas;
    private final PaySlip slip;
    private final Words words;
    private final Notation notation;

    SlipHead(PaySlipPage page) {
        canvas = page.canvas;
        slip = page.slip;
        words = page.words;
        notation = page.notation;
    }

    /** @return where the table begins */
    int draw() {
        SlipPart.FIRST_PAGE.place(canvas, 0, 0);
        var run = slip.run();
        int x = LEFT + canvas.width(BOLD, TITLE, words.say(Word.PAY_SLIP) + " ");
        canvas.text(x, TITLE_BASELINE, REGULAR, TITLE, notation.monthYear(run.from()));
        var paid = notation.longDate(run.payDate());
        int paidAt = RIGHT - canvas.width(REGULAR, TITLE, paid);
        canvas.textRight(paidAt - 400, TITLE_BASELINE, REGULAR, TEXT, words.say(Word.PAID_ON));
        canvas.text(paidAt, TITLE_BASELINE, REGULAR, TITLE, paid);

        var employee = slip.employee();
        canvas.text(SECOND, 7900, REGULAR, LABEL, words.say(Word.EMPLOYEE, employee.number()));
        canvas.text(THIRD, 7900, REGULAR, LABEL, words.say(Word.SLIP_NO, slip.number()));
        var employer = slip.employer();
        int end = name(LEFT, employer.name(), "");
        end = lines(LEFT, end, employer.address());
        end = lines(LEFT, end, words.say(Word.ORGANISATION_NO, employer.organisationNo()));

        int endOfEmployee = name(SECOND, employee.name(), employee.jobTitle());
        endOfEmployee = lines(SECOND, endOfEmployee, employee.address());
        endOfEmployee =
                lines(SECOND, endOfEmployee, words.say(Word.TAX_TABLE_AND_ID, employee.taxTable(), employee.taxId()));

        int endOfRun = BLOCKS;
        for (var line : aboutRun()) endOfRun = lines(THIRD, endOfRun, line);
        return Math.max(end, Math.max(endOfEmployee, endOfRun)) + 1200;
    }

    private List<String> aboutRun() {
        var run = slip.run();
        var about = new ArrayList<String>(3);
        about.add(words.say(Word.PERIOD_OF, notation.period(run.from(), run.to())));
        if (run.corrects() != null) about.add(words.say(Word.INCLUDES_CORRECTION, run.corrects()));
        about.add(words.say(
                Word.PAID_HOURS,
                hours(slip.hours().paidMinutes()),
                hours(slip.hours().overtimeMinutes())));
        return about;
    }

    private String hours(long minutes) {
        return notation.hundredths(Math.floorDiv(minutes * 100 + 30, 60));
    }

    /** @return where the block goes on; names of people and firms are never cut, the block grows */
    private int name(int x, String name, String afterName) {
        int top = BLOCKS;
        int end = x;
        for (var line : canvas.lines(BOLD, TEXT, COLUMN, name)) {
            end = canvas.text(x, top + IN_LINE, BOLD, TEXT, line);
            top += LEADING;
        }
        if (afterName.isEmpty()) return top;

        var title = ", " + afterName;
        if (end - x + canvas.width(REGULAR, TEXT, title) > COLUMN) return lines(x, top, afterName);
        canvas.text(end, top - LEADING + IN_LINE, REGULAR, TEXT, title);
        return top;
    }

    private int lines(int x, int top, String text) {
        for (var line : canvas.lines(REGULAR, TEXT, COLUMN, text)) {
            canvas.text(x, top + IN_LINE, REGULAR, TEXT, line);
            top += LEADING;
        }
        return top;
    }
}
