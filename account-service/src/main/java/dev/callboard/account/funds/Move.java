package dev.callboard.account.funds;

import dev.callboard.account.ledger.Posting;
import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What follows an event: the state to be in, the operation to ask the provider for, what goes into the books, and what
 * the saga is told.
 */
record Move(
        HoldState state,
        @Nullable Operation ask,
        List<Posting> postings,
        @Nullable Answer answer) {
    /** What the provider can be asked to do. */
    enum Operation {
        AUTHORISE,
        CAPTURE,
        VOID,
        REFUND
    }

    /** What the saga can be told; ids, amount and time are added from the hold. */
    sealed interface Answer {
        record Reserved() implements Answer {}

        record Refused(String reason, String detail) implements Answer {}

        record Captured() implements Answer {}

        record CaptureRefused(String reason, String detail) implements Answer {}

        record Released() implements Answer {}
    }

    static Move to(HoldState state) {
        return new Move(state, null, List.of(), null);
    }

    Move asking(Operation operation) {
        return new Move(state, operation, postings, answer);
    }

    Move posting(Posting... made) {
        return new Move(state, ask, List.of(made), answer);
    }

    Move answering(Answer given) {
        return new Move(state, ask, postings, given);
    }
}
