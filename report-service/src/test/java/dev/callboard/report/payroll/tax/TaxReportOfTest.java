package dev.callboard.report.payroll.tax;

import dev.callboard.report.payroll.Employer;
import dev.callboard.report.payroll.tax.TaxReportOf.SlipRow;
import dev.callboard.report.render.TaxReport.Bracket;
import dev.callboard.report.render.TaxReport.Sums;
import dev.callboard.report.render.TaxReport.TaxTable;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** Which table the tax of a year was withheld by, and when. */
class TaxReportOfTest {
    private static final List<Bracket> NO_BRACKETS = List.of();

    @Test
    void one_table_of_the_whole_year_is_one_row() {
        assertThat(tables("2027-01 E-32", "2027-02 E-32", "2027-03 E-32")).containsExactly(table("E-32", 1, 3));
    }

    @Test
    void a_table_ends_with_the_month_before_another_is_used() {
        assertThat(tables("2027-01 E-30", "2027-02 E-30", "2027-03 E-32", "2027-04 E-32"))
                .containsExactly(table("E-30", 1, 2), table("E-32", 3, 4));
    }

    @Test
    void a_table_that_is_used_again_later_is_named_again() {
        assertThat(tables("2027-01 E-32", "2027-02 E-34", "2027-03 E-32"))
                .containsExactly(table("E-32", 1, 1), table("E-34", 2, 2), table("E-32", 3, 3));
    }

    @Test
    void over_months_without_pay_a_table_stays_the_same_one() {
        assertThat(tables("2027-01 E-32", "2027-05 E-32", "2027-06 E-30"))
                .containsExactly(table("E-32", 1, 5), table("E-30", 6, 6));
    }

    @Test
    void each_table_has_the_brackets_of_its_scheme() {
        var asked = new ArrayList<String>();
        var zoe = new TaxReportOf(year(), zoe(), new UUID(0, 1), (scheme, table) -> {
            asked.add(scheme + " " + table);
            return NO_BRACKETS;
        });

        zoe.report(slips("2027-01 E-30", "2027-02 E-32", "2027-03 E-32"), List.of(), List.of(), List.of(), 0);

        assertThat(asked).containsExactly("nord-1 E-30", "nord-1 E-32");
    }

    private static List<TaxTable> tables(String... slips) {
        return new TaxReportOf(year(), zoe(), new UUID(0, 1), (_, _) -> NO_BRACKETS)
                .report(slips(slips), List.of(), List.of(), List.of(), 0)
                .tables();
    }

    /** {@code 2027-01 E-30}: paid in the month after it. */
    private static List<SlipRow> slips(String... slips) {
        var rows = new ArrayList<SlipRow>();
        for (var slip : slips) {
            var words = slip.split(" ");
            var month = YearMonth.parse(words[0]);
            var sums = new Sums(3_000_000, 0, -60_000, 2_940_000, -682_000, -31_000, 0);
            var paid = month.plusMonths(1).atDay(25);
            rows.add(new SlipRow("3310", month.atDay(1), paid, "nord-1", words[1], sums));
        }
        return rows;
    }

    private static TaxTable table(String name, int first, int last) {
        var end = YearMonth.of(2027, last).atEndOfMonth();
        return new TaxTable(name, LocalDate.of(2027, first, 1), end, NO_BRACKETS);
    }

    private static TaxYear.Person zoe() {
        return new TaxYear.Person("3310", "Zoë Müller", "painter", "Stockholm", "•••• ••17", null);
    }

    private static TaxYear year() {
        var employer = new Employer(
                "Norrsken Produktion AB", "Stockholm", "559000-0000", "Eva Strand", "nord-1", "Nord 1", true);
        return new TaxYear(new UUID(0, 1), 2027, List.of(), LocalDate.of(2027, 12, 31), false, "SEK", employer);
    }
}
