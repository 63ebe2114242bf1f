package dev.callboard.report.render;

import dev.callboard.report.render.ReportPage.Block;
import dev.callboard.report.render.ReportPage.KeyFigure;
import dev.callboard.report.render.TaxSummary.Month;
import dev.callboard.report.render.TaxSummary.Sums;
import org.jspecify.annotations.Nullable;

import java.util.List;

import static dev.callboard.report.render.Grid.LEFT;
import static dev.callboard.report.render.Grid.RIGHT;

/** The employer's tax summary of a year, A4: what is due by month, and every month whose slips are not their pay run. */
public final class TaxSummaryTemplate extends ReportTemplate<TaxSummary> {
    public TaxSummaryTemplate(Language language) {
        this(language, null);
    }

    /** @param logo of the employer; null: none */
    public TaxSummaryTemplate(Language language, @Nullable Picture logo) {
        super("tax-summary/3", language, logo);
    }

    @Override
    String layOut(Canvas canvas, TaxSummary summary) {
        var title = words.say(Word.TAX_SUMMARY);
        var year = String.valueOf(summary.year());
        var whose = title + " " + year + " \u00b7 " + summary.employer().name();
        var page = new ReportPage(
                canvas, words, title, year + ", " + summary.employer().name());
        var until = words.say(summary.interim() ? Word.INTERIM_AS_OF : Word.PAID_UNTIL);
        page.title(year, until, notation.longDate(summary.until()));
        var total = summary.total();
        page.blocks(
                employer(summary.employer()),
                new Block(
                        words.say(Word.PAY_RUNS),
                        "",
                        "",
                        List.of(
                                words.count(
                                        Word.ONE_PAY_RUN,
                                        Word.MANY_PAY_RUNS,
                                        summary.months().size()),
                                words.count(Word.ONE_SLIP, Word.MANY_SLIPS, total.count()))));
        page.keyFigures(
                key(summary, Word.TAXABLE_BASE, total.base()),
                key(summary, Word.TAX_WITHHELD, total.tax()),
                key(summary, Word.TOTAL_DUE, total.due()));
        months(page, summary, total);
        differences(page, summary);
        page.close(summary.contact(), notes(summary));
        page.foot(whose, title + " " + year, summary.documentId());
        return whose;
    }

    private KeyFigure key(TaxSummary summary, Word label, long amount) {
        return new KeyFigure(inCurrency(label, summary.currency()), amount(summary, amount), "");
    }

    private void months(ReportPage page, TaxSummary summary, Sums total) {
        var table = new ReportTable(
                        page,
                        LEFT,
                        RIGHT,
                        words.say(Word.MONTHS_TABLE, summary.currency()),
                        words.say(Word.SLIPS_OF_RUNS))
                .text(LEFT, words.say(Word.PERIOD))
                .text(LEFT + 8800, words.say(Word.PAID))
                .figures(21000, words.say(Word.SLIPS))
                .boldFigures(29500, words.say(Word.TAXABLE_BASE))
                .boldFigures(38000, words.say(Word.TAX))
                .figures(46800, words.say(Word.FEES))
                .boldFigures(RIGHT, words.say(Word.TOTAL_DUE));
        for (var month : summary.months())
            table.row(
                    cells(summary, notation.monthYear(month.period()), notation.dayMonth(month.paid()), month.slips()));
        table.sum(cells(summary, words.say(Word.TOTAL), "", total)).draw();
    }

    private String[] cells(TaxSummary summary, String period, String paid, Sums sums) {
        return new String[] {
            period,
            paid,
            notation.whole(sums.count()),
            amount(summary, sums.base()),
            amount(summary, sums.tax()),
            amount(summary, sums.cost()),
            amount(summary, sums.due())
        };
    }

    /** The sums are always printed, and below them the months that make the difference. */
    private void differences(ReportPage page, TaxSummary summary) {
        var slips = summary.total();
        var runs = summary.months().stream().map(Month::ofRun).reduce(Sums.NONE, Sums::plus);
        var table = new ReportTable(page, LEFT, RIGHT, words.say(Word.RECONCILED), words.say(Word.WITH_THE_PAY_RUNS))
                .text(LEFT, "")
                .text(LEFT + 8800, "")
                .figures(21000, words.say(Word.SLIPS))
                .figures(29500, words.say(Word.TAXABLE_BASE))
                .figures(38000, words.say(Word.TAX))
                .figures(46800, words.say(Word.FEES))
                .figures(RIGHT, words.say(Word.TOTAL_DUE))
                .row(cells(summary, words.say(Word.SLIPS_ADDED_UP), "", slips))
                .row(cells(summary, words.say(Word.PAY_RUNS), "", runs));
        for (var month : summary.months()) {
            var difference = minus(month.slips(), month.ofRun());
            if (!difference.equals(Sums.NONE))
                table.changed(cells(
                        summary, words.say(Word.DIFFERENCE_IN, notation.monthYear(month.period())), "", difference));
        }
        table.sum(cells(summary, words.say(Word.DIFFERENCE), "", minus(slips, runs)))
                .draw();
    }

    private static Sums minus(Sums of, Sums less) {
        return new Sums(
                of.count() - less.count(), of.base() - less.base(), of.tax() - less.tax(), of.cost() - less.cost());
    }

    private String amount(TaxSummary summary, long minor) {
        return notation.amount(minor, summary.fractionDigits());
    }

    private String notes(TaxSummary summary) {
        var interim = summary.interim() ? words.say(Word.INTERIM_NOTE) + " " : "";
        return words.say(Word.HOW_DUE) + " " + interim + example(summary.example(), summary.scheme());
    }
}
