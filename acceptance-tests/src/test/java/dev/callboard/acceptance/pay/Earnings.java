package dev.callboard.acceptance.pay;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/**
 * The earning lines of one person. A line gathers what has the same production, cost code, rule, rate and factor; its
 * quantity is added first and its product rounded once.
 */
final class Earnings {
    private final Map<Line, BigDecimal> quantities = new HashMap<>();

    /** @param period of a correction, else nothing */
    private record Line(
            String production, String costCode, String rule, BigDecimal rate, BigDecimal factor, String period) {}

    void add(Work work, String rule, BigDecimal quantity, BigDecimal rate, String factor) {
        add(work, rule, quantity, rate, factor, "");
    }

    void add(Work work, String rule, BigDecimal quantity, BigDecimal rate, String factor, String period) {
        if (quantity.signum() == 0) return;
        var line = new Line(work.production(), work.costCode(), rule, rate, new BigDecimal(factor), period);
        quantities.merge(line, quantity, BigDecimal::add);
    }

    void addMinutes(Work work, String rule, long minutes, BigDecimal rate, String factor) {
        // Minutes are a multiple of 3, so that hundredths of an hour are exact.
        add(work, rule, BigDecimal.valueOf(minutes).divide(BigDecimal.valueOf(60)), rate, factor);
    }

    /** Of everything but the rules that are not taxed. */
    BigDecimal gross() {
        return sum(false);
    }

    BigDecimal reimbursements() {
        return sum(true);
    }

    private BigDecimal sum(boolean reimbursed) {
        return quantities.entrySet().stream()
                .filter(entry -> reimbursed == reimbursed(entry.getKey().rule()))
                .map(entry -> Money.rounded(entry.getValue()
                        .multiply(entry.getKey().rate())
                        .multiply(entry.getKey().factor())))
                .reduce(Money.NOTHING, BigDecimal::add);
    }

    private static boolean reimbursed(String rule) {
        return rule.equals("per-diem") || rule.equals("mileage");
    }
}
