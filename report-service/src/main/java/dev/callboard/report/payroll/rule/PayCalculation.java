package dev.callboard.report.payroll.rule;

import dev.callboard.report.payroll.rule.PayScheme.TaxTable;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

import static dev.callboard.report.payroll.rule.Amounts.ONE;
import static dev.callboard.report.payroll.rule.Section.AFTER_TAX;
import static dev.callboard.report.payroll.rule.Section.BEFORE_TAX;
import static dev.callboard.report.payroll.rule.Section.BENEFIT;
import static dev.callboard.report.payroll.rule.Section.EARNING;
import static dev.callboard.report.payroll.rule.Section.EMPLOYER_COST;
import static dev.callboard.report.payroll.rule.Section.REIMBURSEMENT;
import static dev.callboard.report.payroll.rule.Section.TAX;

/**
 * The pay of one employee for one month. The order is the one of the slip: earnings, benefits, deductions before tax, tax by
 * bracket, deductions after tax, reimbursements, and beside them what the employer pays on top.
 */
public final class PayCalculation {
    private final PayScheme scheme;
    private final YearMonth period;
    private final PaidPerson person;
    private final Earnings earnings;
    private final Set<WorkKind> withoutRule = new TreeSet<>();

    private PayCalculation(PayScheme scheme, YearMonth period, PaidPerson person) {
        this.scheme = scheme;
        this.period = period;
        this.person = person;
        this.earnings = new Earnings(scheme, period, person);
    }

    /**
     * @param works of the period, and of earlier ones if they were not paid yet: those become corrections
     */
    public static Pay of(PayScheme scheme, YearMonth period, PaidPerson person, List<Work> works, Earlier earlier) {
        return new PayCalculation(scheme, period, person).pay(works, earlier);
    }

    private Pay pay(List<Work> found, Earlier earlier) {
        var works = found.stream().filter(scheme::pays).toList();
        withoutRule.addAll(found.stream()
                .filter(work -> !scheme.pays(work))
                .map(Work::kind)
                .toList());
        earnings.add(works, earlier.paid());

        var all = new ArrayList<PayLine>();
        var months = fixedPay(works, earlier);
        if (months.containsKey(period)) all.add(months.remove(period));
        all.addAll(earnings.lines());
        all.addAll(months.values());
        return summed(all, works);
    }

    /** Salary and fee: what is paid for a month, not for a day of it. */
    private TreeMap<YearMonth, PayLine> fixedPay(List<Work> works, Earlier earlier) {
        var months = new TreeMap<YearMonth, PayLine>();
        switch (person.payKind()) {
            case MONTHLY -> {
                addSalary(months, period);
                for (var month : earlier.salariesWithheld()) addSalary(months, month);
            }
            case FEE -> {
                var sources = new TreeMap<YearMonth, List<UUID>>();
                for (var work : works)
                    if (work.kind() != WorkKind.CORRECTION && work.kind() != WorkKind.BENEFIT)
                        sources.computeIfAbsent(YearMonth.from(work.day()), _ -> new ArrayList<>())
                                .add(work.id());
                sources.keySet().removeAll(earlier.feesPaid());
                sources.forEach((month, ids) ->
                        months.put(month, fixed(scheme.fee(), month, 1, Unit.PIECES, person.rate(), ids)));
            }
            case HOURLY, DAILY, WEEKLY -> {}
        }
        return months;
    }

    private void addSalary(TreeMap<YearMonth, PayLine> to, YearMonth month) {
        var days = daysEmployed(month);
        if (days == month.lengthOfMonth())
            to.put(month, fixed(scheme.salary(), month, 1, Unit.MONTHS, person.rate(), List.of()));
        else if (days > 0) to.put(month, fixed(scheme.salary(), month, days, Unit.DAYS, dayOf(month), List.of()));
    }

    private PayLine fixed(
            PayScheme.Plain rule, YearMonth month, long quantity, Unit unit, long rate, List<UUID> sources) {
        var days = daysEmployed(month);
        return new PayLine(
                EARNING,
                month.isBefore(period) ? month : null,
                "",
                person.costCode(),
                rule.rule(),
                rule.text(),
                days > 0 ? firstEmployed(month) : month.atDay(1),
                month.atEndOfMonth(),
                (int) (days > 0 ? days : month.lengthOfMonth()),
                quantity,
                unit,
                rate,
                ONE,
                PayLine.amount(quantity, unit, rate, ONE),
                sources);
    }

    /** Calendar days of the month. */
    private long daysEmployed(YearMonth month) {
        return Math.max(0, ChronoUnit.DAYS.between(firstEmployed(month), month.atEndOfMonth()) + 1);
    }

    private LocalDate firstEmployed(YearMonth month) {
        return person.startedOn().isAfter(month.atDay(1)) ? person.startedOn() : month.atDay(1);
    }

    private long dayOf(YearMonth month) {
        return Amounts.halfUp(person.rate(), month.lengthOfMonth());
    }

    private Pay summed(List<PayLine> all, List<Work> works) {
        var gross = sum(all, EARNING);
        var share = scheme.pension();
        if (gross > 0)
            all.add(PayLine.of(BEFORE_TAX, share.rule(), share.text(), gross, Unit.MONEY, 1, -share.basisPoints()));

        var benefits = sum(all, BENEFIT);
        var beforeTax = sum(all, BEFORE_TAX);
        var taxable = gross + benefits + beforeTax;
        var table = scheme.taxTables().get(person.taxTable());
        if (table != null) addTax(all, table, taxable);
        for (var fee : scheme.agreementFees()) {
            if (gross > 0 && fee.agreement().equalsIgnoreCase(person.agreement()))
                all.add(PayLine.of(AFTER_TAX, fee.rule(), fee.text(), 1, Unit.PIECES, fee.amount(), -ONE));
        }
        for (var cost : scheme.employerCosts()) {
            var of = gross + benefitsWith(cost, all);
            if (of > 0)
                all.add(PayLine.of(EMPLOYER_COST, cost.rule(), cost.text(), of, Unit.MONEY, 1, cost.basisPoints()));
        }
        all.sort((a, b) -> a.section().compareTo(b.section())); // stable: the order within a section stays

        var tax = sum(all, TAX);
        var afterTax = sum(all, AFTER_TAX);
        var reimbursements = sum(all, REIMBURSEMENT);
        return new Pay(
                List.copyOf(all),
                earnings.minutes(),
                earnings.overtimeMinutes(),
                gross,
                benefits,
                beforeTax,
                taxable,
                tax,
                afterTax,
                reimbursements,
                taxable - benefits + tax + afterTax + reimbursements,
                sum(all, EMPLOYER_COST),
                gross > 0 ? Amounts.share(gross, person.holidayPayBasisPoints()) : 0,
                Amounts.halfUp(
                        earnings.leaveMinutes() * 100, scheme.hourlyRateOf().hoursOfDay() * 60L),
                earnings.longWeeks(),
                List.copyOf(withoutRule),
                works.stream().map(Work::id).toList());
    }

    private long benefitsWith(PayScheme.Share cost, List<PayLine> lines) {
        var sum = 0L;
        for (var line : lines)
            if (line.section() == BENEFIT
                    && scheme.benefit(line.rule()).orElseThrow().employerCosts().contains(cost.rule()))
                sum += line.amount();
        return sum;
    }

    private static void addTax(List<PayLine> to, TaxTable table, long taxable) {
        var lower = 0L;
        for (var bracket : table.brackets()) {
            if (taxable <= lower) return;

            var upper = bracket.upTo().orElse(Long.MAX_VALUE);
            var share = Math.min(taxable, upper) - lower;
            var text = "Tax, table " + table.text() + ", "
                    + (upper == Long.MAX_VALUE ? "above " + whole(lower) : whole(lower) + " to " + whole(upper));
            to.add(PayLine.of(TAX, "tax-" + table.text(), text, share, Unit.MONEY, 1, -bracket.basisPoints()));
            lower = upper;
        }
    }

    /** 2,000,000 minor units are {@code 20,000}. */
    private static String whole(long minor) {
        return String.format(Locale.ROOT, "%,d", minor / 100);
    }

    private static long sum(List<PayLine> lines, Section section) {
        var sum = 0L;
        for (var line : lines) if (line.section() == section) sum += line.amount();
        return sum;
    }
}
