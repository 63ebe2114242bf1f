package dev.callboard.contracts.project;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What the summoning domain tells the others. Topic project-events, keyed by project id. Ids only: people can be erased. */
public sealed interface SummoningFact {
    UUID projectId();

    record SummoningPlanPublished(UUID projectId, int number, int calls, Instant at) implements SummoningFact {}

    /** @param workingDay the day by which the call is named: a call at 01:00 may belong to the day before */
    record CallPublished(
            UUID projectId, UUID callId, UUID crewEntryId, LocalDate workingDay, Instant callAt, Instant at)
            implements SummoningFact {}

    /** @param answer ACKNOWLEDGED or DECLINED */
    record CallAnswered(UUID projectId, UUID callId, UUID crewEntryId, String answer, boolean late, Instant at)
            implements SummoningFact {}

    record CallWithdrawn(UUID projectId, UUID callId, UUID crewEntryId, Instant at) implements SummoningFact {}
}
