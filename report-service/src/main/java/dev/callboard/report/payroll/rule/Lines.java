package dev.callboard.report.payroll.rule;

import dev.callboard.report.payroll.rule.PayScheme.Allowance;
import dev.callboard.report.payroll.rule.PayScheme.Rule;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

import static dev.callboard.report.payroll.rule.Amounts.ONE;
import static dev.callboard.report.payroll.rule.Section.BENEFIT;
import static dev.callboard.report.payroll.rule.Section.EARNING;
import static dev.callboard.report.payroll.rule.Section.REIMBURSEMENT;

/**
 * Gathers what days earn into lines: what has the same production, cost code, rule, rate and factor is one line, whose
 * quantity is summed first and whose amount is rounded once.
 */
final class Lines {
    private record Kind(
            int order,
            Section section,
            @Nullable YearMonth corrects,
            String production,
            String costCode,
            String rule,
            String text,
            Unit unit,
            long rate,
            int factor) {}

    private static final class Sum {
        private long quantity;
        private final TreeSet<LocalDate> days = new TreeSet<>();
        private final LinkedHashSet<UUID> sources = new LinkedHashSet<>();
    }

    /** Corrections behind this period's earnings; productions by title; rules in the order of the scheme. */
    private static final Comparator<Kind> AS_PRINTED = Comparator.comparing(Kind::section)
            .thenComparing(Kind::corrects, Comparator.nullsFirst(Comparator.reverseOrder()))
            .thenComparing(Kind::production)
            .thenComparing(Kind::costCode)
            .thenComparing(Kind::order)
            .thenComparing(Kind::text)
            .thenComparing(Kind::rate)
            .thenComparing(Kind::factor);

    private final PaidPerson person;
    private final long hourlyRate;
    private final Map<Kind, Sum> sums = new LinkedHashMap<>();

    Lines(PaidPerson person, long hourlyRate) {
        this.person = person;
        this.hourlyRate = hourlyRate;
    }

    /** Minutes at the hourly rate; a fee has none, so nothing is paid on top of it. */
    void time(int order, @Nullable YearMonth corrects, Rule rule, long minutes, int factor, Work source) {
        if (person.payKind() == PayKind.FEE) return;
        add(order, EARNING, corrects, rule, minutes, Unit.MINUTES, hourlyRate, factor, source);
    }

    void earning(
            Place place, @Nullable YearMonth corrects, Rule rule, long quantity, Unit unit, long rate, Work source) {
        add(place.order(), EARNING, corrects, rule, quantity, unit, rate, ONE, source);
    }

    /** Its quantity is its worth. Of no production: it is not charged to what somebody worked on. */
    void benefit(int order, @Nullable YearMonth corrects, Rule rule, Work source) {
        add(order, BENEFIT, corrects, rule, source.quantity(), Unit.MONEY, 1, ONE, source);
    }

    /** Not taxed, and of no production. */
    void reimbursement(Place place, Allowance rule, long quantity, Unit unit, Work source) {
        add(place.order(), REIMBURSEMENT, null, rule, quantity, unit, rule.rate(), ONE, source);
    }

    private void add(
            int order,
            Section section,
            @Nullable YearMonth corrects,
            Rule rule,
            long quantity,
            Unit unit,
            long rate,
            int factor,
            Work source) {
        if (quantity == 0 || factor == 0) return;

        var earned = section == EARNING;
        var kind = new Kind(
                order,
                section,
                corrects,
                earned ? source.production() : "",
                earned ? costCode(source) : "",
                rule.rule(),
                rule.text(),
                unit,
                rate,
                factor);
        var sum = sums.computeIfAbsent(kind, _ -> new Sum());
        sum.quantity += quantity;
        sum.days.add(source.day());
        sum.sources.add(source.id());
    }

    private String costCode(Work work) {
        return work.costCode().isBlank() ? person.costCode() : work.costCode();
    }

    List<PayLine> rounded() {
        var lines = new ArrayList<PayLine>(sums.size() + 8);
        sums.entrySet().stream().sorted(Map.Entry.comparingByKey(AS_PRINTED)).forEach(entry -> {
            var kind = entry.getKey();
            var sum = entry.getValue();
            if (sum.quantity == 0) return; // a correction that was itself corrected
            lines.add(new PayLine(
                    kind.section,
                    kind.corrects,
                    kind.production,
                    kind.costCode,
                    kind.rule,
                    kind.text,
                    sum.days.first(),
                    sum.days.last(),
                    sum.days.size(),
                    sum.quantity,
                    kind.unit,
                    kind.rate,
                    kind.factor,
                    PayLine.amount(sum.quantity, kind.unit, kind.rate, kind.factor),
                    List.copyOf(sum.sources)));
        });
        return lines;
    }
}
