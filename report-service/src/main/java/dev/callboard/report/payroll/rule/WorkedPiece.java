package dev.callboard.report.payroll.rule;

import dev.callboard.report.payroll.rule.Work.Spell;
import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One rounded spell of work, or the minutes of a row that has none.
 *
 * @param spell null where only the length is known
 */
record WorkedPiece(Work work, @Nullable Spell spell, long minutes) {
    /** The work of a day as it followed; what has no place in the day comes last. */
    static List<WorkedPiece> inOrder(List<Work> works, int stepMinutes) {
        var pieces = new ArrayList<WorkedPiece>(works.size() + 2);
        for (var work : works) {
            if (work.kind() != WorkKind.WORK) continue;
            for (var spell : work.spells()) {
                var rounded = WorkedTime.rounded(spell, stepMinutes);
                pieces.add(new WorkedPiece(work, rounded, rounded.minutes()));
            }
            if (work.spells().isEmpty() && work.minutes() > 0)
                pieces.add(new WorkedPiece(work, null, WorkedTime.nearest(work.minutes(), stepMinutes)));
        }
        pieces.sort(Comparator.comparing(WorkedPiece::spell, Comparator.nullsLast(Comparator.comparing(Spell::from))));
        return pieces;
    }

    static long minutesOf(Work work, int stepMinutes) {
        if (work.spells().isEmpty()) return WorkedTime.nearest(work.minutes(), stepMinutes);

        return work.spells().stream()
                .mapToLong(spell -> WorkedTime.rounded(spell, stepMinutes).minutes())
                .sum();
    }

    long nightMinutes(PayScheme.Night night) {
        return spell == null ? 0 : WorkedTime.nightMinutes(spell, night.from(), night.to(), work.zone());
    }

    long sundayMinutes() {
        if (spell != null) return WorkedTime.sundayMinutes(spell, work.zone());

        return work.day().getDayOfWeek() == DayOfWeek.SUNDAY ? minutes : 0;
    }
}
