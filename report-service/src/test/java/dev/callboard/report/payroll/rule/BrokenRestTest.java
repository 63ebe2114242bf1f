package dev.callboard.report.payroll.rule;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

import static dev.callboard.report.payroll.rule.Nord.NORD_2;
import static dev.callboard.report.payroll.rule.Nord.OCTOBER;
import static dev.callboard.report.payroll.rule.Nord.WEDNESDAY;
import static dev.callboard.report.payroll.rule.Nord.after;
import static dev.callboard.report.payroll.rule.Nord.clock;
import static dev.callboard.report.payroll.rule.Nord.hourly;
import static dev.callboard.report.payroll.rule.Nord.hours;
import static dev.callboard.report.payroll.rule.Nord.line;
import static dev.callboard.report.payroll.rule.Nord.pay;
import static dev.callboard.report.payroll.rule.Nord.rules;
import static org.assertj.core.api.Assertions.assertThat;

/** Nord 2 asks for eleven hours between two working days. */
class BrokenRestTest {
    private static final LocalDate THURSDAY = WEDNESDAY.plusDays(1);
    private static final LocalDate FRIDAY = WEDNESDAY.plusDays(2);

    @Test
    void eleven_hours_are_enough_and_three_minutes_less_are_not() {
        assertThat(rules(pay(NORD_2, hourly(), clock(WEDNESDAY, "12:00", "20:00"), clock(THURSDAY, "07:00", "15:00"))))
                .containsExactly("ordinary 960");
        assertThat(rules(pay(NORD_2, hourly(), clock(WEDNESDAY, "12:00", "20:03"), clock(THURSDAY, "07:00", "15:00"))))
                .containsExactly("ordinary 960", "overtime-8 3", "broken-rest 3");
    }

    @Test
    void no_more_than_the_whole_rest_can_be_missing() {
        var pay = pay(NORD_2, hourly(), clock(WEDNESDAY, "20:00", "06:00"), clock(THURSDAY, "05:00", "12:00"));
        assertThat(line("broken-rest", pay).quantity()).isEqualTo(660);
    }

    @Test
    void breaks_within_a_day_and_hours_without_a_place_in_it_are_no_rest() {
        assertThat(rules(pay(NORD_2, hourly(), clock(WEDNESDAY, "06:00", "10:00"), clock(WEDNESDAY, "18:00", "22:00"))))
                .containsExactly("ordinary 480");
        assertThat(rules(pay(NORD_2, hourly(), hours(WorkKind.WORK, 240, ""), clock(THURSDAY, "00:00", "04:00"))))
                .containsExactly("ordinary 480", "night 240");
    }

    @Test
    void the_night_on_which_the_clocks_go_back_gives_an_hour_more_of_rest() {
        var saturday = LocalDate.of(2027, 10, 30);
        var pay =
                pay(NORD_2, hourly(), clock(saturday, "14:00", "22:00"), clock(saturday.plusDays(1), "08:00", "16:00"));
        assertThat(rules(pay)).containsExactly("ordinary 960", "sunday 480");
    }

    @Test
    void the_last_day_of_a_period_that_was_paid_is_looked_at() {
        var lastOfSeptember = clock(LocalDate.of(2027, 9, 30), "15:00", "23:00");
        var pay = PayCalculation.of(
                NORD_2,
                OCTOBER,
                hourly(),
                List.of(clock(LocalDate.of(2027, 10, 1), "08:00", "16:00")),
                after(List.of(lastOfSeptember)));
        assertThat(line("broken-rest", pay).quantity()).isEqualTo(120);
        assertThat(line("broken-rest", pay).corrects()).isNull();
    }

    @Test
    void a_late_day_is_paid_the_rest_that_it_broke_before_and_behind_it() {
        var late = PayCalculation.of(
                NORD_2,
                YearMonth.of(2027, 11),
                hourly(),
                List.of(clock(THURSDAY, "06:00", "23:00")),
                after(List.of(clock(WEDNESDAY, "12:00", "20:00"), clock(FRIDAY, "08:00", "16:00"))));
        assertThat(line("broken-rest", late).quantity()).isEqualTo(60 + 120);
        assertThat(line("broken-rest", late).corrects()).isEqualTo(OCTOBER);
    }

    @Test
    void what_was_paid_of_a_broken_rest_is_not_paid_again() {
        var late = PayCalculation.of(
                NORD_2,
                YearMonth.of(2027, 11),
                hourly(),
                List.of(clock(THURSDAY, "06:00", "07:00")),
                after(List.of(clock(WEDNESDAY, "14:00", "22:00"), clock(THURSDAY, "07:00", "15:00"))));
        assertThat(line("broken-rest", late).quantity()).isEqualTo(60);
    }
}
