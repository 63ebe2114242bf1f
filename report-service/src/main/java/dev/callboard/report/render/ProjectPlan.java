package dev.callboard.report.render;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;

/**
 * What is to be done, where and when.
 *
 * @param version 0: a draft that was never published
 */
public record ProjectPlan(
        String production, @Nullable String goal, int version, OffsetDateTime asOf, List<Activity> activities) {

    /** By working day, then start. */
    public ProjectPlan {
        activities = activities.stream()
                .sorted(Comparator.comparing(Activity::workingDay).thenComparing(Activity::start))
                .toList();
    }

    /**
     * @param workingDay that it belongs to, also after midnight
     * @param after numbers of the activities that it waits for
     * @param minutes of real time, also over a clock change
     * @param people that it needs
     */
    public record Activity(
            String number,
            String title,
            String unit,
            @Nullable String location,
            LocalDate workingDay,
            OffsetDateTime start,
            OffsetDateTime end,
            int minutes,
            List<String> after,
            int people,
            boolean cancelled) {}
}
