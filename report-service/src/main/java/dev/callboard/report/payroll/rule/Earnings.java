package dev.callboard.report.payroll.rule;

import dev.callboard.report.payroll.rule.PayScheme.Plain;
import dev.callboard.report.payroll.rule.PayScheme.Supplement;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What the days of one employee earn, in the order of time: work, what is paid as time beside it, and allowances. */
final class Earnings {
    private final PayScheme scheme;
    private final YearMonth period;
    private final PaidPerson person;
    private final long hourlyRate;
    private final Lines lines;
    private final WorkedDays workedDays;
    private long leaveMinutes;

    Earnings(PayScheme scheme, YearMonth period, PaidPerson person) {
        this.scheme = scheme;
        this.period = period;
        this.person = person;
        hourlyRate = scheme.hourlyRate(person);
        lines = new Lines(person, hourlyRate);
        workedDays = new WorkedDays(scheme, person, lines);
    }

    long minutes() {
        return workedDays.minutes();
    }

    long overtimeMinutes() {
        return workedDays.overtimeMinutes();
    }

    long leaveMinutes() {
        return leaveMinutes;
    }

    List<LocalDate> longWeeks() {
        return workedDays.longWeeks();
    }

    List<PayLine> lines() {
        return lines.rounded();
    }

    /** @param paid work of the same weeks that earlier runs have paid: it counts there, and is not paid again */
    void add(List<Work> works, List<Work> paid) {
        workedDays.follow(byDay(paid));
        workedDays.rest(works, paid);
        byDay(works).forEach(this::addDay);
    }

    private static TreeMap<LocalDate, List<Work>> byDay(List<Work> works) {
        var days = new TreeMap<LocalDate, List<Work>>();
        for (var work : works)
            days.computeIfAbsent(work.day(), _ -> new ArrayList<>()).add(work);
        return days;
    }

    private void addDay(LocalDate day, List<Work> works) {
        var month = YearMonth.from(day);
        var corrects = month.isBefore(period) ? month : null;
        workedDays.add(day, corrects, works);
        for (var work : works) {
            switch (work.kind()) {
                case TRAVEL -> addTravel(day, corrects, work);
                case STANDBY -> addTime(Place.STANDBY, corrects, scheme.standby(), work);
                case CANCELLATION -> addCancellation(corrects, work);
                case LEAVE -> addLeave(corrects, work);
                case CORRECTION -> addCorrection(corrects == null ? period.minusMonths(1) : corrects, work);
                case KIT_RENTAL, KIT_RENTAL_TAXABLE -> addKitRental(corrects, work);
                case BENEFIT -> addBenefit(corrects, work);
                case WORK, PER_DIEM, MILEAGE -> {}
            }
            addAllowances(corrects, work);
        }
    }

    private void addTravel(LocalDate day, @Nullable YearMonth corrects, Work work) {
        if (person.payKind() != PayKind.MONTHLY) // the salary covers it
        addTime(Place.TRAVEL, corrects, scheme.travel(), work);
        workedDays.count(day, corrects, minutes(work));
    }

    private void addCancellation(@Nullable YearMonth corrects, Work work) {
        var rule = scheme.cancellation();
        if (rule == null || person.payKind() == PayKind.MONTHLY) return; // the salary covers it
        lines.time(Place.CANCELLATION.order(), corrects, rule, minutes(work), rule.factor(work.quantity()), work);
    }

    private void addLeave(@Nullable YearMonth corrects, Work work) {
        leaveMinutes += minutes(work);
        if (person.payKind() == PayKind.HOURLY) addTime(Place.LEAVE, corrects, scheme.leave(), work);
    }

    private void addTime(Place place, @Nullable YearMonth corrects, @Nullable Supplement rule, Work work) {
        if (rule != null) lines.time(place.order(), corrects, rule, minutes(work), rule.factor(), work);
    }

    private void addCorrection(YearMonth corrects, Work work) {
        var rule = scheme.correction();
        var named = work.note().isBlank() ? rule : new Plain(rule.rule(), work.note());
        var corrected = WorkedTime.nearest(work.minutes(), scheme.timeStepMinutes());
        lines.earning(Place.CORRECTION, corrects, named, corrected, Unit.MINUTES, hourlyRate, work);
    }

    private void addKitRental(@Nullable YearMonth corrects, Work work) {
        var taxable = scheme.kitRentalTaxable();
        var free = scheme.kitRental();
        if (work.kind() == WorkKind.KIT_RENTAL_TAXABLE && taxable != null)
            lines.earning(
                    Place.KIT_RENTAL_TAXABLE, corrects, taxable, work.quantity(), Unit.DAYS, taxable.rate(), work);
        if (work.kind() == WorkKind.KIT_RENTAL && free != null)
            lines.reimbursement(Place.KIT_RENTAL, free, work.quantity(), Unit.DAYS, work);
    }

    private void addBenefit(@Nullable YearMonth corrects, Work work) {
        scheme.benefit(work.benefit()).ifPresent(kind -> {
            var named = new Plain(kind.rule(), "Taxable benefit: " + kind.text());
            lines.benefit(Place.BENEFIT.step(scheme.benefits().indexOf(kind)), corrects, named, work);
        });
    }

    private void addAllowances(@Nullable YearMonth corrects, Work work) {
        var meal = scheme.mealPenalty();
        var metres = Amounts.halfUp(work.mileageMetres(), 10) * 10; // kilometres are printed in hundredths
        lines.earning(Place.MEAL_PENALTY, corrects, meal, work.mealPenalties(), Unit.PIECES, meal.rate(), work);
        lines.reimbursement(Place.PER_DIEM, scheme.perDiem(), work.perDiems(), Unit.DAYS, work);
        lines.reimbursement(Place.MILEAGE, scheme.mileage(), metres, Unit.METRES, work);
    }

    private long minutes(Work work) {
        return WorkedPiece.minutesOf(work, scheme.timeStepMinutes());
    }
}
