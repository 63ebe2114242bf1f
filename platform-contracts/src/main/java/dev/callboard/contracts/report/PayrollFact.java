package dev.callboard.contracts.report;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What payroll tells the others. Topic report-events, keyed by account id. */
public sealed interface PayrollFact {
    UUID accountId();

    /** The pay run was approved: these cards can no longer be changed; what is wrong is corrected in the next period. */
    record TimeCardsLocked(UUID accountId, UUID payRunId, List<UUID> timeCardIds, Instant at) implements PayrollFact {}

    record PayRunReleased(UUID accountId, UUID payRunId, Instant at) implements PayrollFact {}
}
