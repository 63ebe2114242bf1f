package dev.callboard.project.project;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * @param headId crew entry of the head
 * @param deputyId crew entry of the deputy
 * @param contact whom to ring for this department when private numbers are not shown
 * @param position in lists, from 0
 */
public record DepartmentSummary(
        UUID id,
        UUID projectId,
        String name,
        @Nullable UUID headId,
        @Nullable UUID deputyId,
        @Nullable String contact,
        int position,
        DepartmentKind kind) {}
