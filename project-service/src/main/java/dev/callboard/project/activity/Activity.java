package dev.callboard.project.activity;

import dev.callboard.kit.problem.Problem;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import static dev.callboard.project.ProjectProblem.ACTIVITY_IN_PAST;

/** Tasks done by specialists, in a location, at a time, for a period. */
@Entity
class Activity {
    @Id
    UUID id;

    UUID projectId;
    String number;
    String title;
    UUID locationId;
    UUID unitId;
    LocalDate workingDay;
    LocalDateTime localStart;

    /** That of the location when the time was set: the instants below follow from it. */
    String zone;

    Instant startsAt;
    Instant endsAt;
    int durationMinutes;

    @Enumerated(EnumType.STRING)
    ActivityState state = ActivityState.PLANNED;

    @JdbcTypeCode(SqlTypes.JSON)
    List<RoleRequirement> roles = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    List<Task> tasks = List.of();

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<UUID> dependsOn = List.of();

    @Nullable
    String notes;

    @Nullable
    String overrideReason;

    @Version
    long version;

    /** A part of an activity that is ticked off. */
    record Task(UUID id, String title, boolean done) {}

    protected Activity() {}

    Activity(UUID id, UUID projectId) {
        this.id = id;
        this.projectId = projectId;
    }

    /**
     * @param duration of real time
     * @throws Problem ACTIVITY_IN_PAST, TIME_SKIPPED
     */
    void schedule(LocalDateTime start, ZoneId where, Duration duration, LocalDate day, Instant now) {
        var instant = WallClock.instant(start, where);
        var moved = !instant.equals(startsAt);
        if (moved && instant.isBefore(now))
            throw ACTIVITY_IN_PAST.of(start + " " + where).field("start", start, "a time to come");

        localStart = start;
        zone = where.getId();
        startsAt = instant;
        endsAt = instant.plus(duration);
        durationMinutes = (int) duration.toMinutes();
        workingDay = day;
    }

    /** The location's zone was corrected: what was said in local time stays said. */
    void follow(ZoneId where) {
        var duration = Duration.between(startsAt, endsAt);
        zone = where.getId();
        startsAt = WallClock.instant(localStart, where);
        endsAt = startsAt.plus(duration);
    }

    boolean overlaps(Activity other) {
        return startsAt.isBefore(other.endsAt) && other.startsAt.isBefore(endsAt);
    }

    Task addTask(UUID taskId, String taskTitle) {
        var task = new Task(taskId, taskTitle, false);
        var more = new ArrayList<>(tasks);
        more.add(task);
        tasks = List.copyOf(more);
        return task;
    }

    /** @return false if there is no such task */
    boolean changeTask(Task changed) {
        if (tasks.stream().noneMatch(task -> task.id().equals(changed.id()))) return false;
        tasks = tasks.stream()
                .map(task -> task.id().equals(changed.id()) ? changed : task)
                .toList();
        return true;
    }

    /** @return false if there is no such task */
    boolean removeTask(UUID taskId) {
        var fewer = tasks.stream().filter(task -> !task.id().equals(taskId)).toList();
        if (fewer.size() == tasks.size()) return false;
        tasks = fewer;
        return true;
    }

    /** All tasks are done: a person may now call the activity done. It is never done silently. */
    boolean proposesDone() {
        return state == ActivityState.PLANNED
                && !tasks.isEmpty()
                && tasks.stream().allMatch(Task::done);
    }

    ActivitySummary summary() {
        return new ActivitySummary(
                id,
                projectId,
                number,
                title,
                locationId,
                unitId,
                workingDay,
                localStart,
                ZoneId.of(zone),
                startsAt,
                endsAt,
                Duration.ofMinutes(durationMinutes),
                List.copyOf(roles),
                List.copyOf(dependsOn),
                state,
                notes,
                overrideReason,
                version);
    }
}
