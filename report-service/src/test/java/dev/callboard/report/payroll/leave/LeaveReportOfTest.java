package dev.callboard.report.payroll.leave;

import dev.callboard.report.payroll.Employer;
import dev.callboard.report.payroll.leave.LeaveLedger.Earned;
import dev.callboard.report.payroll.leave.LeaveYear.Adjustment;
import dev.callboard.report.payroll.leave.LeaveYear.Approval;
import dev.callboard.report.payroll.leave.LeaveYear.Booking;
import dev.callboard.report.payroll.leave.LeaveYear.Person;
import dev.callboard.report.payroll.leave.LeaveYear.Rule;
import dev.callboard.report.payroll.rule.PayScheme;
import dev.callboard.report.render.Language;
import dev.callboard.report.render.LeaveReport;
import dev.callboard.report.render.LeaveReport.Entry;
import dev.callboard.report.render.LeaveReport.Kind;
import dev.callboard.report.render.LeaveReport.Origin;
import dev.callboard.report.render.LeaveReportTemplate;
import dev.callboard.report.render.PrintedText;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What lapses within 90 days: from the last day of December that is day 90 to 31 March, of a leap year day 91. */
class LeaveReportOfTest {
    private static final Rule NORD_1 = new Rule(4, 500, 5);
    private static final PayScheme.LeaveYear FROM_APRIL = new PayScheme.LeaveYear(4, 500, 5);

    @Test
    void saved_days_that_lapse_on_day_90_are_named() {
        var report = report(months("2021-04", 12), LocalDate.of(2026, 12, 31));

        assertThat(report.saved()).singleElement().satisfies(lot -> {
            assertThat(lot.closing()).isEqualTo(500);
            assertThat(lot.expires()).isEqualTo("2027-03-31");
        });
        assertThat(report.expiring()).isEqualTo(500);
        assertThat(report.expiresOn()).isEqualTo("2027-03-31");
    }

    @Test
    void saved_days_that_lapse_on_day_91_are_not_yet() {
        var december = report(months("2022-04", 12), LocalDate.of(2027, 12, 31));
        var nextDay = report(months("2022-04", 12), LocalDate.of(2028, 1, 1));

        assertThat(december.saved()).singleElement().satisfies(lot -> assertThat(lot.expires())
                .isEqualTo("2028-03-31"));
        assertThat(december.expiring()).isZero();
        assertThat(december.expiresOn()).isNull();
        assertThat(nextDay.expiring()).isEqualTo(500);
        assertThat(nextDay.expiresOn()).isEqualTo("2028-03-31");
    }

    @Test
    void of_the_paid_days_those_lapse_that_cannot_be_saved() {
        // nine months earn 18.75, of which 5.00 are saved
        var soon = report(months("2026-04", 9), LocalDate.of(2026, 12, 31));
        var early = report(months("2027-04", 9), LocalDate.of(2027, 12, 31));
        var few = report(months("2026-11", 2), LocalDate.of(2026, 12, 31));

        assertThat(soon.expiring()).isEqualTo(1_375);
        assertThat(soon.expiresOn()).isEqualTo("2027-03-31");
        assertThat(early.expiring()).isZero();
        assertThat(early.expiresOn()).isNull();
        assertThat(few.expiring()).isZero();
        assertThat(few.expiresOn()).isNull();
    }

    @Test
    void saved_and_paid_days_lapse_together() {
        var runs = IntStream.range(0, 69)
                .mapToObj(YearMonth.of(2021, 4)::plusMonths)
                .filter(month -> month.isBefore(YearMonth.of(2022, 4)) || !month.isBefore(YearMonth.of(2026, 4)))
                .map(LeaveReportOfTest::earned)
                .toList();

        var report = report(runs, LocalDate.of(2026, 12, 31));

        assertThat(report.expiring()).isEqualTo(500 + 1_375);
        assertThat(report.expiresOn()).isEqualTo("2027-03-31");
    }

    @Test
    void what_changes_no_paid_days_is_in_the_ledger_with_its_kind_and_who_approved_it() {
        var approval = new Approval(LocalDate.of(2027, 9, 1), LocalDate.of(2027, 9, 2), "Eva Strand");
        var monday = LocalDate.of(2027, 10, 4);
        var bookings = IntStream.range(0, 4)
                .mapToObj(at -> new Booking(
                        monday.plusWeeks(at),
                        monday.plusWeeks(at).plusDays(1),
                        List.of(LeaveKind.SAVED, LeaveKind.SICK, LeaveKind.UNPAID, LeaveKind.PARENTAL)
                                .get(at),
                        monday,
                        approval))
                .toList();
        var saved = new Adjustment(LocalDate.of(2027, 10, 1), LeaveKind.SAVED, 150, "Taken over", "Eva Strand");

        var report = report(months("2027-10", 1), bookings, List.of(saved), LocalDate.of(2027, 10, 31));

        assertThat(report.entries())
                .extracting(Entry::kind, Entry::days, Entry::balance)
                .containsExactly(
                        tuple(Kind.ADJUSTED_SAVED, 150, 0),
                        tuple(Kind.SAVED, -150, 0),
                        tuple(Kind.PAID, -50, -50),
                        tuple(Kind.SICK, -200, -50),
                        tuple(Kind.UNPAID, -200, -50),
                        tuple(Kind.PARENTAL, -200, -50),
                        tuple(Kind.EARNED, 208, 158));
        assertThat(report.entries().getFirst().origin()).isEqualTo(new Origin.Adjusted("Taken over", "Eva Strand"));
        assertThat(report.entries().subList(1, 6))
                .extracting(Entry::origin)
                .containsOnly(new Origin.Approved(approval.requestedOn(), approval.approvedOn(), "Eva Strand"));
        assertThat(report.entries().get(3).from()).isEqualTo("2027-10-11");
        assertThat(report.entries().get(3).to()).isEqualTo("2027-10-12");
    }

    @Test
    void an_emoji_in_the_name_of_who_approved_keeps_no_report_back() throws IOException {
        var asOf = LocalDate.of(2027, 10, 31);
        var approval = new Approval(LocalDate.of(2027, 9, 1), LocalDate.of(2027, 9, 2), "Eva \uD83C\uDFAC");
        var days = new Booking(
                LocalDate.of(2027, 10, 11),
                LocalDate.of(2027, 10, 12),
                LeaveKind.PAID,
                LocalDate.of(2027, 9, 2),
                approval);

        var report = report(months("2027-04", 7), List.of(days), List.of(), asOf);

        assertThat(report.entries())
                .extracting(Entry::origin)
                .contains(new Origin.Approved(approval.requestedOn(), approval.approvedOn(), "Eva [U+1F3AC]"));
        assertThat(PrintedText.of(new LeaveReportTemplate(Language.EN), report)).contains("Eva [U+1F3AC]");
    }

    private static LeaveReport report(List<Earned> runs, LocalDate asOf) {
        return report(runs, List.of(), List.of(), asOf);
    }

    private static LeaveReport report(
            List<Earned> runs, List<Booking> bookings, List<Adjustment> adjustments, LocalDate asOf) {
        var employer = new Employer(
                "Norrsken Produktion AB", "Stockholm", "559000-0000", "Eva Strand", "nord-1", "Nord 1", true);
        var year = new LeaveYear(new UUID(0, 1), NORD_1.yearOf(asOf), asOf, List.of(), NORD_1, "SEK", employer);
        var asa = new Person(
                "2086",
                "Åsa Öberg",
                "painter",
                "Art",
                LocalDate.of(2020, 1, 1),
                2_500,
                240_000,
                null,
                List.of(),
                List.of());
        var ledger = LeaveLedger.of(NORD_1, null, runs, bookings, adjustments, asOf);
        return new LeaveReportOf(year, asa, ledger).report(new UUID(0, 2));
    }

    private static List<Earned> months(String first, int count) {
        return IntStream.range(0, count)
                .mapToObj(YearMonth.parse(first)::plusMonths)
                .map(LeaveReportOfTest::earned)
                .toList();
    }

    private static Earned earned(YearMonth month) {
        return new Earned(month.atEndOfMonth(), FROM_APRIL.earned(2_500, month), 0);
    }
}
