package dev.callboard.contracts.account;

import java.util.UUID;

/**
 * What a saga asks of the account that pays. Topic project-commands, keyed by account id.
 * Every command is keyed by its saga: repeated, it is answered again and done once.
 */
public sealed interface FundsCommand {
    UUID sagaId();

    UUID accountId();

    /** @param amountMinor in minor units of {@code currency}, ISO 4217 */
    record ReserveFunds(UUID sagaId, UUID accountId, UUID projectId, long amountMinor, String currency)
            implements FundsCommand {}

    record CaptureFunds(UUID sagaId, UUID accountId) implements FundsCommand {}

    /** Undo of {@link ReserveFunds}. Of an unknown saga it leaves a tombstone: a reservation that comes later is refused. */
    record ReleaseFunds(UUID sagaId, UUID accountId) implements FundsCommand {}
}
