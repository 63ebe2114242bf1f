package dev.callboard.report.payroll.rule;

import dev.callboard.report.payroll.rule.PayScheme.Plain;
import dev.callboard.report.payroll.rule.WorkingDay.Stretch;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import static dev.callboard.report.payroll.rule.Amounts.ONE;
import static dev.callboard.report.payroll.rule.Place.BROKEN_REST;
import static dev.callboard.report.payroll.rule.Place.GUARANTEED;
import static dev.callboard.report.payroll.rule.Place.NIGHT;
import static dev.callboard.report.payroll.rule.Place.ORDINARY;
import static dev.callboard.report.payroll.rule.Place.SUNDAY;

/** What days with work earn: hours, supplements, broken rest, the guaranteed minimum, the rate of a day or a week. */
final class WorkedDays {
    private final PayScheme scheme;
    private final PaidPerson person;
    private final Lines lines;
    private final Weeks weeks;
    private final TreeMap<LocalDate, Long> minutesOfWeeks = new TreeMap<>();
    private final Map<LocalDate, Long> paidOfWeeks = new HashMap<>();
    private final Map<LocalDate, Long> paidOfDays = new HashMap<>();
    private Map<LocalDate, Long> missingRest = Map.of();
    private long minutes;
    private long overtimeMinutes;

    WorkedDays(PayScheme scheme, PaidPerson person, Lines lines) {
        this.scheme = scheme;
        this.person = person;
        this.lines = lines;
        weeks = new Weeks(scheme);
    }

    long minutes() {
        return minutes;
    }

    long overtimeMinutes() {
        return overtimeMinutes;
    }

    /** Mondays of the weeks in which more was worked than the scheme names. */
    List<LocalDate> longWeeks() {
        return minutesOfWeeks.entrySet().stream()
                .filter(week ->
                        week.getValue() + paidOfWeeks.getOrDefault(week.getKey(), 0L) > scheme.longWeekMinutes())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Days that were paid before any other, whatever their dates: what was paid once is not put right by a later day. */
    void follow(TreeMap<LocalDate, List<Work>> paid) {
        paid.forEach((day, works) -> {
            var worked = minutes(WorkedPiece.inOrder(works, scheme.timeStepMinutes()));
            if (worked == 0) return;

            weeks.add(day, 0, worked);
            paidOfDays.put(day, worked);
            paidOfWeeks.merge(Weeks.of(day), worked, Long::sum);
        });
    }

    void rest(List<Work> works, List<Work> paid) {
        var rule = scheme.brokenRest();
        if (rule != null) missingRest = Rest.missing(rule, scheme.timeStepMinutes(), works, paid);
    }

    void add(LocalDate day, @Nullable YearMonth corrects, List<Work> works) {
        var pieces = WorkedPiece.inOrder(works, scheme.timeStepMinutes());
        var worked = minutes(pieces);
        if (worked == 0) return;

        var newWeek = weeks.isNew(day);
        var paid = paidOfDays.getOrDefault(day, 0L);
        addHours(corrects, weeks.workingDay(day, paid), paid, pieces);
        weeks.add(day, paid, worked);
        count(day, corrects, worked);
        addMissingRest(day, corrects, pieces.getFirst().work());
        switch (person.payKind()) {
            case HOURLY ->
                addGuaranteed(corrects, paid, worked, pieces.getLast().work());
            case DAILY -> {
                if (paid == 0)
                    addOne(corrects, scheme.day(), Unit.DAYS, pieces.getFirst().work());
            }
            case WEEKLY -> {
                if (newWeek)
                    addOne(
                            corrects,
                            scheme.week(),
                            Unit.WEEKS,
                            pieces.getFirst().work());
            }
            case MONTHLY, FEE -> {}
        }
    }

    /** Towards the hours of the slip; an earlier period's towards no week of this one. */
    void count(LocalDate day, @Nullable YearMonth corrects, long worked) {
        minutes += worked;
        if (corrects == null) minutesOfWeeks.merge(Weeks.of(day), worked, Long::sum);
    }

    /** @param paid minutes of the day, which goes on after them */
    private void addHours(@Nullable YearMonth corrects, WorkingDay day, long paid, List<WorkedPiece> pieces) {
        var night = scheme.night();
        var sunday = scheme.sunday();
        var before = paid;
        for (var piece : pieces) {
            var work = piece.work();
            for (var stretch : day.between(before, before + piece.minutes())) {
                if (stretch.overtime()) overtimeMinutes += stretch.minutes();
                var factor = stretch.factor() - covered(stretch);
                lines.time(stretch.order(), corrects, stretch.rule(), stretch.minutes(), factor, work);
            }
            lines.time(NIGHT.order(), corrects, night, piece.nightMinutes(night), night.factor(), work);
            lines.time(SUNDAY.order(), corrects, sunday, piece.sundayMinutes(), sunday.factor(), work);
            before += piece.minutes();
        }
    }

    /** What the rate for a longer time pays of it: a day rate the day up to its overtime, the others what is ordinary. */
    private int covered(Stretch stretch) {
        return switch (person.payKind()) {
            case HOURLY, FEE -> 0;
            case DAILY -> stretch.ordinaryByDay() ? ONE : 0;
            case WEEKLY, MONTHLY -> stretch.rule().equals(scheme.ordinary()) ? ONE : 0;
        };
    }

    private void addMissingRest(LocalDate day, @Nullable YearMonth corrects, Work first) {
        var rule = scheme.brokenRest();
        if (rule == null) return;
        lines.time(BROKEN_REST.order(), corrects, rule, missingRest.getOrDefault(day, 0L), rule.factor(), first);
    }

    /** Less than nothing where the guaranteed part was paid and is worked now. */
    private void addGuaranteed(@Nullable YearMonth corrects, long paid, long worked, Work last) {
        var least = scheme.guaranteedDay().minutes();
        var was = paid == 0 ? 0 : Math.max(paid, least);
        var missing = Math.max(paid + worked, least) - was - worked;
        lines.time(GUARANTEED.order(), corrects, scheme.guaranteedDay(), missing, ONE, last);
        minutes += missing;
    }

    private void addOne(@Nullable YearMonth corrects, Plain rule, Unit unit, Work work) {
        lines.earning(ORDINARY, corrects, rule, 1, unit, person.rate(), work);
    }

    private static long minutes(List<WorkedPiece> pieces) {
        return pieces.stream().mapToLong(WorkedPiece::minutes).sum();
    }
}
