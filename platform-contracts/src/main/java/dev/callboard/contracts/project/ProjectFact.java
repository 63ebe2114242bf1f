package dev.callboard.contracts.project;

import java.time.Instant;
import java.util.UUID;

/** What the project domain tells the others. Topic project-events, keyed by project id. */
public sealed interface ProjectFact {
    UUID projectId();

    /** @param name of the production, as it stands on call sheets and pay slips; not a person's */
    record ProjectOpened(UUID projectId, UUID accountId, String name, String zone, Instant at) implements ProjectFact {}

    record ProjectRenamed(UUID projectId, UUID accountId, String name, Instant at) implements ProjectFact {}

    record ProjectRefused(UUID projectId, UUID accountId, String reason, Instant at) implements ProjectFact {}

    record ProjectSuspended(UUID projectId, UUID accountId, String reason, Instant at) implements ProjectFact {}

    record ProjectClosed(UUID projectId, UUID accountId, Instant at) implements ProjectFact {}
}
