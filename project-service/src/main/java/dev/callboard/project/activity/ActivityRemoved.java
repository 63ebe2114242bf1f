package dev.callboard.project.activity;

import java.util.UUID;

/** Fired in the transaction that removes an activity. */
public record ActivityRemoved(UUID projectId, UUID activityId) {}
