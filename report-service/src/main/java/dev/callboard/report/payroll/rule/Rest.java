package dev.callboard.report.payroll.rule;

import dev.callboard.report.payroll.rule.PayScheme.BrokenRest;
import dev.callboard.report.payroll.rule.Work.Spell;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rest between the end of one working day and the beginning of the next, of work whose place in the day is known. */
final class Rest {
    /** First beginning and last end of a working day. */
    private record Day(Instant from, Instant to) {
        Day with(Day other) {
            return new Day(other.from.isBefore(from) ? other.from : from, other.to.isAfter(to) ? other.to : to);
        }
    }

    /**
     * Minutes that are missing of the rest and were not paid yet, by the day on which they are: the one that began too
     * early, or the one before it if that one was paid already.
     */
    static Map<LocalDate, Long> missing(BrokenRest rule, int stepMinutes, List<Work> works, List<Work> paid) {
        var unpaid = days(works, stepMinutes);
        var before = days(paid, stepMinutes);
        var all = new TreeMap<>(before);
        unpaid.forEach((day, bounds) -> all.merge(day, bounds, Day::with));

        var missing = new HashMap<LocalDate, Long>();
        for (var later = all.firstEntry(); later != null; later = all.higherEntry(later.getKey())) {
            var earlier = all.lowerEntry(later.getKey());
            if (earlier == null) continue;

            var minutes = missing(rule, earlier.getValue(), later.getValue());
            if (before.containsKey(earlier.getKey()) && before.containsKey(later.getKey()))
                minutes -= missing(rule, before.get(earlier.getKey()), before.get(later.getKey()));
            if (minutes > 0)
                missing.merge(
                        unpaid.containsKey(later.getKey()) ? later.getKey() : earlier.getKey(), minutes, Long::sum);
        }
        return missing;
    }

    /** At most the whole rest, also where one day ends after the next has begun. */
    private static long missing(BrokenRest rule, Day earlier, Day later) {
        var rested = Duration.between(earlier.to, later.from).toMinutes();
        return Math.max(0, rule.minutes() - Math.max(0, rested));
    }

    private static TreeMap<LocalDate, Day> days(List<Work> works, int stepMinutes) {
        var days = new TreeMap<LocalDate, Day>();
        for (var work : works) {
            if (work.kind() != WorkKind.WORK) continue;
            for (var spell : work.spells()) days.merge(work.day(), day(spell, stepMinutes), Day::with);
        }
        return days;
    }

    private static Day day(Spell spell, int stepMinutes) {
        var rounded = WorkedTime.rounded(spell, stepMinutes);
        return new Day(rounded.from(), rounded.to());
    }

    private Rest() {}
}
