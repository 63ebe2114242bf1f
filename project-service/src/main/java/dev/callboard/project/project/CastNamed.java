package dev.callboard.project.project;

import java.util.List;
import java.util.UUID;

/** Fired in the transaction that says when the cast of a day is fetched. Observe it to refuse who is not of the crew. */
public record CastNamed(UUID projectId, List<UUID> crewEntryIds) {}
