package dev.callboard.project.project;

import java.util.UUID;

/**
 * Fired in the transaction in which a project is first written, so that each domain lays down what every project has
 * exactly one of: its plan, its summoning plan. Observe it synchronously ({@code @Observes}).
 */
public record ProjectDrafted(UUID projectId, UUID accountId) {}
