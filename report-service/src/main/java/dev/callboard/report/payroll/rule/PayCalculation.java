package dev.callboard.report.payroll.rule;

import dev.callboard.report.payroll.rule.Lines.Group;
import dev.callboard.report.payroll.rule.PayScheme.TaxTable;
import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
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
    private static final Group NONE = new Group("", "");

    private final PayScheme scheme;
    private final YearMonth period;
    private final PaidPerson person;
    private final long hourlyRate;
    private final Lines lines = new Lines();
    private final TreeMap<LocalDate, Long> minutesOfWeeks = new TreeMap<>();
    private final Set<LocalDate> paidWeeks = new HashSet<>();
    private long minutes;
    private long overtimeMinutes;
    private long leaveMinutes;

    private PayCalculation(PayScheme scheme, YearMonth period, PaidPerson person) {
        this.scheme = scheme;
        this.period = period;
        this.person = person;
        this.hourlyRate = scheme.hourlyRate(person);
    }

    /**
     * @param works of the period, and of earlier ones if they were not paid yet: those become corrections
     */
    public static Pay of(PayScheme scheme, YearMonth period, PaidPerson person, List<Work> works) {
        return new PayCalculation(scheme, period, person).pay(works);
    }

    private Pay pay(List<Work> works) {
        var days = new TreeMap<LocalDate, List<Work>>();
        for (var work : works)
            days.computeIfAbsent(work.day(), _ -> new ArrayList<>()).add(work);
        days.forEach(this::addDay);

        var all = new ArrayList<PayLine>();
        addFixedPay(all, works);
        all.addAll(lines.rounded());
        return summed(all, works);
    }

    /** Salary and fee: what is paid for the period, not for a day of it. */
    private void addFixedPay(List<PayLine> to, List<Work> works) {
        var group = new Group("", person.costCode());
        switch (person.payKind()) {
            case MONTHLY -> {
                var days = daysEmployed();
                if (days == period.lengthOfMonth())
                    to.add(fixed(group, scheme.salary(), 1, Unit.MONTHS, person.rate(), List.of()));
                else if (days > 0) to.add(fixed(group, scheme.salary(), days, Unit.DAYS, dayOfMonth(), List.of()));
            }
            case FEE -> {
                if (works.isEmpty()) return;
                var sources = works.stream().map(Work::id).toList();
                to.add(fixed(group, scheme.fee(), 1, Unit.PIECES, person.rate(), sources));
            }
            case HOURLY, DAILY, WEEKLY -> {}
        }
    }

    private PayLine fixed(Group group, PayScheme.Plain rule, long quantity, Unit unit, long rate, List<UUID> sources) {
        return new PayLine(
                EARNING,
                null,
                group.production(),
                group.costCode(),
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

    private void addDay(LocalDate day, List<Work> works) {
        var month = YearMonth.from(day);
        var corrects = month.isBefore(period) ? month : null;
        var pieces = WorkedPiece.inOrder(works, scheme.timeStepMinutes());
        addTime(day, corrects, pieces);
        for (var work : works) {
            var group = groupOf(work);
            switch (work.kind()) {
                case TRAVEL -> {
                    var travel = WorkedPiece.minutesOf(work, scheme.timeStepMinutes());
                    addPaidTime(10, corrects, group, scheme.travel(), travel, work);
                    count(day, corrects, travel);
                }
                case LEAVE -> {
                    var leave = WorkedPiece.minutesOf(work, scheme.timeStepMinutes());
                    leaveMinutes += leave;
                    if (person.payKind() == PayKind.HOURLY)
                        addPaidTime(11, corrects, group, scheme.leave(), leave, work);
                }
                case CORRECTION -> {
                    var text = work.note().isBlank() ? scheme.correction().text() : work.note();
                    lines.add(
                            12,
                            EARNING,
                            corrects == null ? period.minusMonths(1) : corrects,
                            group,
                            scheme.correction().rule(),
                            text,
                            WorkedTime.nearest(work.minutes(), scheme.timeStepMinutes()),
                            Unit.MINUTES,
                            hourlyRate,
                            ONE,
                            work);
                }
                case WORK, PER_DIEM, MILEAGE -> {}
            }
            addAllowances(corrects, group, work);
        }
    }

    private void addAllowances(@Nullable YearMonth corrects, Group group, Work work) {
        var meal = scheme.mealPenalty();
        var perDiem = scheme.perDiem();
        var mileage = scheme.mileage();
        lines.add(
                13,
                EARNING,
                corrects,
                group,
                meal.rule(),
                meal.text(),
                work.mealPenalties(),
                Unit.PIECES,
                meal.rate(),
                ONE,
                work);
        lines.add(
                14,
                REIMBURSEMENT,
                null,
                NONE,
                perDiem.rule(),
                perDiem.text(),
                work.perDiems(),
                Unit.DAYS,
                perDiem.rate(),
                ONE,
                work);
        lines.add(
                15,
                REIMBURSEMENT,
                null,
                NONE,
                mileage.rule(),
                mileage.text(),
                tens(work.mileageMetres()),
                Unit.METRES,
                mileage.rate(),
                ONE,
                work);
    }

    /** Ordinary time, overtime, supplements and the guaranteed minimum of one working day. */
    private void addTime(LocalDate day, @Nullable YearMonth corrects, List<WorkedPiece> pieces) {
        if (pieces.isEmpty()) return;

        var worked = 0L;
        for (var piece : pieces) {
            var group = groupOf(piece.work());
            addSteps(corrects, group, piece, worked);
            addSupplements(corrects, group, piece);
            worked += piece.minutes();
        }
        if (worked == 0) return;

        count(day, corrects, worked);
        var last = pieces.getLast().work();
        var paidByRate = pieces.getFirst().work();
        switch (person.payKind()) {
            case HOURLY -> {
                var guaranteed = scheme.guaranteedDay();
                var missing = guaranteed.minutes() - worked;
                if (missing > 0) {
                    lines.add(
                            1,
                            EARNING,
                            corrects,
                            groupOf(last),
                            guaranteed.rule(),
                            guaranteed.text(),
                            missing,
                            Unit.MINUTES,
                            hourlyRate,
                            ONE,
                            last);
                    minutes += missing;
                }
            }
            case DAILY -> addOne(corrects, scheme.day(), Unit.DAYS, paidByRate);
            case WEEKLY -> {
                if (paidWeeks.add(weekOf(day))) addOne(corrects, scheme.week(), Unit.WEEKS, paidByRate);
            }
            case MONTHLY, FEE -> {}
        }
    }

    private void addOne(@Nullable YearMonth corrects, PayScheme.Plain rule, Unit unit, Work work) {
        lines.add(0, EARNING, corrects, groupOf(work), rule.rule(), rule.text(), 1, unit, person.rate(), ONE, work);
    }

    /** @param before minutes of the day worked before this piece */
    private void addSteps(@Nullable YearMonth corrects, Group group, WorkedPiece piece, long before) {
        var ordinary = scheme.ordinary();
        var from = before;
        var to = before + piece.minutes();
        var firstStep = scheme.overtime().isEmpty()
                ? Long.MAX_VALUE
                : scheme.overtime().getFirst().afterMinutes();
        if (person.payKind() == PayKind.HOURLY) {
            var quantity = Math.max(0, Math.min(to, firstStep) - from);
            lines.add(
                    0,
                    EARNING,
                    corrects,
                    group,
                    ordinary.rule(),
                    ordinary.text(),
                    quantity,
                    Unit.MINUTES,
                    hourlyRate,
                    ONE,
                    piece.work());
        }
        for (var i = 0; i < scheme.overtime().size(); i++) {
            var step = scheme.overtime().get(i);
            var next = i + 1 < scheme.overtime().size()
                    ? scheme.overtime().get(i + 1).afterMinutes()
                    : Long.MAX_VALUE;
            var quantity = Math.max(0, Math.min(to, next) - Math.max(from, step.afterMinutes()));
            if (quantity == 0) continue;
            overtimeMinutes += quantity;
            if (hourlyRate == 0) continue;
            lines.add(
                    2 + i,
                    EARNING,
                    corrects,
                    group,
                    step.rule(),
                    step.text(),
                    quantity,
                    Unit.MINUTES,
                    hourlyRate,
                    step.factor(),
                    piece.work());
        }
    }

    private void addSupplements(@Nullable YearMonth corrects, Group group, WorkedPiece piece) {
        if (hourlyRate == 0) return;

        var night = scheme.night();
        var sunday = scheme.sunday();
        lines.add(
                8,
                EARNING,
                corrects,
                group,
                night.rule(),
                night.text(),
                piece.nightMinutes(night),
                Unit.MINUTES,
                hourlyRate,
                night.factor(),
                piece.work());
        lines.add(
                9,
                EARNING,
                corrects,
                group,
                sunday.rule(),
                sunday.text(),
                piece.sundayMinutes(),
                Unit.MINUTES,
                hourlyRate,
                sunday.factor(),
                piece.work());
    }

    private void addPaidTime(
            int order, @Nullable YearMonth corrects, Group group, PayScheme.Supplement rule, long quantity, Work work) {
        if (hourlyRate == 0 || person.payKind() == PayKind.MONTHLY) return; // the salary covers it

        lines.add(
                order,
                EARNING,
                corrects,
                group,
                rule.rule(),
                rule.text(),
                quantity,
                Unit.MINUTES,
                hourlyRate,
                rule.factor(),
                work);
    }

    private void count(LocalDate day, @Nullable YearMonth corrects, long worked) {
        minutes += worked;
        if (corrects == null) minutesOfWeeks.merge(weekOf(day), worked, Long::sum);
    }

    /** Metres to the nearest ten: kilometres are printed in hundredths. */
    private static long tens(long metres) {
        return Amounts.halfUp(metres, 10) * 10;
    }

    private Group groupOf(Work work) {
        return new Group(work.production(), work.costCode().isBlank() ? person.costCode() : work.costCode());
    }

    private static LocalDate weekOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
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
                minutes,
                overtimeMinutes,
                gross,
                taxable - gross,
                taxable,
                tax,
                afterTax,
                reimbursements,
                taxable + tax + afterTax + reimbursements,
                sum(all, EMPLOYER_COST),
                gross > 0 ? Amounts.share(gross, person.holidayPayBasisPoints()) : 0,
                Amounts.halfUp(leaveMinutes * 100, scheme.hourlyRateOf().hoursOfDay() * 60L),
                minutesOfWeeks.entrySet().stream()
                        .filter(week -> week.getValue() > scheme.longWeekMinutes())
                        .map(java.util.Map.Entry::getKey)
                        .toList(),
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
        return String.format(java.util.Locale.ROOT, "%,d", minor / 100);
    }

    private static long sum(List<PayLine> lines, Section section) {
        var sum = 0L;
        for (var line : lines) if (line.section() == section) sum += line.amount();
        return sum;
    }
}
