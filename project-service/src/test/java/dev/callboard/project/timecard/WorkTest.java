package dev.callboard.project.timecard;

import dev.callboard.contracts.project.TimeCardFact.Span;
import dev.callboard.kit.problem.Problem;
import dev.callboard.project.timecard.Work.Meal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import static dev.callboard.project.call.SaltRoad.STOCKHOLM;
import static dev.callboard.project.call.SaltRoad.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WorkTest {
    @ParameterizedTest(name = "{0} to {1} is {2} hours")
    @CsvSource({
        "2027-10-29T20:00, 2027-10-30T06:00, 10",
        "2027-10-30T20:00, 2027-10-31T06:00, 11",
        "2027-03-27T20:00, 2027-03-28T06:00, 9"
    })
    void a_night_pays_what_was_worked_not_what_the_dial_shows(String from, String to, int hours) {
        assertThat(work(from, to).elapsed()).isEqualTo(Duration.ofHours(hours));
    }

    @Test
    void a_meal_is_taken_out_and_leaves_two_spans() {
        var work = work("2027-10-30T20:00", "2027-10-31T06:00", "2027-10-31T01:00", "2027-10-31T02:00");
        assertThat(work.worked()).isEqualTo(Duration.ofHours(10));
        assertThat(work.spans())
                .containsExactly(
                        new Span(at("2027-10-30T20:00"), at("2027-10-31T01:00")),
                        new Span(at("2027-10-31T02:00"), at("2027-10-31T06:00")));
    }

    @Test
    void an_end_before_the_start_is_refused_with_the_value() {
        assertThatThrownBy(() -> work("2027-10-30T20:00", "2027-10-30T19:00").checked())
                .isInstanceOf(Problem.class)
                .hasMessageContaining("hours: -1 (expected: 0 to 24)");
    }

    @Test
    void more_than_a_day_is_refused() {
        assertThatThrownBy(() -> work("2027-10-29T06:00", "2027-10-30T07:00").checked())
                .hasMessageContaining("hours: 25 (expected: 0 to 24)");
    }

    @Test
    void a_meal_outside_the_work_is_refused() {
        assertThatThrownBy(() -> work("2027-10-29T08:00", "2027-10-29T16:00", "2027-10-29T15:30", "2027-10-29T16:30")
                        .checked())
                .hasMessageContaining("meals[0]");
        assertThatThrownBy(() -> work("2027-10-29T08:00", "2027-10-29T16:00", "2027-10-29T12:30", "2027-10-29T12:00")
                        .checked())
                .hasMessageContaining("meals[0].minutes: -30 (expected: 1 or more)");
    }

    @Test
    void a_local_time_reads_back_as_the_same_instant_in_the_hour_that_comes_twice() {
        var first = Instant.parse("2027-10-31T00:30:00Z");
        var second = Instant.parse("2027-10-31T01:30:00Z");
        assertThat(LocalMoment.of(first, STOCKHOLM)).isEqualTo("2027-10-31T02:30+02:00");
        assertThat(LocalMoment.of(second, STOCKHOLM)).isEqualTo("2027-10-31T02:30+01:00");
        assertThat(LocalMoment.read("wrap", "2027-10-31T02:30+01:00", STOCKHOLM))
                .isEqualTo(second);
        assertThat(LocalMoment.read("wrap", "2027-10-31T02:30", STOCKHOLM)).isEqualTo(first);
        assertThat(LocalMoment.of(at("2027-10-30T20:00"), STOCKHOLM)).isEqualTo("2027-10-30T20:00");
    }

    @Test
    void a_time_that_the_clock_skips_or_with_a_foreign_offset_is_refused() {
        assertThatThrownBy(() -> LocalMoment.read("wrap", "2027-03-28T02:30", STOCKHOLM))
                .hasMessageContaining("wrap: 2027-03-28T02:30 (expected: a time that exists");
        assertThatThrownBy(() -> LocalMoment.read("wrap", "2027-10-30T20:00+05:00", STOCKHOLM))
                .hasMessageContaining("expected: an offset that Europe/Stockholm has then");
        assertThatThrownBy(() -> LocalMoment.read("wrap", "six", STOCKHOLM)).hasMessageContaining("wrap: six");
    }

    private static Work work(String from, String to) {
        return new Work(at(from), at(to), List.of(), 0, 0, 0, 0);
    }

    private static Work work(String from, String to, String out, String in) {
        return new Work(at(from), at(to), List.of(new Meal(at(out), at(in))), 0, 0, 0, 0);
    }
}
