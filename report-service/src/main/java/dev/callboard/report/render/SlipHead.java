package dev.callboard.report.render;

import java.util.ArrayList;
import java.util.List;

import static dev.callboard.report.render.Grid.COLUMN;
import static dev.callboard.report.render.Grid.IN_LINE;
import static dev.callboard.report.render.Grid.KEY;
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
    static final int BLOCKS = 8100;

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
        int titleEnd = canvas.text(x, TITLE_BASELINE, REGULAR, TITLE, notation.monthYear(run.from()));
        payDate(RIGHT - titleEnd - 1200);

        var employee = slip.employee();
        int belowEmployee = label(SECOND, words.say(Word.EMPLOYEE, employee.number()));
        int belowSlip = label(THIRD, words.say(Word.SLIP_NO, slip.number()));
        var employer = slip.employer();
        int end = name(LEFT, canvas.belowLogo(BLOCKS), employer.name(), "");
        end = lines(LEFT, end, employer.address());
        end = lines(LEFT, end, words.say(Word.ORGANISATION_NO, employer.organisationNo()));

        int endOfEmployee = name(SECOND, belowEmployee, employee.name(), employee.jobTitle());
        endOfEmployee = lines(SECOND, endOfEmployee, employee.address());
        endOfEmployee =
                lines(SECOND, endOfEmployee, words.say(Word.TAX_TABLE_AND_ID, employee.taxTable(), employee.taxId()));

        int endOfRun = belowSlip;
        for (var line : aboutRun()) endOfRun = lines(THIRD, endOfRun, line);
        return Math.max(end, Math.max(endOfEmployee, endOfRun)) + 1200;
    }

    /** As large as the title where both have room on the line. */
    private void payDate(int room) {
        var paid = notation.longDate(slip.run().payDate());
        var label = words.say(Word.PAID_ON);
        int both = canvas.width(REGULAR, TITLE, paid) + 400 + canvas.width(REGULAR, TEXT, label);
        int size = both <= room ? TITLE : KEY;
        int paidAt = RIGHT - canvas.width(REGULAR, size, paid);
        canvas.textRight(paidAt - 400, TITLE_BASELINE, REGULAR, TEXT, label);
        canvas.text(paidAt, TITLE_BASELINE, REGULAR, size, paid);
    }

    /** @return where the block below begins */
    private int label(int x, String label) {
        int below = BLOCKS - 900;
        for (var line : canvas.lines(REGULAR, LABEL, COLUMN, label)) {
            below += 900;
            canvas.text(x, below - 200, REGULAR, LABEL, line);
        }
        return below;
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
    private int name(int x, int top, String name, String afterName) {
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
