package dev.callboard.project.activity;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * Fired in the transaction that adds, changes or removes activities, before it commits: the plan counts it, and refuses
 * it while it is locked.
 *
 * @param coordinator whether the caller may change a locked plan
 * @param reason that she gave
 */
public record ActivitiesChanged(
        UUID projectId, boolean coordinator, @Nullable String reason) {}
