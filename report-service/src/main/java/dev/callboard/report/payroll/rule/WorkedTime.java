package dev.callboard.report.payroll.rule;

import dev.callboard.report.payroll.rule.Work.Spell;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/** How long, measured between instants, and where in the local day or week. */
public final class WorkedTime {
    /**
     * A start and an end on the clock of a zone, with a break, as spells. An end that is not after its start is on the
     * next day. Where the break lay is not known: it is taken out of the middle. A wall time that the clocks skip is
     * moved on by the gap; one that occurs twice is the earlier for a start and for an end.
     */
    public static List<Spell> between(LocalDate day, LocalTime start, LocalTime end, int breakMinutes, ZoneId zone) {
        var from = LocalDateTime.of(day, start).atZone(zone).toInstant();
        var to = LocalDateTime.of(end.isAfter(start) ? day : day.plusDays(1), end)
                .atZone(zone)
                .toInstant();
        if (breakMinutes == 0) return List.of(new Spell(from, to));

        var worked = (to.getEpochSecond() - from.getEpochSecond()) / 60 - breakMinutes;
        var pause = from.plusSeconds(worked / 2 * 60);
        return List.of(new Spell(from, pause), new Spell(pause.plusSeconds(breakMinutes * 60L), to));
    }

    /** Both ends to the nearest step, half up. */
    static Spell rounded(Spell spell, int stepMinutes) {
        return new Spell(nearest(spell.from(), stepMinutes), nearest(spell.to(), stepMinutes));
    }

    private static Instant nearest(Instant instant, int stepMinutes) {
        var step = stepMinutes * 60L;
        return Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond() + step / 2, step) * step);
    }

    static long nearest(long minutes, int stepMinutes) {
        return Amounts.halfUp(minutes, stepMinutes) * stepMinutes;
    }

    /** Minutes of the spell between two wall times, of whichever days it touches. */
    static long nightMinutes(Spell spell, LocalTime from, LocalTime to, ZoneId zone) {
        var first = LocalDate.ofInstant(spell.from(), zone).minusDays(1);
        var last = LocalDate.ofInstant(spell.to(), zone);
        var minutes = 0L;
        for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
            var end = to.isAfter(from) ? day : day.plusDays(1);
            minutes += overlap(
                    spell,
                    LocalDateTime.of(day, from).atZone(zone).toInstant(),
                    LocalDateTime.of(end, to).atZone(zone).toInstant());
        }
        return minutes;
    }

    static long sundayMinutes(Spell spell, ZoneId zone) {
        var minutes = 0L;
        var last = LocalDate.ofInstant(spell.to(), zone);
        for (var day = LocalDate.ofInstant(spell.from(), zone); !day.isAfter(last); day = day.plusDays(1)) {
            if (day.getDayOfWeek() == DayOfWeek.SUNDAY)
                minutes += overlap(
                        spell,
                        day.atStartOfDay(zone).toInstant(),
                        day.plusDays(1).atStartOfDay(zone).toInstant());
        }
        return minutes;
    }

    private static long overlap(Spell spell, Instant from, Instant to) {
        var start = Math.max(spell.from().getEpochSecond(), from.getEpochSecond());
        var end = Math.min(spell.to().getEpochSecond(), to.getEpochSecond());
        return Math.max(0, end - start) / 60;
    }

    private WorkedTime() {}
}
