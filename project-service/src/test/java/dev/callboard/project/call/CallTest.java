package dev.callboard.project.call;

import dev.callboard.kit.problem.Problem;
import dev.callboard.project.call.Answer.Given;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import static dev.callboard.project.call.SaltRoad.ANSWER_BY;
import static dev.callboard.project.call.SaltRoad.PUBLISHED;
import static dev.callboard.project.call.SaltRoad.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CallTest {
    private final Call call = SaltRoad.call(SaltRoad.boAt("2027-10-30T18:00"));

    @Test
    void the_three_tracks_move_independently() {
        var bounced = call.delivery(Delivery.BOUNCED, "550 no such mailbox", at("2027-10-28T19:06"))
                .call();
        var arrived = bounced.attendance(
                        bounced.tracks().attendance().arrived(at("2027-10-30T17:50")),
                        Actor.PLATFORM,
                        at("2027-10-30T17:50"))
                .call();

        assertThat(arrived.tracks().mail().state()).isEqualTo(Delivery.BOUNCED);
        assertThat(arrived.tracks().answer()).isEqualTo(new Answer.Pending());
        assertThat(arrived.tracks().attendance()).isEqualTo(new Attendance.Arrived(at("2027-10-30T17:50")));
    }

    @Test
    void the_last_answer_wins_and_the_same_answer_twice_is_one() {
        var yes = given(at("2027-10-29T18:02"), null);
        var said = call.answer(new Answer.Acknowledged(yes), yes).call();
        var again = given(at("2027-10-29T18:03"), null);
        assertThat(said.answer(new Answer.Acknowledged(again), again).step()).isEmpty();

        var no = given(at("2027-10-29T19:00"), null);
        var declined = said.answer(new Answer.Declined(no, Answer.Reason.ILL, null), no);
        assertThat(declined.step()).isPresent();
        assertThat(declined.call().tracks().answer().state()).isEqualTo(Answer.State.DECLINED);
    }

    @Test
    void an_answer_after_the_deadline_is_late_but_counts() {
        var given = given(at("2027-10-29T22:40"), null);
        assertThat(given.late()).isTrue();
        assertThat(call.answer(new Answer.Acknowledged(given), given)
                        .call()
                        .tracks()
                        .answer()
                        .state())
                .isEqualTo(Answer.State.ACKNOWLEDGED);
    }

    @Test
    void a_tap_without_network_counts_when_it_was_made() {
        var given = given(at("2027-10-29T23:30"), at("2027-10-29T21:55"));
        assertThat(given.late()).isFalse();
        assertThat(given.claimedAt()).isEqualTo(at("2027-10-29T21:55"));
        assertThat(given.at()).isEqualTo(at("2027-10-29T23:30"));
    }

    @Test
    void a_claimed_time_before_the_call_was_sent_does_not_count() {
        assertThat(given(at("2027-10-29T23:30"), PUBLISHED.minusSeconds(1)).late())
                .isTrue();
    }

    @Test
    void a_claimed_time_in_the_future_does_not_count() {
        assertThat(given(at("2027-10-29T23:30"), at("2027-10-30T00:00")).late()).isTrue();
    }

    @Test
    void a_superseded_or_withdrawn_call_takes_no_answer() {
        var given = given(at("2027-10-29T18:02"), null);
        var superseded = call.supersede(UUID.randomUUID(), at("2027-10-29T17:40"));
        assertThatThrownBy(() -> superseded.answer(new Answer.Acknowledged(given), given))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("replaced");
        var withdrawn = call.withdraw(at("2027-10-29T17:40"));
        assertThatThrownBy(() -> withdrawn.answer(new Answer.Acknowledged(given), given))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("withdrawn");
    }

    @Test
    void who_has_come_is_not_told_that_they_need_not() {
        var arrived = attended(new Attendance.Arrived(at("2027-10-30T17:50")));
        var wrapped = attended(new Attendance.Wrapped(at("2027-10-30T17:50"), at("2027-10-30T23:30")));
        for (var worked : List.of(arrived, wrapped)) {
            assertThat(worked.isWithdrawable(at("2027-10-30T23:40"))).isFalse();
            assertThatThrownBy(() -> worked.withdraw(at("2027-10-30T23:40")))
                    .isInstanceOfSatisfying(
                            Problem.class, refused -> assertThat(refused.type()).isEqualTo(CallProblem.CALL_ATTENDED))
                    .hasMessageContaining(worked.tracks().attendance().state().name());
        }
    }

    @Test
    void the_next_version_for_who_has_come_undoes_nothing_and_asks_nothing() {
        var given = given(at("2027-10-29T18:02"), null);
        var yes = call.answer(new Answer.Acknowledged(given), given).call();
        var there = yes.attendance(
                        new Attendance.Arrived(at("2027-10-30T17:50")), Actor.PLATFORM, at("2027-10-30T17:50"))
                .call();

        var next = SaltRoad.call(SaltRoad.boAt("2027-10-30T18:30"), 2, UUID.randomUUID())
                .goingOnFrom(there);

        assertThat(next.asks()).isFalse();
        assertThat(next.tracks().attendance()).isEqualTo(new Attendance.Arrived(at("2027-10-30T17:50")));
        assertThat(next.tracks().answer()).isEqualTo(new Answer.Acknowledged(given));
        assertThat(next.tracks().mail().state()).isEqualTo(Delivery.QUEUED);
        assertThat(next.cameBefore(at("2027-10-30T18:05")).meantAt()).isEqualTo(at("2027-10-30T17:50"));
        assertThat(yes.asks()).isTrue();
        assertThat(attended(new Attendance.NoShow()).asks()).isTrue();
    }

    @Test
    void a_call_is_withdrawn_until_its_wrap_and_not_after_it() {
        var wrap = call.brief().wrapAt();
        assertThat(call.withdraw(wrap.minusSeconds(1)).standing().life()).isEqualTo(Life.WITHDRAWN);
        assertThat(call.isWithdrawable(wrap)).isFalse();
        assertThatThrownBy(() -> call.withdraw(wrap))
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.type()).isEqualTo(CallProblem.CALL_OVER));
    }

    @Test
    void who_has_not_come_so_far_may_be_told_that_they_need_not() {
        var missed = attended(new Attendance.NoShow());
        assertThat(missed.withdraw(at("2027-10-30T20:00")).isPublished()).isFalse();
    }

    @Test
    void a_bounce_that_overtakes_the_sending_stays_a_bounce() {
        var bounced =
                call.delivery(Delivery.BOUNCED, "550", at("2027-10-28T19:06")).call();
        assertThat(bounced.delivery(Delivery.SENT, null, at("2027-10-28T19:07")).step())
                .isEmpty();
    }

    @Test
    void an_opened_page_is_proof_of_delivery_and_only_the_first_opening_counts() {
        var opened = call.delivery(Delivery.SENT, null, at("2027-10-28T19:06"))
                .call()
                .opened(at("2027-10-28T20:00"))
                .call();
        assertThat(opened.tracks().mail().state()).isEqualTo(Delivery.DELIVERED);
        assertThat(opened.tracks().answer().isPending()).isTrue();
        assertThat(opened.opened(at("2027-10-28T20:05")).step()).isEmpty();
    }

    @Test
    void nobody_wraps_before_arriving_and_a_no_show_may_come_after_all() {
        assertThatThrownBy(() -> new Attendance.Expected().wrapped(at("2027-10-31T06:00")))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> new Attendance.Arrived(at("2027-10-30T18:00")).wrapped(at("2027-10-30T17:00")))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> new Attendance.Arrived(at("2027-10-30T18:00")).missed())
                .isInstanceOf(Problem.class);
        assertThat(new Attendance.Expected().missed().arrived(at("2027-10-30T19:00")))
                .isEqualTo(new Attendance.Arrived(at("2027-10-30T19:00")));
    }

    private Call attended(Attendance attendance) {
        return call.attendance(attendance, Actor.PLATFORM, at("2027-10-30T23:30"))
                .call();
    }

    private static Given given(Instant received, @Nullable Instant claimed) {
        return Given.of(received, claimed, PUBLISHED, ANSWER_BY, Channel.LINK, Actor.BEARER_OF_THE_LINK);
    }
}
