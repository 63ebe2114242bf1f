package dev.callboard.project.crew;

import java.util.UUID;

/** Fired in the transaction that removes a crew entry. Observe it to withdraw what depends on her, or to refuse. */
public record CrewEntryRemoved(UUID projectId, UUID crewEntryId) {}
