package dev.callboard.project.location;

import java.util.UUID;

/** Fired in the transaction that removes a location. Observe it to refuse while something is planned there. */
public record LocationRemoved(UUID projectId, UUID locationId) {}
