package dev.callboard.contracts.account;

import java.time.Instant;
import java.util.UUID;

/** How account-service answers a {@link FundsCommand}. Topic account-events, keyed by account id. */
public sealed interface FundsReply {
    UUID sagaId();

    UUID accountId();

    record FundsReserved(UUID sagaId, UUID accountId, UUID holdId, long amountMinor, String currency, Instant at)
            implements FundsReply {}

    /** @param reason stable and machine-readable, such as {@code card_declined}; shown to the person with the detail */
    record FundsRefused(UUID sagaId, UUID accountId, String reason, String detail, Instant at) implements FundsReply {}

    record FundsCaptured(UUID sagaId, UUID accountId, UUID holdId, Instant at) implements FundsReply {}

    /** A definite refusal, never a time-out: the project that was opened with this money is suspended. */
    record CaptureRefused(UUID sagaId, UUID accountId, String reason, String detail, Instant at)
            implements FundsReply {}

    record FundsReleased(UUID sagaId, UUID accountId, Instant at) implements FundsReply {}
}
