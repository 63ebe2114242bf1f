package dev.callboard.account.funds;

import dev.callboard.account.funds.HoldEvent.Capture;
import dev.callboard.account.funds.HoldEvent.Declined;
import dev.callboard.account.funds.HoldEvent.Release;
import dev.callboard.account.funds.HoldEvent.Reserve;
import dev.callboard.account.funds.HoldEvent.Succeeded;
import dev.callboard.account.funds.HoldState.Authorizing;
import dev.callboard.account.funds.HoldState.CaptureRefused;
import dev.callboard.account.funds.HoldState.Captured;
import dev.callboard.account.funds.HoldState.Capturing;
import dev.callboard.account.funds.HoldState.RefundRefused;
import dev.callboard.account.funds.HoldState.Refunding;
import dev.callboard.account.funds.HoldState.Refused;
import dev.callboard.account.funds.HoldState.Released;
import dev.callboard.account.funds.HoldState.Reserved;
import dev.callboard.account.funds.HoldState.Reversing;
import dev.callboard.account.funds.HoldState.Uncapturable;
import dev.callboard.account.funds.HoldState.Voiding;
import dev.callboard.account.funds.HoldState.Withdrawn;
import dev.callboard.account.funds.Move.Answer;
import dev.callboard.account.ledger.Posting;
import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static dev.callboard.account.funds.Move.Operation.CAPTURE;
import static dev.callboard.account.funds.Move.Operation.REFUND;
import static dev.callboard.account.funds.Move.Operation.VOID;
import static org.assertj.core.api.Assertions.assertThat;

class HoldRulesTest {
    private static final Reserve RESERVE = new Reserve();
    private static final Capture CAPTURE_IT = new Capture();
    private static final Release RELEASE_IT = new Release();
    private static final Succeeded YES = new Succeeded("auth_1");
    private static final Declined NO = new Declined("card_declined", "The bank declined it");

    @Test
    void what_the_card_allows_is_reserved_then_captured_when_the_project_is_open() {
        var reserved = HoldRules.after(new Authorizing(), YES);
        var capturing = HoldRules.after(reserved.state(), CAPTURE_IT);
        var captured = HoldRules.after(capturing.state(), new Succeeded("cap_1"));

        assertThat(reserved.answer()).isEqualTo(new Answer.Reserved());
        assertThat(reserved.postings()).containsExactly(Posting.HOLD);
        assertThat(capturing.ask()).isEqualTo(CAPTURE);
        assertThat(captured.state()).isEqualTo(new Captured("auth_1"));
        assertThat(captured.answer()).isEqualTo(new Answer.Captured());
        assertThat(captured.postings()).containsExactly(Posting.RELEASE, Posting.INVOICE, Posting.CAPTURE);
    }

    @Test
    void a_declined_card_holds_nothing_and_says_why() {
        var refused = HoldRules.after(new Authorizing(), NO);

        assertThat(refused.answer()).isEqualTo(new Answer.Refused("card_declined", "The bank declined it"));
        assertThat(refused.postings()).isEmpty();
        assertThat(refused.ask()).isNull();
    }

    @Test
    void a_success_that_comes_after_its_release_is_given_back() {
        var withdrawn = HoldRules.after(new Authorizing(), RELEASE_IT);
        var late = HoldRules.after(withdrawn.state(), YES);
        var given = HoldRules.after(late.state(), new Succeeded("auth_1"));

        assertThat(withdrawn.answer())
                .as("not released while it may still succeed")
                .isNull();
        assertThat(late.ask()).isEqualTo(VOID);
        assertThat(given.state()).isEqualTo(new Released());
        assertThat(given.answer()).isEqualTo(new Answer.Released());
    }

    @Test
    void a_refused_capture_is_said_at_once_and_the_hold_is_given_back() {
        var refused = HoldRules.after(new Capturing("auth_1"), new Declined("capture_refused", "no"));
        var given = HoldRules.after(refused.state(), YES);

        assertThat(refused.answer()).isEqualTo(new Answer.CaptureRefused("capture_refused", "no"));
        assertThat(refused.ask()).isEqualTo(VOID);
        assertThat(given.state()).isEqualTo(new CaptureRefused("capture_refused", "no"));
        assertThat(given.postings()).containsExactly(Posting.RELEASE);
        assertThat(given.answer()).as("said before").isNull();
    }

    @Test
    void money_that_was_taken_is_refunded_when_the_saga_is_compensated_by_hand() {
        var refunding = HoldRules.after(new Captured("auth_1"), RELEASE_IT);
        var refunded = HoldRules.after(refunding.state(), new Succeeded("ref_1"));

        assertThat(refunding.ask()).isEqualTo(REFUND);
        assertThat(refunded.answer()).isEqualTo(new Answer.Released());
        assertThat(refunded.postings()).containsExactly(Posting.CREDIT_NOTE, Posting.REFUND);
    }

    @Test
    void a_capture_under_way_when_it_is_undone_goes_back_whichever_way_it_ends() {
        var reversing = HoldRules.after(new Capturing("auth_1"), RELEASE_IT).state();

        assertThat(HoldRules.after(reversing, new Succeeded("cap_1")).ask()).isEqualTo(REFUND);
        assertThat(HoldRules.after(reversing, NO).ask()).isEqualTo(VOID);
    }

    @Test
    void a_refund_that_is_refused_waits_for_a_person_and_can_be_tried_again() {
        var stuck = HoldRules.after(new Refunding("auth_1"), NO);

        assertThat(stuck.answer()).isNull();
        assertThat(HoldRules.after(stuck.state(), RELEASE_IT).ask()).isEqualTo(REFUND);
    }

    @Test
    void a_reservation_after_its_release_is_refused() {
        for (var undone : List.of(new Released(), new Withdrawn(), new Voiding("auth_1"))) {
            var move = HoldRules.after(undone, RESERVE);
            assertThat(move.answer())
                    .isInstanceOfSatisfying(Answer.Refused.class, refused -> assertThat(refused.reason())
                            .isEqualTo("released"));
            assertThat(move.state()).isEqualTo(undone);
            assertThat(move.ask()).isNull();
        }
    }

    @Test
    void a_repeated_command_is_answered_again_and_done_once() {
        for (var state : everyState())
            for (var command : List.of(RESERVE, CAPTURE_IT, RELEASE_IT)) {
                var first = HoldRules.after(state, command);
                var again = HoldRules.after(first.state(), command);

                assertThat(again.state()).as("%s, twice %s", state, command).isEqualTo(first.state());
                assertThat(again.ask()).as("%s, twice %s", state, command).isNull();
                assertThat(again.postings()).as("%s, twice %s", state, command).isEmpty();
                if (first.answer() != null) assertThat(again.answer()).isEqualTo(first.answer());
            }
    }

    /** Walks through everything that can happen, in every order: the books must agree with the state at every step. */
    @Test
    void whatever_happens_in_whatever_order_money_is_held_only_where_the_state_says_so() {
        record Situation(HoldState state, boolean running, Map<Posting, Integer> posted) {}

        var first = new Situation(new Authorizing(), true, new EnumMap<>(Posting.class));
        var open = new ArrayDeque<>(List.of(first));
        var seen = new HashSet<>(open);
        var ends = new HashSet<Class<?>>();
        while (!open.isEmpty()) {
            var now = open.pop();
            var possible = new ArrayList<HoldEvent>(List.of(RESERVE, CAPTURE_IT, RELEASE_IT));
            if (now.running()) possible.addAll(List.of(YES, NO));
            else ends.add(now.state().getClass());
            for (var event : possible) {
                var move = HoldRules.after(now.state(), event);
                var outcome = event instanceof Succeeded || event instanceof Declined;
                assertThat(move.ask() != null && now.running() && !outcome)
                        .as("two operations at once: %s, %s", now.state(), event)
                        .isFalse();
                var running = move.ask() != null || (now.running() && !outcome);
                var posted = new EnumMap<Posting, Integer>(Posting.class);
                posted.putAll(now.posted());
                for (var posting : move.postings()) posted.merge(posting, 1, Integer::sum);

                assertThat(posted.values())
                        .as("each pair once: %s, %s", now.state(), event)
                        .allMatch(times -> times == 1);
                var held = posted.containsKey(Posting.HOLD) && !posted.containsKey(Posting.RELEASE);
                var taken = posted.containsKey(Posting.CAPTURE) && !posted.containsKey(Posting.REFUND);
                assertThat(held).as("held in %s", move.state()).isEqualTo(holds(move.state()));
                assertThat(taken).as("taken in %s", move.state()).isEqualTo(isTaken(move.state()));
                var next = new Situation(move.state(), running, posted);
                if (seen.add(next)) open.add(next);
            }
        }
        assertThat(ends)
                .containsExactlyInAnyOrder(
                        Reserved.class,
                        Refused.class,
                        Captured.class,
                        CaptureRefused.class,
                        Released.class,
                        RefundRefused.class);
    }

    private static boolean holds(HoldState state) {
        return switch (state) {
            case Reserved _, Capturing _, Uncapturable _, Voiding _, Reversing _ -> true;
            case Authorizing _, Withdrawn _, Refused _, Captured _ -> false;
            case CaptureRefused _, Refunding _, RefundRefused _, Released _ -> false;
        };
    }

    private static boolean isTaken(HoldState state) {
        return state instanceof Captured || state instanceof Refunding || state instanceof RefundRefused;
    }

    private static Set<HoldState> everyState() {
        return Set.of(
                new Authorizing(),
                new Withdrawn(),
                new Reserved("auth_1"),
                new Refused("card_declined", "no"),
                new Capturing("auth_1"),
                new Captured("auth_1"),
                new Uncapturable("auth_1", "capture_refused", "no"),
                new CaptureRefused("capture_refused", "no"),
                new Voiding("auth_1"),
                new Reversing("auth_1"),
                new Refunding("auth_1"),
                new RefundRefused("auth_1", "gone", "no"),
                new Released());
    }
}
