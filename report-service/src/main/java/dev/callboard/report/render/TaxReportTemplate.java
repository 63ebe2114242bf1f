package dev.callboard.report.render;

import dev.callboard.report.render.ReportPage.Block;
import dev.callboard.report.render.ReportPage.KeyFigure;
import dev.callboard.report.render.TaxReport.Sums;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import static dev.callboard.report.render.Grid.COLUMN;
import static dev.callboard.report.render.Grid.LEFT;
import static dev.callboard.report.render.Grid.RIGHT;
import static dev.callboard.report.render.Grid.SECOND;
import static dev.callboard.report.render.Grid.THIRD;

/** The tax deduction report of one person, A4. A row is a slip, with its number; the reconciliation is always printed. */
public final class TaxReportTemplate extends ReportTemplate<TaxReport> {
    private static final int LEFT_PART = SECOND + COLUMN;

    public TaxReportTemplate(Language language) {
        this(language, null);
    }

    /** @param logo of the employer; null: none */
    public TaxReportTemplate(Language language, @Nullable Picture logo) {
        super("tax-report/4", language, logo);
    }

    @Override
    boolean isOfOnePerson() {
        return true;
    }

    @Override
    String layOut(Canvas canvas, TaxReport report) {
        var title = words.say(Word.TAX_REPORT);
        var whose = title + " " + report.year() + " \u00b7 " + report.person().name();
        var page = new ReportPage(
                canvas, words, title, report.year() + ", " + report.person().name());
        head(page, report);
        months(page, report);
        below(page, report);
        page.close(report.contact(), notes(report));
        page.foot(
                whose + " \u00b7 " + report.person().number(),
                title + " " + report.year() + " \u00b7 " + report.person().number(),
                report.documentId());
        return whose;
    }

    private void head(ReportPage page, TaxReport report) {
        var until = words.say(report.interim() ? Word.INTERIM_AS_OF : Word.PAID_UNTIL);
        page.title(String.valueOf(report.year()), until, notation.longDate(report.until()));
        var person = report.person();
        page.blocks(
                employer(report.employer()),
                new Block(
                        words.say(Word.EMPLOYEE, person.number()),
                        person.name(),
                        person.jobTitle(),
                        List.of(person.address(), words.say(Word.TAX_ID, person.taxId()))),
                new Block(
                        words.say(Word.PERIODS_WORKED),
                        "",
                        "",
                        report.spells().stream().map(this::spell).toList()));
        var total = report.total();
        page.keyFigures(
                key(report, Word.TAXABLE_BASE, total.taxable()),
                key(report, Word.TAX_WITHHELD, -total.tax()),
                key(report, Word.NOT_TAXED_SUM, total.notTaxed()));
    }

    private String spell(TaxReport.Spell spell) {
        var span = notation.span(spell.from(), spell.to());
        return spell.production().isEmpty() ? span : span + ", " + spell.production();
    }

    private KeyFigure key(TaxReport report, Word label, long amount) {
        return new KeyFigure(
                inCurrency(label, report.currency()), notation.amount(amount, report.fractionDigits()), "");
    }

    private void months(ReportPage page, TaxReport report) {
        var table = new ReportTable(
                page, LEFT, RIGHT, words.say(Word.MONTHS_TABLE, report.currency()), words.say(Word.EACH_ROW_A_SLIP));
        table.text(LEFT, words.say(Word.PERIOD))
                .text(LEFT + 5400, words.say(Word.PAID))
                .text(LEFT + 9100, words.say(Word.SLIP))
                .figures(24205, words.say(Word.GROSS))
                .figures(28882, words.say(Word.BENEFITS))
                .figures(34238, words.say(Word.BEFORE_TAX))
                .boldFigures(40044, words.say(Word.TAXABLE_BASE))
                .boldFigures(45964, words.say(Word.TAX))
                .figures(51321, words.say(Word.OTHER))
                .figures(RIGHT, words.say(Word.NOT_TAXED));
        if (report.opening() != null)
            table.row(cells(words.say(Word.OPENING_BALANCE), "", "", report.opening(), report.fractionDigits()));
        for (var month : report.months()) {
            var cells = cells(
                    period(month, report.year()),
                    notation.dayMonth(month.paid()),
                    month.slip(),
                    month.sums(),
                    report.fractionDigits());
            if (month.corrected()) table.changed(cells);
            else table.row(cells);
        }
        var slips = words.count(
                Word.TOTAL_OF_ONE_SLIP, Word.TOTAL_OF_SLIPS, report.months().size());
        table.sum(cells(slips, "", "", report.total(), report.fractionDigits())).draw();
        page.note(underMonths(report));
    }

    private String period(TaxReport.Month month, int year) {
        var name =
                month.period().getYear() == year ? notation.month(month.period()) : notation.monthYear(month.period());
        return month.corrected() ? name + " \u25c6" : name;
    }

    private String[] cells(String period, String paid, String slip, Sums sums, int digits) {
        return new String[] {
            period,
            paid,
            slip,
            notation.amount(sums.gross(), digits),
            notation.amount(sums.benefits(), digits),
            notation.amount(sums.beforeTax(), digits),
            notation.amount(sums.taxable(), digits),
            notation.amount(sums.tax(), digits),
            notation.amount(sums.other(), digits),
            notation.amount(sums.notTaxed(), digits)
        };
    }

    private String underMonths(TaxReport report) {
        var notes = new ArrayList<String>();
        var without = monthsWithout(report.months());
        if (!without.isEmpty()) notes.add(words.say(Word.NO_PAY_IN, words.list(without)));
        notes.add(words.say(Word.HOW_BASE));
        if (!report.others().isEmpty()) notes.add(words.say(Word.WHAT_OTHER, String.join(", ", report.others())));
        return String.join(" ", notes);
    }

    private List<String> monthsWithout(List<TaxReport.Month> months) {
        var without = new ArrayList<String>();
        for (int at = 1; at < months.size(); at++) {
            LocalDate next = months.get(at - 1).period().plusMonths(1);
            for (; next.isBefore(months.get(at).period()); next = next.plusMonths(1)) without.add(notation.month(next));
        }
        return without;
    }

    private void below(ReportPage page, TaxReport report) {
        int top = page.y;
        int onPage = page.canvas.pageCount();
        int end = reconciled(page, report);
        boolean turned = page.canvas.pageCount() > onPage;
        onPage = page.canvas.pageCount();
        page.y = turned ? page.furtherTop() - ReportPage.APART : top;
        tables(page, report);
        corrections(page, report);
        if (page.canvas.pageCount() == onPage) page.y = Math.max(page.y, end);
    }

    private int reconciled(ReportPage page, TaxReport report) {
        int digits = report.fractionDigits();
        var taxable = report.total().taxable();
        new ReportTable(page, THIRD, RIGHT, words.say(Word.RECONCILED), "")
                .text(THIRD, "")
                .figures(RIGHT, "")
                .row(words.say(Word.SLIPS_ADDED_UP), notation.amount(taxable, digits))
                .row(words.say(Word.PAY_RUNS_SAME_PERSON), notation.amount(report.checked(), digits))
                .sum(words.say(Word.DIFFERENCE), notation.amount(taxable - report.checked(), digits))
                .draw();
        return page.y;
    }

    private void tables(ReportPage page, TaxReport report) {
        if (report.tables().isEmpty()) return;
        var table = new ReportTable(page, LEFT, LEFT_PART, words.say(Word.TAX_TABLES_USED), "")
                .text(LEFT, words.say(Word.TABLE))
                .text(LEFT + 2925, words.say(Word.FROM_TO))
                .text(LEFT + 13164, words.say(Word.BRACKETS));
        for (var used : report.tables())
            table.row(used.name(), notation.span(used.from(), used.to()), brackets(used, report.fractionDigits()));
        table.draw();
    }

    private String brackets(TaxReport.TaxTable table, int digits) {
        var brackets = new ArrayList<String>();
        for (var bracket : table.brackets()) {
            var share = notation.percent(bracket.basisPoints());
            brackets.add(
                    bracket.upTo() == null
                            ? words.say(Word.BRACKET_ABOVE, share)
                            : words.say(Word.BRACKET_TO, share, whole(bracket.upTo(), digits)));
        }
        return String.join("; ", brackets);
    }

    /** {@code 20,000}: a bound is a whole number of the currency, or says its fraction. */
    private String whole(long minor, int digits) {
        long unit = 1;
        for (int digit = 0; digit < digits; digit++) unit *= 10;
        return minor % unit == 0 ? notation.whole(minor / unit) : notation.amount(minor, digits);
    }

    private void corrections(ReportPage page, TaxReport report) {
        if (report.corrections().isEmpty()) return;
        var table = new ReportTable(page, LEFT, LEFT_PART, "\u25c6 " + words.say(Word.CORRECTIONS), "")
                .text(LEFT, words.say(Word.CORRECTED_IN))
                .text(LEFT + 4099, words.say(Word.CORRECTS))
                .text(LEFT + 10808, words.say(Word.WHAT))
                .figures(LEFT_PART, words.say(Word.AMOUNT));
        for (var correction : report.corrections())
            table.row(
                    notation.month(correction.in()),
                    correction.corrects(),
                    correction.what(),
                    notation.amount(correction.amount(), report.fractionDigits()));
        table.draw();
    }

    private String notes(TaxReport report) {
        var interim = report.interim() ? words.say(Word.INTERIM_NOTE) + " " : "";
        return interim + example(report.example(), report.scheme());
    }
}
