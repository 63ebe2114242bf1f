package dev.callboard.project.location;

import java.util.UUID;

/** Fired in the transaction that changes a location's zone: local times there stay, their instants move. */
public record LocationMoved(UUID projectId, LocationSummary location) {
    public UUID locationId() {
        return location.id();
    }
}
