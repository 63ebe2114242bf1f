package dev.callboard.report.payroll.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/**
 * One approved time card, or one row of imported hours or benefits.
 *
 * @param id that the lines of pay keep as their source
 * @param day the working day by which it is paid; a shift that ends after midnight belongs to the day it began
 * @param spells of work without meals, in order; empty if only {@code minutes} is known; as planned on a cancellation
 * @param zone in which night and Sunday are read
 * @param minutes of work without a place in the day; signed on a correction
 * @param quantity what only some kinds count: days of a kit rental, minutes of notice of a cancellation, minor units of
 *     a benefit, signed where it puts right what was taxed
 * @param production title on the slip; empty if none is named
 * @param note in words, printed for a correction
 * @param benefit rule of its kind in the scheme; empty on what is none
 */
public record Work(
        UUID id,
        LocalDate day,
        WorkKind kind,
        List<Spell> spells,
        ZoneId zone,
        long minutes,
        long quantity,
        String production,
        String costCode,
        int mealPenalties,
        int perDiems,
        long mileageMetres,
        String note,
        String benefit) {

    /** From, inclusive, to, exclusive. Instants: a night across the clock change is as long as it was. */
    public record Spell(Instant from, Instant to) {
        long minutes() {
            return (to.getEpochSecond() - from.getEpochSecond()) / 60;
        }
    }
}
