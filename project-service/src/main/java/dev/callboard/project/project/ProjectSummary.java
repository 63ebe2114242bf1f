package dev.callboard.project.project;

import java.time.ZoneId;
import java.util.UUID;

/** A project as the other domains see it. */
public record ProjectSummary(UUID id, UUID accountId, String name, ZoneId zone, ProjectState state, Phase phase) {}
