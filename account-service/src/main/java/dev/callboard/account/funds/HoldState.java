package dev.callboard.account.funds;

/**
 * Where the money of one saga stands. In every state at most one operation is under way at the provider, so that an
 * outcome needs no name: it is that of the operation the state waits for.
 */
sealed interface HoldState {
    /** The provider was asked to set the money aside. Silence means unknown, not declined. */
    record Authorizing() implements HoldState {}

    /** The reservation was undone before its outcome was known: a late success is undone too. */
    record Withdrawn() implements HoldState {}

    record Reserved(String authorization) implements HoldState {}

    record Refused(String reason, String detail) implements HoldState {}

    record Capturing(String authorization) implements HoldState {}

    record Captured(String authorization) implements HoldState {}

    /** The provider refused the capture, which was answered; what it still sets aside is being given back. */
    record Uncapturable(String authorization, String reason, String detail) implements HoldState {}

    record CaptureRefused(String reason, String detail) implements HoldState {}

    record Voiding(String authorization) implements HoldState {}

    /** Undone while the capture was under way: whichever way that ends, the money goes back. */
    record Reversing(String authorization) implements HoldState {}

    record Refunding(String authorization) implements HoldState {}

    /** Taken, and the provider does not give it back: a person has to look. A repeated release tries again. */
    record RefundRefused(String authorization, String reason, String detail) implements HoldState {}

    /** Nothing is held. Also the tombstone of a release that came before its reservation. */
    record Released() implements HoldState {}
}
