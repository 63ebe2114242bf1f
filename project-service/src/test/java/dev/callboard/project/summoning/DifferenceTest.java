package dev.callboard.project.summoning;

import dev.callboard.project.call.Actor;
import dev.callboard.project.call.Attendance;
import dev.callboard.project.call.Brief;
import dev.callboard.project.call.Call;
import dev.callboard.project.call.SaltRoad;
import dev.callboard.project.summoning.Difference.Asked;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import static dev.callboard.project.call.SaltRoad.ASA;
import static dev.callboard.project.call.SaltRoad.BO;
import static dev.callboard.project.call.SaltRoad.MAIN_UNIT;
import static dev.callboard.project.call.SaltRoad.PUBLISHED;
import static dev.callboard.project.call.SaltRoad.SATURDAY;
import static dev.callboard.project.call.SaltRoad.at;
import static org.assertj.core.api.Assertions.assertThat;

class DifferenceTest {
    private final Brief six = SaltRoad.boAt("2027-10-30T18:00");
    private final Brief half = SaltRoad.boAt("2027-10-30T18:30");
    private final Call standing = SaltRoad.call(six);

    @Test
    void who_was_never_called_is_called() {
        var difference = between(List.of(), asked(BO, six));
        assertThat(difference.called()).hasSize(1);
        assertThat(difference.called().getFirst().before()).isEmpty();
        assertThat(difference.asks()).isEqualTo(1);
    }

    @Test
    void who_is_asked_the_same_as_before_is_left_in_peace() {
        var difference = between(List.of(standing), asked(BO, six));
        assertThat(difference.isEmpty()).isTrue();
        assertThat(difference.kept()).isEqualTo(1);
    }

    @Test
    void only_those_whose_time_moved_are_called_again() {
        var difference = between(List.of(standing), asked(BO, half), asked(ASA, SaltRoad.asaAt("2027-10-30T18:30")));
        assertThat(difference.calledAgain()).singleElement().satisfies(again -> assertThat(again.before())
                .isEqualTo(standing));
        assertThat(difference.called())
                .singleElement()
                .satisfies(call -> assertThat(call.asked().crewEntryId()).isEqualTo(ASA));
    }

    @Test
    void another_person_to_ring_asks_nobody_again() {
        var rings = new Brief(
                six.production(),
                six.company(),
                six.unit(),
                six.workingDay(),
                six.zone(),
                six.callAt(),
                six.wrapAt(),
                six.roles(),
                six.place(),
                six.then(),
                new Brief.Contact("Somebody Else", "grip", null),
                null,
                null);
        assertThat(between(List.of(standing), asked(BO, rings)).isEmpty()).isTrue();
    }

    @Test
    void who_is_no_longer_wanted_is_withdrawn_once() {
        assertThat(between(List.of(standing)).withdrawn()).containsExactly(standing);
        var gone = standing.withdraw(at("2027-10-29T12:00"));
        assertThat(between(List.of(gone)).isEmpty()).isTrue();
    }

    @Test
    void who_has_come_and_is_no_longer_wanted_stays_called() {
        var arrived = standing.attendance(
                        new Attendance.Arrived(at("2027-10-30T17:50")), Actor.PLATFORM, at("2027-10-30T17:50"))
                .call();
        var inTheNight = at("2027-10-30T23:00");
        assertThat(Difference.between(List.of(arrived), List.of(), Set.of(), inTheNight)
                        .isEmpty())
                .isTrue();
        assertThat(Difference.between(List.of(standing), List.of(), Set.of(), inTheNight)
                        .withdrawn())
                .containsExactly(standing);
    }

    @Test
    void who_is_there_is_told_what_is_different_and_not_asked() {
        var difference = Difference.between(
                List.of(attended(new Attendance.Arrived(at("2027-10-30T17:50")))),
                List.of(asked(BO, half)),
                Set.of(),
                at("2027-10-30T18:00"));
        assertThat(difference.calledAgain()).singleElement().satisfies(again -> assertThat(again.asks())
                .isFalse());
        assertThat(difference.told()).isEqualTo(1);
        assertThat(difference.asks()).isZero();
    }

    @Test
    void who_has_done_her_work_is_left_in_peace() {
        var wrapped = attended(new Attendance.Wrapped(at("2027-10-30T17:50"), at("2027-10-30T21:00")));
        var difference =
                Difference.between(List.of(wrapped), List.of(asked(BO, half)), Set.of(), at("2027-10-30T22:00"));
        assertThat(difference.isEmpty()).isTrue();
        assertThat(difference.kept()).isEqualTo(1);
    }

    @Test
    void who_did_not_come_is_asked_again() {
        var missed = attended(new Attendance.NoShow());
        assertThat(between(List.of(missed), asked(BO, half)).asks()).isEqualTo(1);
    }

    @Test
    void who_was_withdrawn_and_is_wanted_again_is_called_in_the_same_series() {
        var gone = standing.withdraw(at("2027-10-29T12:00"));
        assertThat(between(List.of(gone), asked(BO, six)).called())
                .singleElement()
                .satisfies(call -> assertThat(call.before()).contains(gone));
    }

    @Test
    void days_that_are_not_published_stay_as_they_are() {
        var difference = Difference.between(
                List.of(standing), List.of(asked(ASA, half)), Set.of(SATURDAY.plusDays(3)), PUBLISHED);
        assertThat(difference.isEmpty()).isTrue();
    }

    @Test
    void a_day_that_is_over_is_never_touched_again() {
        var sunday = at("2027-10-31T12:00");
        assertThat(Difference.between(List.of(standing), List.of(), Set.of(), sunday)
                        .isEmpty())
                .isTrue();
        assertThat(Difference.between(List.of(), List.of(asked(BO, six)), Set.of(), sunday)
                        .isEmpty())
                .isTrue();
    }

    @Test
    void an_answer_is_wanted_the_lead_before_the_call_but_never_at_once_nor_after_it() {
        var asked = asked(BO, six);
        assertThat(Difference.answerBy(asked, PUBLISHED)).isEqualTo(at("2027-10-29T22:00"));
        assertThat(Difference.answerBy(asked, at("2027-10-30T10:00"))).isEqualTo(at("2027-10-30T11:00"));
        assertThat(Difference.answerBy(asked, at("2027-10-30T17:30"))).isEqualTo(at("2027-10-30T18:00"));
    }

    private Call attended(Attendance attendance) {
        return standing.attendance(attendance, Actor.PLATFORM, at("2027-10-30T17:50"))
                .call();
    }

    private static Difference between(List<Call> newest, Asked... asked) {
        return Difference.between(newest, List.of(asked), Set.of(), PUBLISHED);
    }

    private static Asked asked(java.util.UUID person, Brief brief) {
        return new Asked(person, MAIN_UNIT, brief, Duration.ofHours(20));
    }
}
