package dev.callboard.report.payroll.rule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What calendar weeks have seen of one person's work, in the order in which it was paid; a week has at most seven days. */
final class Weeks {
    private static final class Week {
        private long ordinary;
        private final Set<LocalDate> days = new LinkedHashSet<>();
    }

    private final PayScheme scheme;
    private final Map<LocalDate, Week> weeks = new HashMap<>();

    Weeks(PayScheme scheme) {
        this.scheme = scheme;
    }

    static LocalDate of(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /**
     * The working day as it follows on what its week has seen.
     *
     * @param paid minutes of the day itself that the week has seen
     */
    WorkingDay workingDay(LocalDate day, long paid) {
        var week = week(day);
        var ordinary = week.ordinary - ordinary(paid);
        var dayOfWeek = 0;
        for (var known : week.days) {
            dayOfWeek++;
            if (known.equals(day)) return new WorkingDay(scheme, ordinary, dayOfWeek);
        }
        return new WorkingDay(scheme, ordinary, dayOfWeek + 1);
    }

    boolean isNew(LocalDate day) {
        return week(day).days.isEmpty();
    }

    /** @param before minutes of the day that were added before */
    void add(LocalDate day, long before, long minutes) {
        var week = week(day);
        week.days.add(day);
        week.ordinary += ordinary(before + minutes) - ordinary(before);
    }

    private long ordinary(long minutes) {
        return Math.min(minutes, WorkingDay.ordinaryMinutes(scheme));
    }

    private Week week(LocalDate day) {
        return weeks.computeIfAbsent(of(day), _ -> new Week());
    }
}
