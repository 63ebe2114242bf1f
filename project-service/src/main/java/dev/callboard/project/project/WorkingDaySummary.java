package dev.callboard.project.project;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

/**
 * One unit's day.
 *
 * @param date by which it is named, even where it ends after midnight
 * @param number of the unit's days so far, from 1
 * @param of all days of the unit
 * @param wrapsNextDay the estimated wrap is after midnight, printed {@code 02:30 (+1)}
 */
public record WorkingDaySummary(
        UUID id,
        UUID projectId,
        UUID unitId,
        LocalDate date,
        int number,
        int of,
        @Nullable LocalTime generalCall,
        List<Meal> meals,
        @Nullable LocalTime estimatedWrap,
        boolean wrapsNextDay,
        @Nullable String notes,
        @Nullable String approver) {

    /** @param minutes how long it lasts */
    public record Meal(String name, LocalTime at, int minutes) {}
}
