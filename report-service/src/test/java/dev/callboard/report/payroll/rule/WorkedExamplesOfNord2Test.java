package dev.callboard.report.payroll.rule;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import static dev.callboard.report.payroll.rule.Nord.NORD_1;
import static dev.callboard.report.payroll.rule.Nord.NORD_2;
import static dev.callboard.report.payroll.rule.Nord.OCTOBER;
import static dev.callboard.report.payroll.rule.Nord.WEDNESDAY;
import static dev.callboard.report.payroll.rule.Nord.after;
import static dev.callboard.report.payroll.rule.Nord.benefit;
import static dev.callboard.report.payroll.rule.Nord.cancelled;
import static dev.callboard.report.payroll.rule.Nord.clock;
import static dev.callboard.report.payroll.rule.Nord.counted;
import static dev.callboard.report.payroll.rule.Nord.days;
import static dev.callboard.report.payroll.rule.Nord.hourly;
import static dev.callboard.report.payroll.rule.Nord.hours;
import static dev.callboard.report.payroll.rule.Nord.line;
import static dev.callboard.report.payroll.rule.Nord.money;
import static dev.callboard.report.payroll.rule.Nord.pay;
import static dev.callboard.report.payroll.rule.Nord.person;
import static dev.callboard.report.payroll.rule.Nord.rules;
import static dev.callboard.report.payroll.rule.Nord.worked;
import static org.assertj.core.api.Assertions.assertThat;

/** Every example of docs/pay-rules.md that only Nord 2 has, computed from it and found on the page. */
class WorkedExamplesOfNord2Test {
    private static final LocalDate MONDAY = LocalDate.of(2027, 10, 18);
    private static final LocalDate SATURDAY = LocalDate.of(2027, 10, 23);

    @Test
    void a_week_has_steps_of_its_own() {
        var pay = pay(NORD_2, hourly(), days(MONDAY, MONDAY.plusDays(4)));
        worked("ordinary", pay, "36.00 h × 285.00 × 1.00 = 10,260.00");
        worked("overtime-week-36", pay, "2.00 h × 285.00 × 1.25 = 712.50");
        worked("overtime-week-38", pay, "2.00 h × 285.00 × 1.50 = 855.00");
        assertThat(pay.overtimeMinutes()).isEqualTo(240);
    }

    @Test
    void an_hour_of_overtime_by_the_day_is_none_by_the_week() {
        var longDays = MONDAY.datesUntil(SATURDAY)
                .map(day -> clock(day, "08:00", "18:00"))
                .toList();
        var pay = pay(NORD_2, hourly(), longDays);
        worked("overtime-8", pay, "10.00 h × 285.00 × 1.50 = 4,275.00");
        assertThat(rules(pay))
                .containsExactly("ordinary 2160", "overtime-8 600", "overtime-week-36 120", "overtime-week-38 120");
        assertThat(pay.minutes()).isEqualTo(50 * 60);
    }

    @Test
    void the_sixth_day_of_a_week_is_dearer_unless_a_step_is_dearer_still() {
        var sixDays = pay(NORD_2, hourly(), days(MONDAY, SATURDAY));
        worked("sixth-day", sixDays, "8.00 h × 285.00 × 1.50 = 3,420.00");

        var longSaturday = new ArrayList<>(days(MONDAY, SATURDAY.minusDays(1)));
        longSaturday.add(clock(SATURDAY, "08:00", "19:15"));
        var pay = pay(NORD_2, hourly(), longSaturday);
        worked("sixth-day", pay, "10.00 h × 285.00 × 1.50 = 4,275.00");
        worked("overtime-10", pay, "1.25 h × 285.00 × 2.00 = 712.50");
        assertThat(pay.lines()).noneMatch(line -> line.rule().equals("overtime-8"));
    }

    @Test
    void the_seventh_day_is_dearer_and_the_sunday_supplement_is_on_top() {
        var pay = pay(NORD_2, hourly(), days(MONDAY, SATURDAY.plusDays(1)));
        worked("seventh-day", pay, "8.00 h × 285.00 × 2.00 = 4,560.00");
        worked("sunday", pay, "8.00 h × 285.00 × 0.50 = 1,140.00");
    }

    @Test
    void a_day_rate_covers_the_plain_pay_of_the_sixth_day() {
        var daily = person(PayKind.DAILY, 240_000, LocalDate.of(2020, 1, 1));
        var pay = pay(NORD_2, daily, days(MONDAY, SATURDAY));
        worked("day", pay, "6 d × 2,400.00 × 1.00 = 14,400.00");
        worked("sixth-day", pay, "8.00 h × 300.00 × 0.50 = 1,200.00");
    }

    @Test
    void hours_that_are_missing_of_the_rest_are_paid_on_top() {
        var pay = pay(
                NORD_2, hourly(), clock(WEDNESDAY, "15:00", "23:00"), clock(WEDNESDAY.plusDays(1), "07:00", "15:00"));
        worked("broken-rest", pay, "3.00 h × 285.00 × 1.00 = 855.00");
        assertThat(line("broken-rest", pay).first()).isEqualTo(WEDNESDAY.plusDays(1));
        assertThat(pay.minutes()).isEqualTo(16 * 60);
    }

    @Test
    void standby_is_paid_at_a_part_and_is_no_work() {
        var pay = pay(NORD_2, hourly(), hours(WorkKind.STANDBY, 360, ""));
        worked("standby", pay, "6.00 h × 285.00 × 0.30 = 513.00");
        assertThat(pay.minutes()).isZero();
    }

    @Test
    void a_day_that_was_called_off_is_paid_by_how_short_the_notice_was() {
        worked("cancellation", pay(NORD_2, hourly(), cancelled(20 * 60)), "8.00 h × 285.00 × 1.00 = 2,280.00");
        worked("cancellation", pay(NORD_2, hourly(), cancelled(30 * 60)), "8.00 h × 285.00 × 0.50 = 1,140.00");
    }

    @Test
    void a_step_of_notice_ends_before_its_last_minute() {
        assertThat(line("cancellation", pay(NORD_2, hourly(), cancelled(24 * 60 - 1)))
                        .factor())
                .isEqualTo(10_000);
        assertThat(line("cancellation", pay(NORD_2, hourly(), cancelled(24 * 60)))
                        .factor())
                .isEqualTo(5_000);
        var long48 = cancelled(48 * 60);
        var pay = pay(NORD_2, hourly(), long48);
        assertThat(pay.lines()).isEmpty();
        assertThat(pay.works()).containsExactly(long48.id()); // settled all the same
    }

    @Test
    void the_salary_covers_a_day_that_was_called_off() {
        var monthly = person(PayKind.MONTHLY, 4_200_000, LocalDate.of(2020, 1, 1));
        assertThat(rules(pay(NORD_2, monthly, cancelled(0)))).containsExactly("salary 1");
    }

    @Test
    void kit_rental_is_taxed_or_not() {
        var pay = pay(NORD_2, hourly(), counted(WorkKind.KIT_RENTAL, 5), counted(WorkKind.KIT_RENTAL_TAXABLE, 5));
        worked("kit-rental", pay, "5 d × 150.00 × 1.00 = 750.00");
        worked("kit-rental-taxable", pay, "5 d × 200.00 × 1.00 = 1,000.00");
        assertThat(pay.reimbursements()).isEqualTo(75_000);
        assertThat(pay.gross()).isEqualTo(100_000);
        assertThat(line("kit-rental", pay).section()).isEqualTo(Section.REIMBURSEMENT);
    }

    @Test
    void what_was_received_in_kind_is_taxed_and_goes_out_of_the_net_again() {
        var bo = new PaidPerson("4711", PayKind.MONTHLY, 4_656_375, LocalDate.of(2020, 1, 1), 1200, "E-32", "Crew", "");
        var pay = pay(NORD_2, bo, benefit("meals", OCTOBER, 72_000));
        worked("meals", pay, "720.00 × 1.00 = 720.00");
        worked("employers-fee", pay, "47,283.75 × 0.3142 = 14,856.55");
        worked("employers-pension", pay, "46,563.75 × 0.045 = 2,095.37");
        assertThat(Nord.PAGE)
                .contains("46,563.75 + 720.00 − 931.28 = " + money(pay.taxable()))
                .contains("of which the tax is " + money(pay.tax()))
                .contains("46,352.47 − 12,413.94 − 310.00 − 720.00 = " + money(pay.net()));
    }

    @Test
    void a_benefit_that_is_stated_anew_corrects_the_month_in_which_it_was_taxed() {
        var september = OCTOBER.minusMonths(1);
        var pay = pay(NORD_2, hourly(), clock(WEDNESDAY, "08:00", "16:00"), benefit("lodging", september, -60_000));
        worked("lodging", pay, "−600.00 × 1.00 = −600.00");
        assertThat(line("lodging", pay).corrects()).isEqualTo(september);
    }

    @Test
    void a_week_over_the_end_of_a_period_goes_on_where_it_was() {
        var september = days(LocalDate.of(2027, 9, 27), LocalDate.of(2027, 9, 30));
        var pay = PayCalculation.of(
                NORD_2,
                OCTOBER,
                hourly(),
                List.of(clock(LocalDate.of(2027, 10, 1), "08:00", "16:00")),
                after(september));
        worked("ordinary", pay, "4.00 h × 285.00 × 1.00 = 1,140.00");
        worked("overtime-week-36", pay, "2.00 h × 285.00 × 1.25 = 712.50");
        worked("overtime-week-38", pay, "2.00 h × 285.00 × 1.50 = 855.00");
        assertThat(pay.minutes()).isEqualTo(480);
    }

    @Test
    void work_for_which_the_scheme_has_no_rule_is_not_settled() {
        var standby = hours(WorkKind.STANDBY, 360, "");
        var work = clock(WEDNESDAY, "08:00", "16:00");
        var pay = pay(NORD_1, hourly(), standby, work);
        assertThat(pay.withoutRule()).containsExactly(WorkKind.STANDBY);
        assertThat(pay.works()).containsExactly(work.id());
    }

    @Test
    void nord_2_has_everything_of_nord_1_and_the_page_names_the_rest() {
        var nord1 = Nord.json("nord-1");
        var nord2 = Nord.json("nord-2");
        nord1.properties().stream()
                .filter(part ->
                        !List.of("id", "version", "name", "notice", "texts").contains(part.getKey()))
                .forEach(part -> assertThat(nord2.get(part.getKey())).isEqualTo(part.getValue()));

        var rules = nord2.findValuesAsText("rule");
        assertThat(rules).hasSize(32).allSatisfy(rule -> assertThat(Nord.PAGE).contains("`" + rule + "`"));
        for (var language : List.of("sv", "de")) {
            assertThat(NORD_2.texts().get(language)).containsOnlyKeys(rules);
            assertThat(NORD_2.texts().get(language))
                    .containsAllEntriesOf(NORD_1.texts().get(language));
        }
    }
}
