package dev.callboard.report.payroll.leave;

import dev.callboard.report.payroll.leave.LeaveBalances.Balance;
import dev.callboard.report.payroll.leave.LeaveLedger.Cause;
import dev.callboard.report.payroll.leave.LeaveLedger.Earned;
import dev.callboard.report.payroll.leave.LeaveLedger.Entry;
import dev.callboard.report.payroll.leave.LeaveYear.Adjustment;
import dev.callboard.report.payroll.leave.LeaveYear.Booking;
import dev.callboard.report.payroll.leave.LeaveYear.Opening;
import dev.callboard.report.payroll.leave.LeaveYear.Rule;
import dev.callboard.report.payroll.rule.PayScheme;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** The examples of docs/pay-rules.md: the leave year from April, five days saved for five years. */
class LeaveLedgerTest {
    private static final Rule NORD_1 = new Rule(4, 500, 5);
    private static final PayScheme.LeaveYear FROM_APRIL = new PayScheme.LeaveYear(4, 500, 5);
    private static final LocalDate OCTOBER = LocalDate.of(2027, 10, 31);
    private static final LocalDate IMPORTED = LocalDate.of(2027, 5, 4);

    @Test
    void a_twelfth_is_earned_with_each_pay_run_and_a_week_of_leave_takes_five_days() {
        var ledger = ledger(
                NORD_1,
                null,
                months("2027-04", 7),
                List.of(booked("2027-06-07", "2027-06-13", LeaveKind.PAID)),
                OCTOBER);

        assertThat(ledger.earned).isEqualTo(1_458);
        assertThat(ledger.taken).isEqualTo(500);
        assertThat(ledger.paid).isEqualTo(958);
        assertThat(ledger.entries).extracting(Entry::balance).containsExactly(208, 417, -83, 125, 333, 542, 750, 958);
    }

    @Test
    void twelve_months_of_a_leave_year_make_the_annual_days_exactly() {
        for (int annual = 0; annual <= 4_000; annual++) {
            int days = annual;
            assertThat(IntStream.range(0, 12)
                            .map(at -> FROM_APRIL.earned(
                                    days, YearMonth.of(2026, 4).plusMonths(at)))
                            .sum())
                    .isEqualTo(days);
        }
        assertThat(months("2026-04", 12))
                .extracting(Earned::earned)
                .containsExactly(208, 209, 208, 208, 209, 208, 208, 209, 208, 208, 209, 208);
    }

    @Test
    void the_opening_balance_stands_for_everything_before_it() {
        var opening = new Opening(LocalDate.of(2027, 9, 30), 950);

        var ledger = ledger(
                NORD_1,
                opening,
                months("2027-08", 3),
                List.of(booked("2027-09-06", "2027-09-10", LeaveKind.PAID)),
                OCTOBER);

        assertThat(ledger.opening).isEqualTo(950);
        assertThat(ledger.earned).isEqualTo(208);
        assertThat(ledger.paid).isEqualTo(1158);
    }

    @Test
    void of_leave_over_the_day_of_the_opening_balance_the_days_after_it_are_taken() {
        var opening = new Opening(LocalDate.of(2027, 9, 30), 950);

        var ledger = ledger(
                NORD_1,
                opening,
                months("2027-10", 1),
                List.of(booked("2027-09-27", "2027-10-08", LeaveKind.PAID)),
                OCTOBER);

        // Friday 1 October and the week from the 4th
        assertThat(ledger.taken).isEqualTo(600);
        assertThat(ledger.paid).isEqualTo(950 + 208 - 600);
    }

    @Test
    void at_the_end_of_a_leave_year_five_days_are_saved_and_the_others_lapse() {
        var ledger = ledger(NORD_1, null, months("2026-04", 13), List.of(), LocalDate.of(2027, 4, 30));

        // 25.00 were left on 31 March
        assertThat(ledger.paid).isEqualTo(208);
        assertThat(ledger.saved).singleElement().satisfies(lot -> {
            assertThat(lot.year).isEqualTo("2026-04-01");
            assertThat(lot.left).isEqualTo(500);
            assertThat(lot.expires).isEqualTo("2032-03-31");
        });
    }

    @Test
    void an_overdrawn_balance_goes_on_into_the_next_year() {
        var ledger = ledger(
                NORD_1,
                null,
                months("2027-03", 2),
                List.of(booked("2027-03-01", "2027-03-05", LeaveKind.PAID)),
                LocalDate.of(2027, 4, 30));

        assertThat(ledger.carried).isEqualTo(-292);
        assertThat(ledger.paid).isEqualTo(-84);
        assertThat(ledger.saved).isEmpty();
    }

    @Test
    void saved_days_are_taken_from_the_oldest_year_and_then_from_the_paid_ones() {
        var ledger = ledger(
                NORD_1,
                null,
                months("2025-04", 31),
                List.of(booked("2027-08-02", "2027-08-16", LeaveKind.SAVED)),
                OCTOBER);

        // two years saved five days each; 11 working days were booked
        assertThat(ledger.saved).extracting(lot -> lot.taken).containsExactly(500, 500);
        assertThat(ledger.savedLeft()).isZero();
        assertThat(ledger.taken).isEqualTo(100);
        assertThat(ledger.entries)
                .filteredOn(entry -> entry.cause() == Cause.TAKEN)
                .extracting(Entry::kind, Entry::days, Entry::balance)
                .containsExactly(tuple(LeaveKind.SAVED, -1_000, 833), tuple(LeaveKind.PAID, -100, 733));
    }

    @Test
    void saved_days_lapse_after_five_years() {
        var ledger = ledger(NORD_1, null, months("2021-04", 12), List.of(), LocalDate.of(2027, 3, 31));
        var after = ledger(NORD_1, null, months("2021-04", 12), List.of(), LocalDate.of(2027, 4, 1));

        assertThat(ledger.savedLeft()).isEqualTo(500);
        assertThat(after.savedLeft()).isZero();
    }

    @Test
    void leave_over_the_day_of_the_report_is_taken_up_to_it_and_ahead_after_it() {
        var ledger = ledger(
                NORD_1,
                null,
                months("2027-10", 1),
                List.of(
                        booked("2027-10-28", "2027-11-02", LeaveKind.PAID),
                        booked("2027-12-06", "2027-12-07", LeaveKind.SICK)),
                OCTOBER);

        assertThat(ledger.taken).isEqualTo(200);
        assertThat(ledger.ahead).extracting(LeaveLedger::workingDays).containsExactly(200, 200);
    }

    @Test
    void sick_parental_and_unpaid_days_are_counted_and_cost_no_paid_leave() {
        var ledger = ledger(
                NORD_1,
                null,
                months("2027-10", 1),
                List.of(
                        booked("2027-10-04", "2027-10-07", LeaveKind.SICK),
                        booked("2027-10-08", "2027-10-08", LeaveKind.UNPAID)),
                OCTOBER);

        assertThat(ledger.paid).isEqualTo(208);
        assertThat(ledger.counted).containsEntry(LeaveKind.SICK, 400).containsEntry(LeaveKind.UNPAID, 100);
        assertThat(ledger.entries)
                .extracting(Entry::cause, Entry::kind, Entry::days, Entry::balance)
                .containsExactly(
                        tuple(Cause.TAKEN, LeaveKind.SICK, -400, 0),
                        tuple(Cause.TAKEN, LeaveKind.UNPAID, -100, 0),
                        tuple(Cause.EARNED, LeaveKind.PAID, 208, 208));
        assertThat(ledger.entries.getFirst().booking()).isEqualTo(booked("2027-10-04", "2027-10-07", LeaveKind.SICK));
    }

    @Test
    void a_slip_has_the_sums_of_its_leave_year_and_the_saved_days_apart() {
        var ledger = ledger(
                NORD_1,
                null,
                months("2025-04", 31),
                List.of(
                        booked("2027-08-02", "2027-08-06", LeaveKind.SAVED),
                        booked("2027-09-06", "2027-09-07", LeaveKind.PAID),
                        booked("2027-10-29", "2027-11-01", LeaveKind.PAID_OUT)),
                OCTOBER);

        var slip = Balance.of(ledger);
        assertThat(slip).isEqualTo(new Balance(0, 1_458, 300, 1_000, 500, LocalDate.of(2032, 3, 31)));
        assertThat(slip.paidLeft()).isEqualTo(ledger.paid);
        assertThat(slip.savedLeft()).isEqualTo(ledger.savedLeft());
    }

    @Test
    void an_adjustment_is_an_entry_of_its_own_with_its_reason() {
        var ledger = LeaveLedger.of(
                NORD_1,
                null,
                months("2027-09", 2),
                List.of(booked("2027-10-04", "2027-10-05", LeaveKind.PAID)),
                List.of(adjusted("2027-10-04", LeaveKind.PAID, 50), adjusted("2027-11-01", LeaveKind.PAID, 900)),
                OCTOBER);

        // the second is of a day behind the report's
        assertThat(ledger.adjusted).isEqualTo(50);
        assertThat(ledger.taken).isEqualTo(200);
        assertThat(ledger.paid).isEqualTo(416 + 50 - 200);
        assertThat(ledger.entries)
                .extracting(Entry::cause)
                .containsExactly(Cause.EARNED, Cause.ADJUSTED, Cause.TAKEN, Cause.EARNED);
        assertThat(ledger.entries.get(1).adjustment()).isEqualTo(adjusted("2027-10-04", LeaveKind.PAID, 50));
    }

    @Test
    void saved_days_that_are_added_are_of_the_year_before_and_taken_like_others() {
        var ledger = LeaveLedger.of(
                NORD_1,
                new Opening(LocalDate.of(2027, 9, 30), 950),
                List.of(),
                List.of(booked("2027-10-04", "2027-10-05", LeaveKind.SAVED)),
                List.of(adjusted("2027-10-01", LeaveKind.SAVED, 500)),
                OCTOBER);

        assertThat(ledger.saved).singleElement().satisfies(lot -> {
            assertThat(lot.year).isEqualTo("2026-04-01");
            assertThat(lot.expires).isEqualTo("2032-03-31");
            assertThat(lot.opening).isZero();
            assertThat(lot.adjusted).isEqualTo(500);
            assertThat(lot.taken).isEqualTo(200);
            assertThat(lot.left).isEqualTo(300);
        });
        assertThat(ledger.paid).isEqualTo(950);
        assertThat(ledger.entries)
                .extracting(Entry::cause, Entry::kind, Entry::days, Entry::balance)
                .containsExactly(
                        tuple(Cause.OPENING, LeaveKind.PAID, 950, 950),
                        tuple(Cause.ADJUSTED, LeaveKind.SAVED, 500, 950),
                        tuple(Cause.TAKEN, LeaveKind.SAVED, -200, 950));
    }

    @Test
    void saved_days_are_taken_away_from_the_oldest_year_and_then_from_the_paid_ones() {
        var ledger = LeaveLedger.of(
                NORD_1,
                null,
                months("2025-04", 31),
                List.of(),
                List.of(adjusted("2027-08-02", LeaveKind.SAVED, -1_150)),
                OCTOBER);

        // two years saved five days each
        assertThat(ledger.saved).extracting(lot -> lot.adjusted).containsExactly(-500, -500);
        assertThat(ledger.savedLeft()).isZero();
        assertThat(ledger.adjusted).isEqualTo(-150);
        assertThat(ledger.paid).isEqualTo(ledger.earned - 150);
        assertThat(ledger.entries)
                .filteredOn(entry -> entry.cause() == Cause.ADJUSTED)
                .extracting(Entry::kind, Entry::days, Entry::balance)
                .containsExactly(tuple(LeaveKind.SAVED, -1_000, 833), tuple(LeaveKind.PAID, -150, 683));
    }

    @Test
    void an_adjustment_before_the_opening_balance_is_in_it() {
        var ledger = LeaveLedger.of(
                NORD_1,
                new Opening(LocalDate.of(2027, 9, 30), 950),
                List.of(),
                List.of(),
                List.of(adjusted("2027-09-30", LeaveKind.PAID, 100), adjusted("2027-10-01", LeaveKind.PAID, -25)),
                OCTOBER);

        assertThat(ledger.paid).isEqualTo(925);
        assertThat(ledger.adjusted).isEqualTo(-25);
    }

    @Test
    void the_next_leave_year_begins_without_adjustments() {
        var ledger = LeaveLedger.of(
                NORD_1,
                null,
                months("2027-03", 2),
                List.of(),
                List.of(adjusted("2027-03-15", LeaveKind.PAID, 100), adjusted("2027-03-15", LeaveKind.SAVED, 200)),
                LocalDate.of(2027, 4, 30));

        // 2.08 and the day that was added are saved beside the two of the year before
        assertThat(ledger.adjusted).isZero();
        assertThat(ledger.saved).extracting(lot -> lot.opening).containsExactly(200, 308);
        assertThat(ledger.saved).extracting(lot -> lot.adjusted).containsExactly(0, 0);
        assertThat(ledger.paid).isEqualTo(208);
    }

    @Test
    void a_slip_counts_what_was_adjusted_with_what_the_year_began_with() {
        var ledger = LeaveLedger.of(
                NORD_1,
                new Opening(LocalDate.of(2027, 9, 30), 950),
                months("2027-10", 1),
                List.of(booked("2027-10-04", "2027-10-04", LeaveKind.SAVED)),
                List.of(adjusted("2027-10-01", LeaveKind.SAVED, 500), adjusted("2027-10-01", LeaveKind.PAID, 50)),
                OCTOBER);

        var slip = Balance.of(ledger);
        assertThat(slip).isEqualTo(new Balance(1_000, 208, 0, 500, 100, LocalDate.of(2032, 3, 31)));
        assertThat(slip.paidLeft()).isEqualTo(ledger.paid);
        assertThat(slip.savedLeft()).isEqualTo(ledger.savedLeft());
    }

    private static LeaveLedger ledger(
            Rule rule, @Nullable Opening opening, List<Earned> runs, List<Booking> bookings, LocalDate asOf) {
        return LeaveLedger.of(rule, opening, runs, bookings, List.of(), asOf);
    }

    private static Adjustment adjusted(String day, LeaveKind kind, int days) {
        return new Adjustment(LocalDate.parse(day), kind, days, "Half a day worked", "Eva Strand");
    }

    private static List<Earned> months(String first, int count) {
        return IntStream.range(0, count)
                .mapToObj(at -> YearMonth.parse(first).plusMonths(at))
                .map(month -> new Earned(month.atEndOfMonth(), FROM_APRIL.earned(2_500, month), 0))
                .toList();
    }

    private static Booking booked(String from, String to, LeaveKind kind) {
        return new Booking(LocalDate.parse(from), LocalDate.parse(to), kind, IMPORTED, null);
    }
}
