package dev.callboard.account.funds;

/** What can happen to a {@link HoldState}: three commands of the saga, two outcomes of the provider. */
sealed interface HoldEvent {
    record Reserve() implements HoldEvent {}

    record Capture() implements HoldEvent {}

    record Release() implements HoldEvent {}

    /** @param reference of the provider, such as the id of the authorisation */
    record Succeeded(String reference) implements HoldEvent {}

    /** A definite no. Silence is not an event. */
    record Declined(String reason, String detail) implements HoldEvent {}
}
