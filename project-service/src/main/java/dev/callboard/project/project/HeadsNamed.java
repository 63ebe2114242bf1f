package dev.callboard.project.project;

import java.util.Set;
import java.util.UUID;

/** Fired in the transaction that names heads or deputies. Observe it to refuse who is not of the project's crew. */
public record HeadsNamed(UUID projectId, Set<UUID> crewEntryIds) {}
