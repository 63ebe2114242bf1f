package dev.callboard.project.project;

import java.util.UUID;

/** @param position in lists, from 0; the first is the main unit */
public record UnitSummary(UUID id, UUID projectId, String name, int position) {}
