package dev.callboard.project.project;

import java.util.List;
import java.util.UUID;

/**
 * @param name the key by which crew entries and activities name the role; never changed
 * @param shortName for narrow columns
 * @param certificates that whoever fills the role must hold, such as {@code work at height}
 */
public record RoleSummary(UUID id, UUID projectId, String name, String shortName, List<String> certificates) {}
