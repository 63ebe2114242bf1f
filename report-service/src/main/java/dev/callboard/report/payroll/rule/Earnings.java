package dev.callboard.report.payroll.rule;

import dev.callboard.report.payroll.rule.Lines.Group;
import dev.callboard.report.payroll.rule.PayScheme.Plain;
import dev.callboard.report.payroll.rule.PayScheme.Rule;
import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import static dev.callboard.report.payroll.rule.Amounts.ONE;
import static dev.callboard.report.payroll.rule.Section.EARNING;
import static dev.callboard.report.payroll.rule.Section.REIMBURSEMENT;

/** What the working days of one employee earn, day by day: time, overtime, supplements, allowances. */
final class Earnings {
    // The order of lines within a production; overtime has as many places as a scheme has steps.
    private static final int ORDINARY = 0;
    private static final int GUARANTEED = 1;
    private static final int OVERTIME = 2;
    private static final int NIGHT = 20;
    private static final int SUNDAY = 21;
    private static final int TRAVEL = 22;
    private static final int LEAVE = 23;
    private static final int CORRECTION = 24;
    private static final int MEAL_PENALTY = 25;
    private static final int PER_DIEM = 26;
    private static final int MILEAGE = 27;

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

    Earnings(PayScheme scheme, YearMonth period, PaidPerson person) {
        this.scheme = scheme;
        this.period = period;
        this.person = person;
        this.hourlyRate = scheme.hourlyRate(person);
    }

    long minutes() {
        return minutes;
    }

    long overtimeMinutes() {
        return overtimeMinutes;
    }

    long leaveMinutes() {
        return leaveMinutes;
    }

    List<PayLine> lines() {
        return lines.rounded();
    }

    /** Mondays of the weeks in which more was worked than the scheme names. */
    List<LocalDate> longWeeks() {
        return minutesOfWeeks.entrySet().stream()
                .filter(week -> week.getValue() > scheme.longWeekMinutes())
                .map(Map.Entry::getKey)
                .toList();
    }

    void add(LocalDate day, List<Work> works) {
        var month = YearMonth.from(day);
        var corrects = month.isBefore(period) ? month : null;
        addTime(day, corrects, WorkedPiece.inOrder(works, scheme.timeStepMinutes()));
        for (var work : works) {
            switch (work.kind()) {
                case TRAVEL -> addTravel(day, corrects, work);
                case LEAVE -> addLeave(corrects, work);
                case CORRECTION -> addCorrection(corrects == null ? period.minusMonths(1) : corrects, work);
                case WORK, PER_DIEM, MILEAGE -> {}
            }
            addAllowances(corrects, work);
        }
    }

    private void addTravel(LocalDate day, @Nullable YearMonth corrects, Work work) {
        var travel = WorkedPiece.minutesOf(work, scheme.timeStepMinutes());
        if (person.payKind() != PayKind.MONTHLY) // the salary covers it
        addTime(TRAVEL, corrects, scheme.travel(), travel, scheme.travel().factor(), work);
        count(day, corrects, travel);
    }

    private void addLeave(@Nullable YearMonth corrects, Work work) {
        var leave = WorkedPiece.minutesOf(work, scheme.timeStepMinutes());
        leaveMinutes += leave;
        if (person.payKind() == PayKind.HOURLY)
            addTime(LEAVE, corrects, scheme.leave(), leave, scheme.leave().factor(), work);
    }

    private void addCorrection(YearMonth corrects, Work work) {
        var rule = scheme.correction();
        var named = work.note().isBlank() ? rule : new Plain(rule.rule(), work.note());
        var corrected = WorkedTime.nearest(work.minutes(), scheme.timeStepMinutes());
        lines.add(CORRECTION, EARNING, corrects, groupOf(work), named, corrected, Unit.MINUTES, hourlyRate, ONE, work);
    }

    private void addAllowances(@Nullable YearMonth corrects, Work work) {
        var meal = scheme.mealPenalty();
        var daily = scheme.perDiem();
        var driven = scheme.mileage();
        var meals = work.mealPenalties();
        var metres = Amounts.halfUp(work.mileageMetres(), 10) * 10; // kilometres are printed in hundredths
        lines.add(MEAL_PENALTY, EARNING, corrects, groupOf(work), meal, meals, Unit.PIECES, meal.rate(), ONE, work);
        lines.add(PER_DIEM, REIMBURSEMENT, null, NONE, daily, work.perDiems(), Unit.DAYS, daily.rate(), ONE, work);
        lines.add(MILEAGE, REIMBURSEMENT, null, NONE, driven, metres, Unit.METRES, driven.rate(), ONE, work);
    }

    /** Ordinary time, overtime, supplements and the guaranteed minimum of one working day. */
    private void addTime(LocalDate day, @Nullable YearMonth corrects, List<WorkedPiece> pieces) {
        var worked = 0L;
        for (var piece : pieces) {
            addSteps(corrects, piece, worked);
            addSupplements(corrects, piece);
            worked += piece.minutes();
        }
        if (worked == 0) return;

        count(day, corrects, worked);
        switch (person.payKind()) {
            case HOURLY -> addGuaranteed(corrects, worked, pieces.getLast().work());
            case DAILY ->
                addOne(corrects, scheme.day(), Unit.DAYS, pieces.getFirst().work());
            case WEEKLY -> {
                if (paidWeeks.add(weekOf(day)))
                    addOne(
                            corrects,
                            scheme.week(),
                            Unit.WEEKS,
                            pieces.getFirst().work());
            }
            case MONTHLY, FEE -> {}
        }
    }

    private void addGuaranteed(@Nullable YearMonth corrects, long worked, Work last) {
        var missing = scheme.guaranteedDay().minutes() - worked;
        if (missing <= 0) return;
        addTime(GUARANTEED, corrects, scheme.guaranteedDay(), missing, ONE, last);
        minutes += missing;
    }

    private void addOne(@Nullable YearMonth corrects, Plain rule, Unit unit, Work work) {
        lines.add(ORDINARY, EARNING, corrects, groupOf(work), rule, 1, unit, person.rate(), ONE, work);
    }

    /** @param before minutes of the day worked before this piece */
    private void addSteps(@Nullable YearMonth corrects, WorkedPiece piece, long before) {
        var to = before + piece.minutes();
        if (person.payKind() == PayKind.HOURLY) {
            var ordinary = Math.max(0, Math.min(to, beginOfStep(0)) - before);
            addTime(ORDINARY, corrects, scheme.ordinary(), ordinary, ONE, piece.work());
        }
        for (var i = 0; i < scheme.overtime().size(); i++) {
            var step = scheme.overtime().get(i);
            var quantity = Math.max(0, Math.min(to, beginOfStep(i + 1)) - Math.max(before, step.afterMinutes()));
            overtimeMinutes += quantity;
            addTime(OVERTIME + i, corrects, step, quantity, step.factor(), piece.work());
        }
    }

    /** Minutes of a day from which overtime step {@code i} is paid; never for the one after the last. */
    private long beginOfStep(int i) {
        return i < scheme.overtime().size() ? scheme.overtime().get(i).afterMinutes() : Long.MAX_VALUE;
    }

    private void addSupplements(@Nullable YearMonth corrects, WorkedPiece piece) {
        var night = scheme.night();
        var sunday = scheme.sunday();
        addTime(NIGHT, corrects, night, piece.nightMinutes(night), night.factor(), piece.work());
        addTime(SUNDAY, corrects, sunday, piece.sundayMinutes(), sunday.factor(), piece.work());
    }

    /** Minutes at the hourly rate; a fee has none, so nothing is paid on top of it. */
    private void addTime(int order, @Nullable YearMonth corrects, Rule rule, long quantity, int factor, Work work) {
        if (person.payKind() == PayKind.FEE) return;
        lines.add(order, EARNING, corrects, groupOf(work), rule, quantity, Unit.MINUTES, hourlyRate, factor, work);
    }

    private void count(LocalDate day, @Nullable YearMonth corrects, long worked) {
        minutes += worked;
        if (corrects == null) minutesOfWeeks.merge(weekOf(day), worked, Long::sum);
    }

    private Group groupOf(Work work) {
        return new Group(work.production(), work.costCode().isBlank() ? person.costCode() : work.costCode());
    }

    private static LocalDate weekOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
