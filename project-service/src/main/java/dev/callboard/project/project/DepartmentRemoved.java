package dev.callboard.project.project;

import java.util.UUID;

/** Fired in the transaction that removes a department. Observe it to refuse while somebody belongs to it. */
public record DepartmentRemoved(UUID projectId, UUID departmentId) {}
