package dev.callboard.project.project;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * When a phase is to last and how many people it is planned with.
 *
 * @param to the last day, not before {@code from}
 */
public record PhasePlan(
        Phase phase, @Nullable LocalDate from, @Nullable LocalDate to, int headcount) {}
