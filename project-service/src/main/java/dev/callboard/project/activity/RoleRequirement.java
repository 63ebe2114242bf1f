package dev.callboard.project.activity;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * How many of a role an activity needs.
 *
 * @param role name in the project's catalogue
 */
public record RoleRequirement(
        @NotBlank @Size(max = 100) String role,
        @Min(1) @Max(10_000) int count) {}
