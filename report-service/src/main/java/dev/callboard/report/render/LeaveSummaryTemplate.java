package dev.callboard.report.render;

import dev.callboard.report.render.LeaveSummary.Department;
import dev.callboard.report.render.ReportPage.Block;
import dev.callboard.report.render.ReportPage.KeyFigure;
import org.jspecify.annotations.Nullable;

import java.util.List;

import static dev.callboard.report.render.Grid.LEFT;
import static dev.callboard.report.render.Grid.RIGHT;

/** The employer's leave summary by department, A4: days and what they are worth, who is below zero first. */
public final class LeaveSummaryTemplate extends ReportTemplate<LeaveSummary> {
    public LeaveSummaryTemplate(Language language) {
        this(language, null);
    }

    /** @param logo of the employer; null: none */
    public LeaveSummaryTemplate(Language language, @Nullable Picture logo) {
        super("leave-summary/3", language, logo);
    }

    @Override
    String layOut(Canvas canvas, LeaveSummary summary) {
        var title = words.say(Word.LEAVE_SUMMARY);
        var year = LeaveReportTemplate.year(summary.from());
        var whose = title + " " + year + " \u00b7 " + summary.employer().name();
        var page = new ReportPage(
                canvas, words, title, year + ", " + summary.employer().name());
        page.title(year, words.say(Word.AS_OF), notation.longDate(summary.asOf()));
        var total = summary.total();
        page.blocks(
                employer(summary.employer()),
                new Block(
                        words.say(Word.PEOPLE),
                        "",
                        "",
                        List.of(
                                words.count(Word.ONE_PERSON, Word.MANY_PEOPLE, total.people()),
                                words.count(
                                        Word.ONE_DEPARTMENT,
                                        Word.MANY_DEPARTMENTS,
                                        summary.departments().size()))));
        page.keyFigures(
                new KeyFigure(words.say(Word.PAID_DAYS_LEFT), notation.hundredths(total.paid()), ""),
                new KeyFigure(words.say(Word.SAVED_DAYS_LEFT), notation.hundredths(total.saved()), ""),
                new KeyFigure(inCurrency(Word.WORTH, summary.currency()), amount(summary, total.worth()), ""));
        overdrawn(page, summary);
        departments(page, summary, total);
        page.close(
                summary.contact(),
                (words.say(Word.HOW_WORTH) + " " + example(summary.example(), summary.scheme())).strip());
        page.foot(whose, title + " " + year, summary.documentId());
        return whose;
    }

    private void overdrawn(ReportPage page, LeaveSummary summary) {
        if (summary.overdrawn().isEmpty()) return;
        var table = new ReportTable(page, LEFT, RIGHT, "\u25c6 " + words.say(Word.BELOW_ZERO), "")
                .text(LEFT, words.say(Word.NUMBER))
                .text(LEFT + 8800, words.say(Word.NAME))
                .text(LEFT + 25000, words.say(Word.DEPARTMENT))
                .boldFigures(46800, words.say(Word.PAID_DAYS_LEFT))
                .figures(RIGHT, inCurrency(Word.WORTH, summary.currency()));
        for (var person : summary.overdrawn())
            table.row(
                    person.number(),
                    person.name(),
                    person.department(),
                    notation.hundredths(person.days()),
                    amount(summary, person.worth()));
        table.draw();
    }

    private void departments(ReportPage page, LeaveSummary summary, Department total) {
        var table = new ReportTable(page, LEFT, RIGHT, words.say(Word.DEPARTMENTS), words.say(Word.WORKING_DAYS))
                .text(LEFT, words.say(Word.DEPARTMENT))
                .figures(22500, words.say(Word.PEOPLE))
                .figures(28500, words.say(Word.ADJUSTED))
                .figures(34500, words.say(Word.PAID_DAYS))
                .figures(40500, words.say(Word.SAVED_DAYS))
                .boldFigures(47000, words.say(Word.DAYS))
                .boldFigures(RIGHT, inCurrency(Word.WORTH, summary.currency()));
        for (var department : summary.departments()) table.row(cells(summary, department.name(), department));
        table.sum(cells(summary, words.say(Word.TOTAL), total)).draw();
    }

    private String[] cells(LeaveSummary summary, String name, Department sums) {
        return new String[] {
            name,
            notation.whole(sums.people()),
            notation.hundredths(sums.adjusted()),
            notation.hundredths(sums.paid()),
            notation.hundredths(sums.saved()),
            notation.hundredths(sums.paid() + sums.saved()),
            amount(summary, sums.worth())
        };
    }

    private String amount(LeaveSummary summary, long minor) {
        return notation.amount(minor, summary.fractionDigits());
    }
}
