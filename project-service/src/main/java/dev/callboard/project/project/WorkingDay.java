package dev.callboard.project.project;

import dev.callboard.project.project.WorkingDaySummary.CastTimes;
import dev.callboard.project.project.WorkingDaySummary.Meal;
import dev.callboard.project.project.WorkingDaySummary.Ride;
import dev.callboard.project.project.WorkingDaySummary.Weather;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

/** A unit × a date. It ends at wrap: 02:30 on the 31st belongs to the 30th. */
@Entity
class WorkingDay {
    @Id
    UUID id;

    UUID projectId;
    UUID unitId;
    LocalDate date;

    @Nullable
    LocalTime generalCall;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Meal> meals = List.of();

    @Nullable
    LocalTime estimatedWrap;

    boolean wrapsNextDay;

    @Nullable
    String notes;

    @Nullable
    String approver;

    @Nullable
    String weatherWords;

    @Nullable
    String weatherSource;

    @Nullable
    Instant weatherEnteredAt;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Ride> transport = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    List<CastTimes> castTimes = List.of();

    @Nullable
    String holding;

    @Version
    long version;

    protected WorkingDay() {}

    WorkingDay(UUID id, UUID projectId, UUID unitId, LocalDate date) {
        this.id = id;
        this.projectId = projectId;
        this.unitId = unitId;
        this.date = date;
    }

    @Nullable
    Weather weather() {
        return weatherWords == null ? null : new Weather(weatherWords, weatherSource, weatherEnteredAt);
    }

    void expect(@Nullable Weather weather) {
        weatherWords = weather == null ? null : weather.words();
        weatherSource = weather == null ? null : weather.source();
        weatherEnteredAt = weather == null ? null : weather.enteredAt();
    }

    /** @param number of this day among the {@code of} days of its unit, from 1 */
    WorkingDaySummary summary(int number, int of) {
        return new WorkingDaySummary(
                id,
                projectId,
                unitId,
                date,
                number,
                of,
                generalCall,
                List.copyOf(meals),
                estimatedWrap,
                wrapsNextDay,
                notes,
                approver,
                weather(),
                List.copyOf(transport),
                List.copyOf(castTimes),
                holding);
    }
}
