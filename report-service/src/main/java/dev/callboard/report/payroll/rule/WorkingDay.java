package dev.callboard.report.payroll.rule;

import dev.callboard.report.payroll.rule.PayScheme.Overtime;
import dev.callboard.report.payroll.rule.PayScheme.Rule;
import dev.callboard.report.payroll.rule.PayScheme.Supplement;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

import static dev.callboard.report.payroll.rule.Amounts.ONE;
import static dev.callboard.report.payroll.rule.Place.ORDINARY;
import static dev.callboard.report.payroll.rule.Place.OVERTIME;
import static dev.callboard.report.payroll.rule.Place.SEVENTH_DAY;
import static dev.callboard.report.payroll.rule.Place.SIXTH_DAY;
import static dev.callboard.report.payroll.rule.Place.WEEK_OVERTIME;

/**
 * By which one rule each minute of a working day is paid: the steps of the day come first, the steps of the week take
 * what remains ordinary, and on the sixth and seventh day the day's own factor stands unless the other is higher.
 */
final class WorkingDay {
    /**
     * @param ordinaryByDay before the first overtime step of the day: what a day rate covers
     * @param overtime counted apart on the slip
     */
    record Stretch(long minutes, int order, Rule rule, int factor, boolean ordinaryByDay, boolean overtime) {}

    private final PayScheme scheme;
    private final long ordinaryBefore;
    private final int dayOfWeek;

    /**
     * @param ordinaryBefore minutes of the week that were ordinary by the day
     * @param dayOfWeek the how many-th day with work of its week
     */
    WorkingDay(PayScheme scheme, long ordinaryBefore, int dayOfWeek) {
        this.scheme = scheme;
        this.ordinaryBefore = ordinaryBefore;
        this.dayOfWeek = dayOfWeek;
    }

    /** Minutes of a working day before its first overtime step. */
    static long ordinaryMinutes(PayScheme scheme) {
        return scheme.overtime().isEmpty()
                ? Long.MAX_VALUE
                : scheme.overtime().getFirst().afterMinutes();
    }

    /** Of the minutes of the day from {@code from} to {@code to}, counted from the beginning of work. */
    List<Stretch> between(long from, long to) {
        var stretches = new ArrayList<Stretch>(2);
        for (var at = from; at < to; ) {
            var end = Math.min(to, nextStep(at));
            stretches.add(stretch(at, end - at));
            at = end;
        }
        return stretches;
    }

    private long nextStep(long at) {
        var next = Long.MAX_VALUE;
        for (var step : scheme.overtime()) if (step.afterMinutes() > at) next = Math.min(next, step.afterMinutes());
        for (var step : scheme.weekOvertime()) {
            var begin = step.afterMinutes() - ordinaryBefore;
            if (begin > at) next = Math.min(next, begin);
        }
        return next;
    }

    private Stretch stretch(long at, long minutes) {
        var ordinaryByDay = at < ordinaryMinutes(scheme);
        var steps = ordinaryByDay ? scheme.weekOvertime() : scheme.overtime();
        var reached = reached(steps, ordinaryByDay ? ordinaryBefore + at : at);
        var factor = reached < 0 ? ONE : steps.get(reached).factor();

        var ownFactor = lateDay();
        if (ownFactor != null && ownFactor.factor() >= factor) {
            var place = dayOfWeek == 6 ? SIXTH_DAY : SEVENTH_DAY;
            return new Stretch(minutes, place.order(), ownFactor, ownFactor.factor(), ordinaryByDay, false);
        }
        if (reached < 0) return new Stretch(minutes, ORDINARY.order(), scheme.ordinary(), ONE, true, false);

        var order = (ordinaryByDay ? WEEK_OVERTIME : OVERTIME).step(reached);
        return new Stretch(minutes, order, steps.get(reached), factor, ordinaryByDay, true);
    }

    /** The last step that begins at or before this minute; −1 if none does. */
    private static int reached(List<Overtime> steps, long at) {
        var reached = -1;
        for (var i = 0; i < steps.size(); i++) if (steps.get(i).afterMinutes() <= at) reached = i;
        return reached;
    }

    private @Nullable Supplement lateDay() {
        return switch (dayOfWeek) {
            case 6 -> scheme.sixthDay();
            case 7 -> scheme.seventhDay();
            default -> null;
        };
    }
}
