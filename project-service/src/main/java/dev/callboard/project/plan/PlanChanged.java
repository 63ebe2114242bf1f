package dev.callboard.project.plan;

import java.util.Set;
import java.util.UUID;

/**
 * Fired in the transaction that publishes a version of a plan. Observe it ({@code @Observes}) to mark what was decided on
 * the version before: role calls of these activities are STALE.
 *
 * @param added activities that the version before did not have
 * @param changed activities of which anything differs
 */
public record PlanChanged(UUID projectId, int number, Set<UUID> added, Set<UUID> changed, Set<UUID> removed) {}
