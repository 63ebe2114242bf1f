package dev.callboard.project.timecard;

import dev.callboard.contracts.project.TimeCardFact.Span;
import dev.callboard.project.call.Actor;
import dev.callboard.project.call.Attendance;
import dev.callboard.project.call.Call;
import dev.callboard.project.call.SaltRoad;
import dev.callboard.project.timecard.Work.Meal;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import static dev.callboard.project.call.SaltRoad.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TimeCardTest {
    private static final Instant SUNDAY_NOON = at("2027-10-31T12:00");
    private final Meal hotMeal = new Meal(at("2027-10-31T01:00"), at("2027-10-31T02:00"));
    private final Call call = SaltRoad.call(SaltRoad.boAt("2027-10-30T20:00"));

    @Test
    void the_night_of_the_clock_change_is_eleven_hours_and_pays_ten() {
        var card = card(call);
        assertThat(card.work.elapsed()).isEqualTo(Duration.ofHours(11));
        assertThat(card.work.worked()).isEqualTo(Duration.ofHours(10));
        card.submit();

        var approved = card.approve("1042", SUNDAY_NOON);
        assertThat(approved.worked())
                .containsExactly(
                        new Span(at("2027-10-30T20:00"), at("2027-10-31T01:00")),
                        new Span(at("2027-10-31T02:00"), at("2027-10-31T06:00")));
        assertThat(approved.revision()).isEqualTo(1);
        assertThat(approved.employeeNo()).isEqualTo("1042");
        assertThat(approved.workingDay()).isEqualTo(SaltRoad.SATURDAY);
        assertThat(approved.zone()).isEqualTo("Europe/Stockholm");
    }

    @Test
    void who_comes_early_is_paid_from_the_call_and_who_comes_late_from_arrival() {
        assertThat(card(arrived("2027-10-30T19:40")).work.start()).isEqualTo(at("2027-10-30T20:00"));
        assertThat(card(arrived("2027-10-30T20:25")).work.start()).isEqualTo(at("2027-10-30T20:25"));
    }

    @Test
    void only_what_was_submitted_is_approved_and_only_for_somebody_who_is_paid() {
        var card = card(call);
        assertThatThrownBy(() -> card.approve("1042", SUNDAY_NOON)).hasMessageContaining("Only a submitted time card");
        card.submit();
        assertThatThrownBy(() -> card.approve(null, SUNDAY_NOON)).hasMessageContaining("no employee number");
        assertThat(card.state).isEqualTo(TimeCard.State.SUBMITTED);
    }

    @Test
    void a_disputed_approval_is_taken_back_and_the_next_one_counts() {
        var card = card(call);
        card.submit();
        card.approve("1042", SUNDAY_NOON);
        assertThat(card.dispute("wrap was at seven", SUNDAY_NOON))
                .hasValueSatisfying(fact -> assertThat(fact.revision()).isEqualTo(1));
        card.fill(until("2027-10-31T07:00"), "main", null);
        card.submit();
        assertThat(card.approve("1042", SUNDAY_NOON).revision()).isEqualTo(2);
    }

    @Test
    void a_dispute_before_approval_takes_nothing_back() {
        var card = card(call);
        card.submit();
        assertThat(card.dispute("wrap was at seven", SUNDAY_NOON)).isEmpty();
        assertThat(card.comment).isEqualTo("wrap was at seven");
    }

    @Test
    void what_a_pay_run_has_used_is_never_changed_again() {
        var card = card(call);
        card.submit();
        card.approve("1042", SUNDAY_NOON);
        card.lock();
        assertThatThrownBy(() -> card.dispute("no", SUNDAY_NOON)).hasMessageContaining("pay run");
        assertThatThrownBy(() -> card.fill(until("2027-10-31T07:00"), "main", null))
                .hasMessageContaining("pay run");
        assertThatThrownBy(() -> card.approve("1042", SUNDAY_NOON)).hasMessageContaining("pay run");
    }

    @Test
    void what_somebody_filled_in_is_not_overwritten_by_the_day() {
        var card = card(call);
        card.fill(until("2027-10-31T07:00"), "main", "helped with the strike");
        card.submit();
        card.prefill(arrived("2027-10-30T21:00"), List.of());
        assertThat(card.work.wrap()).isEqualTo(at("2027-10-31T07:00"));
    }

    private TimeCard card(Call worked) {
        return TimeCard.of(UUID.randomUUID(), worked, List.of(hotMeal), "main", SUNDAY_NOON);
    }

    private static Work until(String wrap) {
        return new Work(at("2027-10-30T20:00"), at(wrap), List.of(), 0, 0, 0, 0);
    }

    private Call arrived(String when) {
        return call.attendance(new Attendance.Arrived(at(when)), Actor.PLATFORM, at(when))
                .call();
    }
}
