package dev.callboard.project.call;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** Whether the called person comes. The last answer by the server's order wins; none closes the question. */
public sealed interface Answer {
    @Schema(name = "AnswerState")
    enum State {
        PENDING,
        ACKNOWLEDGED,
        DECLINED
    }

    enum Reason {
        ILL,
        BOOKED,
        TRAVEL,
        OTHER
    }

    State state();

    default boolean isPending() {
        return this instanceof Pending;
    }

    record Pending() implements Answer {
        @Override
        public State state() {
            return State.PENDING;
        }
    }

    record Acknowledged(Given given) implements Answer {
        @Override
        public State state() {
            return State.ACKNOWLEDGED;
        }
    }

    record Declined(Given given, Reason reason, @Nullable String note) implements Answer {
        @Override
        public State state() {
            return State.DECLINED;
        }
    }

    /**
     * When, how and by whom an answer was given.
     *
     * @param at when the server had it
     * @param claimedAt the tap on a phone without network, as the phone tells it; kept beside, never instead
     * @param late after the time by which an answer was asked for
     */
    record Given(Instant at, @Nullable Instant claimedAt, Channel channel, Actor actor, boolean late) {
        /**
         * A claimed time counts when it can be true: after the call was sent and not after it was received.
         *
         * @param publishedAt of the call that is answered
         */
        public static Given of(
                Instant received,
                @Nullable Instant claimed,
                Instant publishedAt,
                Instant answerBy,
                Channel channel,
                Actor actor) {
            boolean plausible = claimed != null && !claimed.isBefore(publishedAt) && !claimed.isAfter(received);
            var counts = plausible ? claimed : received;
            return new Given(received, claimed, channel, actor, counts.isAfter(answerBy));
        }
    }

    /** The same said again is no news: nothing is stored, nobody is told. */
    default boolean saysTheSameAs(Answer other) {
        return switch (this) {
            case Pending _ -> other instanceof Pending;
            case Acknowledged _ -> other instanceof Acknowledged;
            case Declined(var _, var reason, var note) ->
                other instanceof Declined(var _, var reasonBefore, var noteBefore)
                        && reason == reasonBefore
                        && java.util.Objects.equals(note, noteBefore);
        };
    }
}
