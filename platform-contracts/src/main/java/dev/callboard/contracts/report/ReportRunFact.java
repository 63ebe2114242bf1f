package dev.callboard.contracts.report;

import java.time.Instant;
import java.util.UUID;

/** What report runs tell the others. Topic report-events, keyed by account id. */
public sealed interface ReportRunFact {
    UUID accountId();

    UUID runId();

    record ReportRunFinished(UUID accountId, UUID runId, long done, long failed, Instant at) implements ReportRunFact {}
}
