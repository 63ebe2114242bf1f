package dev.callboard.contracts.project;

import java.time.Instant;
import java.util.UUID;

/** What the plan domain tells the others. Topic project-events, keyed by project id. */
public sealed interface PlanFact {
    UUID projectId();

    record PlanPublished(UUID projectId, int number, Instant at) implements PlanFact {}

    record PlanLocked(UUID projectId, int number, Instant at) implements PlanFact {}
}
