package dev.callboard.report.payroll.rule;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/**
 * Quantity × rate × factor, rounded half up to the minor unit.
 *
 * @param corrects the earlier period that an earning belongs to; null for this period's
 * @param rule id of the rule in the scheme that made it
 * @param quantity in {@code unit}, signed
 * @param rate minor units per {@link Unit#perRate}
 * @param factor basis points; negative on deductions
 * @param sources ids of the time cards and hours rows that it was made from
 */
public record PayLine(
        Section section,
        @Nullable YearMonth corrects,
        String production,
        String costCode,
        String rule,
        String text,
        @Nullable LocalDate first,
        @Nullable LocalDate last,
        int days,
        long quantity,
        Unit unit,
        long rate,
        int factor,
        long amount,
        List<UUID> sources) {

    /** {@code amount(870, MINUTES, 28500, 15000)} is 619875: 14.50 h × 285.00 × 1.50 = 6,198.75. */
    static long amount(long quantity, Unit unit, long rate, int factor) {
        var product = Math.multiplyExact(Math.multiplyExact(quantity, rate), (long) factor);
        return Amounts.halfUp(product, (long) unit.perRate() * Amounts.ONE);
    }

    /** A line that no single day stands behind: a share of an amount, or a fixed one. */
    static PayLine of(Section section, String rule, String text, long quantity, Unit unit, long rate, int factor) {
        var amount = amount(quantity, unit, rate, factor);
        return new PayLine(
                section, null, "", "", rule, text, null, null, 0, quantity, unit, rate, factor, amount, List.of());
    }
}
