package dev.callboard.project.project;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
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
 * @param transport moves of people, in order of time
 * @param castTimes before they are on set, of each at most one
 * @param holding where the background waits
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
        @Nullable String approver,
        @Nullable Weather weather,
        List<Ride> transport,
        List<CastTimes> castTimes,
        @Nullable String holding) {

    /** @param minutes how long it lasts */
    public record Meal(String name, LocalTime at, int minutes) {}

    /** @param source who says so: an office, or somebody at the place. @param enteredAt when it said so */
    public record Weather(String words, String source, Instant enteredAt) {}

    /**
     * People are moved.
     *
     * @param at local time
     * @param nextDay after midnight; null: it is not
     * @param who goes with it, such as grip and lighting; this or the vehicle is known
     */
    public record Ride(
            LocalTime at,
            @Nullable Boolean nextDay,
            String from,
            String to,
            @Nullable String who,
            @Nullable String vehicle) {
        public LocalDateTime starting(LocalDate day) {
            return (Boolean.TRUE.equals(nextDay) ? day.plusDays(1) : day).atTime(at);
        }
    }

    /**
     * Local times, each the last before the next: who is on set at 00:30 and made up at 23:15 is so the evening before.
     *
     * @param pickup null: she comes on her own
     */
    public record CastTimes(
            UUID crewEntryId,
            @Nullable LocalTime pickup,
            @Nullable LocalTime makeUp) {}

    public WorkingDaySummary withoutApprover() {
        return new WorkingDaySummary(
                id,
                projectId,
                unitId,
                date,
                number,
                of,
                generalCall,
                meals,
                estimatedWrap,
                wrapsNextDay,
                notes,
                null,
                weather,
                transport,
                castTimes,
                holding);
    }
}
