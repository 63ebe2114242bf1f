package dev.callboard.report.payroll.rule;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;

import static dev.callboard.report.payroll.rule.Nord.NORD_1;
import static dev.callboard.report.payroll.rule.Nord.OCTOBER;
import static dev.callboard.report.payroll.rule.Nord.WEDNESDAY;
import static dev.callboard.report.payroll.rule.Nord.after;
import static dev.callboard.report.payroll.rule.Nord.clock;
import static dev.callboard.report.payroll.rule.Nord.days;
import static dev.callboard.report.payroll.rule.Nord.hourly;
import static dev.callboard.report.payroll.rule.Nord.hours;
import static dev.callboard.report.payroll.rule.Nord.line;
import static dev.callboard.report.payroll.rule.Nord.pay;
import static dev.callboard.report.payroll.rule.Nord.person;
import static dev.callboard.report.payroll.rule.Nord.rules;
import static dev.callboard.report.payroll.rule.Nord.worked;
import static org.assertj.core.api.Assertions.assertThat;

/** What comes late is paid so that the day, the week and the month come to what they would have been in time. */
class CorrectionsTest {
    private static final YearMonth NOVEMBER = YearMonth.of(2027, 11);
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    private static Pay november(PaidPerson person, Work late, Work... paid) {
        return PayCalculation.of(NORD_1, NOVEMBER, person, List.of(late), after(List.of(paid)));
    }

    @Test
    void a_guaranteed_day_that_was_paid_goes_into_the_hours_that_come_late() {
        var short2 = clock(WEDNESDAY, "08:00", "10:00");
        var late3 = clock(WEDNESDAY, "12:00", "15:00");

        var late = november(hourly(), late3, short2);

        worked("ordinary", late, "3.00 h × 285.00 × 1.00 = 855.00");
        worked("guaranteed-day", late, "−2.00 h × 285.00 × 1.00 = −570.00");
        assertThat(late.minutes()).isEqualTo(60);
        assertThat(pay(NORD_1, hourly(), short2).gross() + late.gross())
                .isEqualTo(pay(NORD_1, hourly(), short2, late3).gross());
    }

    @Test
    void a_late_card_below_the_guarantee_is_paid_already() {
        var late = november(hourly(), clock(WEDNESDAY, "12:00", "13:00"), clock(WEDNESDAY, "08:00", "10:00"));

        assertThat(rules(late)).containsExactly("ordinary 60", "guaranteed-day -60");
        assertThat(late.gross()).isZero();
    }

    @Test
    void late_hours_after_eight_that_were_paid_are_overtime() {
        var late = november(hourly(), clock(WEDNESDAY, "17:00", "20:00"), clock(WEDNESDAY, "08:00", "16:00"));

        worked("overtime-8", late, "2.00 h × 285.00 × 1.50 = 855.00");
        worked("overtime-10", late, "1.00 h × 285.00 × 2.00 = 570.00");
        assertThat(rules(late)).hasSize(2);
        assertThat(line("overtime-8", late).corrects()).isEqualTo(OCTOBER);
    }

    @Test
    void a_day_rate_is_paid_once_a_day_and_its_overtime_on_top() {
        var daily = person(PayKind.DAILY, 240_000, LONG_AGO);

        var late = november(daily, clock(WEDNESDAY, "16:00", "17:30"), clock(WEDNESDAY, "08:00", "16:00"));

        assertThat(rules(late)).containsExactly("overtime-8 90");
        assertThat(rules(november(daily, clock(WEDNESDAY, "08:00", "16:00")))).containsExactly("day 1");
    }

    @Test
    void a_week_rate_is_paid_once_for_a_week_over_two_months() {
        var weekly = person(PayKind.WEEKLY, 1_100_000, LONG_AGO);
        var december = days(LocalDate.of(2027, 12, 1), LocalDate.of(2027, 12, 3));
        var paid = days(LocalDate.of(2027, 11, 29), LocalDate.of(2027, 11, 30));

        assertThat(rules(PayCalculation.of(NORD_1, YearMonth.of(2027, 12), weekly, december, after(paid))))
                .isEmpty();
    }

    @Test
    void a_fee_is_paid_once_for_each_month_with_work() {
        var fee = person(PayKind.FEE, 1_500_000, LONG_AGO);
        var works = List.of(clock(WEDNESDAY, "08:00", "16:00"), clock(LocalDate.of(2027, 11, 3), "08:00", "16:00"));
        var paid = new Earlier(List.of(), List.of(), Set.of(OCTOBER));

        var both = PayCalculation.of(NORD_1, NOVEMBER, fee, works, Earlier.NOTHING);
        assertThat(both.lines().stream().filter(line -> line.section() == Section.EARNING))
                .extracting(PayLine::corrects)
                .containsExactly(null, OCTOBER);
        assertThat(PayCalculation.of(NORD_1, NOVEMBER, fee, works, paid).gross())
                .isEqualTo(1_500_000);
        assertThat(PayCalculation.of(NORD_1, NOVEMBER, fee, works.subList(0, 1), paid)
                        .gross())
                .isZero();
        assertThat(pay(NORD_1, fee, hours(WorkKind.CORRECTION, 60, "")).gross()).isZero();
    }

    @Test
    void a_long_week_is_seen_over_the_end_of_a_month() {
        var monday = LocalDate.of(2027, 11, 29);
        var week = monday.datesUntil(monday.plusDays(5))
                .map(day -> clock(day, "06:00", "21:00"))
                .toList();
        var december = YearMonth.of(2027, 12);

        assertThat(PayCalculation.of(NORD_1, december, hourly(), week.subList(2, 5), after(week.subList(0, 2)))
                        .longWeeks())
                .containsExactly(monday);
        assertThat(PayCalculation.of(NORD_1, december, hourly(), week.subList(2, 5), Earlier.NOTHING)
                        .longWeeks())
                .isEmpty();
    }

    @Test
    void a_salary_that_was_withheld_is_paid_with_the_next_slip() {
        var monthly = person(PayKind.MONTHLY, 4_200_000, LocalDate.of(2027, 10, 17));
        var withheld = new Earlier(List.of(), List.of(OCTOBER), Set.of());

        var pay = PayCalculation.of(NORD_1, NOVEMBER, monthly, List.of(), withheld);

        assertThat(rules(pay)).containsExactly("salary 1", "salary 15");
        var october = pay.lines().get(1);
        assertThat(october.corrects()).isEqualTo(OCTOBER);
        assertThat(october.first()).isEqualTo("2027-10-17");
        assertThat(Nord.printed(october)).isEqualTo("15 d × 1,354.84 × 1.00 = 20,322.60");
    }

    @Test
    void a_salary_that_begins_in_the_month_has_the_days_employed() {
        var started = pay(NORD_1, person(PayKind.MONTHLY, 4_200_000, LocalDate.of(2027, 10, 17)));

        assertThat(line("salary", started).first()).isEqualTo("2027-10-17");
        assertThat(line("salary", started).last()).isEqualTo("2027-10-31");
        assertThat(line("salary", started).days()).isEqualTo(15);
        var whole = pay(NORD_1, person(PayKind.MONTHLY, 4_200_000, LONG_AGO));
        assertThat(line("salary", whole).first()).isEqualTo("2027-10-01");
        assertThat(line("salary", whole).days()).isEqualTo(31);
    }
}
