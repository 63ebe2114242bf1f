package dev.callboard.report.payroll.rule;

import dev.callboard.report.payroll.rule.PayScheme.TaxTable;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import static dev.callboard.report.payroll.rule.Amounts.ONE;
import static dev.callboard.report.payroll.rule.Section.AFTER_TAX;
import static dev.callboard.report.payroll.rule.Section.BEFORE_TAX;
import static dev.callboard.report.payroll.rule.Section.EARNING;
import static dev.callboard.report.payroll.rule.Section.EMPLOYER_COST;
import static dev.callboard.report.payroll.rule.Section.REIMBURSEMENT;
import static dev.callboard.report.payroll.rule.Section.TAX;

/**
 * The pay of one employee for one month. The order is the one of the slip: earnings, deductions before tax, tax by
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
     * @param paid work that earlier runs paid, of the weeks of {@code works} and the day before each: a week goes on
     *     where it was
     */
    public static Pay of(PayScheme scheme, YearMonth period, PaidPerson person, List<Work> works, List<Work> paid) {
        return new PayCalculation(scheme, period, person).pay(works, paid);
    }

    private Pay pay(List<Work> found, List<Work> paid) {
        var works = found.stream().filter(work -> scheme.pays(work.kind())).toList();
        withoutRule.addAll(found.stream()
                .map(Work::kind)
                .filter(kind -> !scheme.pays(kind))
                .toList());
        earnings.add(works, paid);

        var all = new ArrayList<PayLine>();
        addFixedPay(all, works);
        all.addAll(earnings.lines());
        return summed(all, works);
    }

    /** Salary and fee: what is paid for the period, not for a day of it. */
    private void addFixedPay(List<PayLine> to, List<Work> works) {
        switch (person.payKind()) {
            case MONTHLY -> {
                var days = daysEmployed();
                if (days == period.lengthOfMonth())
                    to.add(fixed(scheme.salary(), 1, Unit.MONTHS, person.rate(), List.of()));
                else if (days > 0) to.add(fixed(scheme.salary(), days, Unit.DAYS, dayOfMonth(), List.of()));
            }
            case FEE -> {
                if (works.isEmpty()) return;
                var sources = works.stream().map(Work::id).toList();
                to.add(fixed(scheme.fee(), 1, Unit.PIECES, person.rate(), sources));
            }
            case HOURLY, DAILY, WEEKLY -> {}
        }
    }

    private PayLine fixed(PayScheme.Plain rule, long quantity, Unit unit, long rate, List<UUID> sources) {
        return new PayLine(
                EARNING,
                null,
                "",
                person.costCode(),
                rule.rule(),
                rule.text(),
                period.atDay(1),
                period.atEndOfMonth(),
                period.lengthOfMonth(),
                quantity,
                unit,
                rate,
                ONE,
                PayLine.amount(quantity, unit, rate, ONE),
                sources);
    }

    /** Calendar days of the month. */
    private long daysEmployed() {
        var first = person.startedOn().isAfter(period.atDay(1)) ? person.startedOn() : period.atDay(1);
        return Math.max(0, ChronoUnit.DAYS.between(first, period.atEndOfMonth()) + 1);
    }

    private long dayOfMonth() {
        return Amounts.halfUp(person.rate(), period.lengthOfMonth());
    }

    private Pay summed(List<PayLine> all, List<Work> works) {
        var gross = sum(all, EARNING);
        var share = scheme.pension();
        if (gross > 0)
            all.add(PayLine.of(BEFORE_TAX, share.rule(), share.text(), gross, Unit.MONEY, 1, -share.basisPoints()));

        var taxable = gross + sum(all, BEFORE_TAX);
        var table = scheme.taxTables().get(person.taxTable());
        if (table != null) addTax(all, table, taxable);
        for (var fee : scheme.agreementFees()) {
            if (gross > 0 && fee.agreement().equalsIgnoreCase(person.agreement()))
                all.add(PayLine.of(AFTER_TAX, fee.rule(), fee.text(), 1, Unit.PIECES, fee.amount(), -ONE));
        }
        if (gross > 0) {
            for (var cost : scheme.employerCosts())
                all.add(PayLine.of(EMPLOYER_COST, cost.rule(), cost.text(), gross, Unit.MONEY, 1, cost.basisPoints()));
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
                taxable - gross,
                taxable,
                tax,
                afterTax,
                reimbursements,
                taxable + tax + afterTax + reimbursements,
                sum(all, EMPLOYER_COST),
                gross > 0 ? Amounts.share(gross, person.holidayPayBasisPoints()) : 0,
                Amounts.halfUp(
                        earnings.leaveMinutes() * 100, scheme.hourlyRateOf().hoursOfDay() * 60L),
                earnings.longWeeks(),
                List.copyOf(withoutRule),
                works.stream().map(Work::id).toList());
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
