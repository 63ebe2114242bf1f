package dev.callboard.report.payroll.rule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

import static dev.callboard.report.payroll.rule.Nord.NORD_1;
import static dev.callboard.report.payroll.rule.Nord.NORD_2;
import static dev.callboard.report.payroll.rule.Nord.OCTOBER;
import static dev.callboard.report.payroll.rule.Nord.after;
import static dev.callboard.report.payroll.rule.Nord.clock;
import static dev.callboard.report.payroll.rule.Nord.days;
import static dev.callboard.report.payroll.rule.Nord.hourly;
import static dev.callboard.report.payroll.rule.Nord.hours;
import static dev.callboard.report.payroll.rule.Nord.line;
import static dev.callboard.report.payroll.rule.Nord.pay;
import static dev.callboard.report.payroll.rule.Nord.person;
import static dev.callboard.report.payroll.rule.Nord.rules;
import static org.assertj.core.api.Assertions.assertThat;

/** Where rules of the day, of the week and of its last days meet, and what a week over two pay runs is paid. */
class WeekRulesTest {
    private static final LocalDate MONDAY = LocalDate.of(2027, 10, 18);
    private static final LocalDate FRIDAY = MONDAY.plusDays(4);
    private static final LocalDate SATURDAY = MONDAY.plusDays(5);
    private static final LocalDate SUNDAY = MONDAY.plusDays(6);
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    @Test
    void of_a_step_of_the_week_and_the_sixth_day_the_dearer_one_is_paid() {
        var dear = Nord.scheme("nord-2", json -> step(json, 44 * 60, 30_000));

        // 40 hours by Friday: Saturday's first four are the sixth day's, the others the week's
        assertThat(rules(pay(dear, hourly(), days(MONDAY, SATURDAY))))
                .containsExactly("ordinary 2400", "overtime-dear 240", "sixth-day 240");
    }

    @Test
    void a_step_of_the_week_that_begins_after_all_its_hours_is_never_reached() {
        var late = Nord.scheme("nord-2", json -> step(json, 40 * 60, 20_000));
        assertThat(rules(pay(late, hourly(), days(MONDAY, FRIDAY)))).containsExactly("ordinary 2400");
    }

    @Test
    void a_scheme_may_have_steps_of_the_week_and_none_of_the_day() {
        var weekly = Nord.scheme("nord-2", json -> json.putArray("overtime"));
        var works = MONDAY.datesUntil(MONDAY.plusDays(4))
                .map(day -> clock(day, "08:00", "18:00"))
                .toList();
        assertThat(rules(pay(weekly, hourly(), works)))
                .containsExactly("ordinary 2160", "overtime-week-36 120", "overtime-week-38 120");
    }

    @Test
    void six_days_over_two_calendar_weeks_have_no_sixth_day() {
        assertThat(rules(pay(NORD_2, hourly(), days(FRIDAY.minusDays(1), FRIDAY.plusDays(4)))))
                .noneMatch(line -> line.startsWith("sixth-day"));
    }

    @Test
    void travel_standby_and_leave_make_no_day_of_work() {
        var works = new ArrayList<>(days(MONDAY, MONDAY.plusDays(1)));
        works.addAll(days(MONDAY.plusDays(3), SATURDAY));
        for (var kind : List.of(WorkKind.TRAVEL, WorkKind.STANDBY, WorkKind.LEAVE)) works.add(hours(kind, 480, ""));

        assertThat(rules(pay(NORD_2, hourly(), works)))
                .contains("ordinary 2160", "overtime-week-38 120")
                .noneMatch(line -> line.startsWith("sixth-day"));
    }

    @Test
    void two_cards_of_one_day_are_one_day_of_work() {
        var works = new ArrayList<>(days(MONDAY, FRIDAY.minusDays(1)));
        works.add(clock(FRIDAY, "08:00", "12:00"));
        works.add(clock(FRIDAY, "13:00", "15:00"));
        assertThat(rules(pay(NORD_2, hourly(), works))).containsExactly("ordinary 2160", "overtime-week-36 120");
    }

    @Test
    void a_guaranteed_day_is_made_up_at_the_plain_rate_and_counts_to_no_week() {
        var works = new ArrayList<>(days(MONDAY, MONDAY.plusDays(3)));
        works.add(clock(FRIDAY, "08:00", "10:00"));
        works.add(clock(SATURDAY, "08:00", "10:00"));
        assertThat(rules(pay(NORD_2, hourly(), works)))
                .containsExactly("ordinary 2040", "guaranteed-day 240", "sixth-day 120");
    }

    @Test
    void rates_for_a_week_or_a_month_cover_what_is_ordinary_and_no_more() {
        for (var kind : List.of(PayKind.WEEKLY, PayKind.MONTHLY)) {
            var pay = pay(NORD_2, person(kind, 1_100_000, LONG_AGO), days(MONDAY, SATURDAY));
            assertThat(line("overtime-week-36", pay).factor()).isEqualTo(12_500);
            assertThat(line("sixth-day", pay).factor()).isEqualTo(15_000);
            assertThat(pay.lines()).noneMatch(line -> line.rule().equals("ordinary"));
        }
        var daily = pay(NORD_2, person(PayKind.DAILY, 240_000, LONG_AGO), days(MONDAY, SATURDAY));
        assertThat(line("overtime-week-36", daily).factor()).isEqualTo(2_500);
        var fee = pay(NORD_2, person(PayKind.FEE, 1_500_000, LONG_AGO), days(MONDAY, SATURDAY));
        assertThat(rules(fee)).containsExactly("fee 1");
    }

    @Test
    void a_late_day_follows_the_days_that_were_paid_and_the_week_comes_to_the_same() {
        var tuesday = clock(MONDAY.plusDays(1), "08:00", "16:00");
        var paid = new ArrayList<>(days(MONDAY, MONDAY));
        paid.addAll(days(MONDAY.plusDays(2), SATURDAY));
        var october = pay(NORD_2, hourly(), paid);

        var november = PayCalculation.of(NORD_2, YearMonth.of(2027, 11), hourly(), List.of(tuesday), after(paid));

        assertThat(rules(november)).containsExactly("sixth-day 480");
        assertThat(line("sixth-day", november).corrects()).isEqualTo(OCTOBER);
        var whole = new ArrayList<>(paid);
        whole.add(tuesday);
        assertThat(october.gross() + november.gross())
                .isEqualTo(pay(NORD_2, hourly(), whole).gross());
    }

    @Test
    void a_late_card_of_a_day_that_was_paid_is_no_other_day() {
        var paid = days(MONDAY, FRIDAY);
        var late = PayCalculation.of(
                NORD_2, YearMonth.of(2027, 11), hourly(), List.of(clock(FRIDAY, "18:00", "22:00")), after(paid));
        assertThat(rules(late)).containsExactly("overtime-8 120", "overtime-10 120");
    }

    @Test
    void the_seventh_day_is_the_seventh_whichever_run_paid_the_others() {
        var pay = PayCalculation.of(
                NORD_2, OCTOBER, hourly(), List.of(clock(SUNDAY, "08:00", "12:00")), after(days(MONDAY, SATURDAY)));
        assertThat(rules(pay)).containsExactly("seventh-day 240", "sunday 240");
    }

    @Test
    void a_week_rate_is_paid_once_for_a_week_over_two_periods() {
        var weekly = person(PayKind.WEEKLY, 1_100_000, LONG_AGO);
        var october = days(LocalDate.of(2027, 10, 1), LocalDate.of(2027, 10, 1));
        var september = days(LocalDate.of(2027, 9, 27), LocalDate.of(2027, 9, 30));

        assertThat(rules(PayCalculation.of(NORD_1, OCTOBER, weekly, october, after(september))))
                .isEmpty();
        assertThat(rules(pay(NORD_1, weekly, october))).containsExactly("week 1");
    }

    private static void step(ObjectNode scheme, int afterMinutes, int factor) {
        scheme.putArray("weekOvertime")
                .addObject()
                .put("rule", "overtime-dear")
                .put("text", "Overtime, dear")
                .put("afterMinutes", afterMinutes)
                .put("factor", factor);
    }
}
