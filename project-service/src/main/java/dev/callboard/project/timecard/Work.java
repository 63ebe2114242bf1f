package dev.callboard.project.timecard;

import dev.callboard.contracts.project.TimeCardFact.Span;
import dev.callboard.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import static dev.callboard.kit.problem.CommonProblem.INVALID;

/**
 * What somebody did on one working day. Lengths are between instants: 20:00 to 06:00 in the night in which clocks go back
 * are eleven hours.
 *
 * @param wrap null: still at work
 * @param meals unpaid, in order, within the work
 * @param mealPenalties meals that came too late or not at all
 * @param perDiems daily allowances
 * @param mileageMetres driven in the own car
 */
record Work(
        Instant start,
        @Nullable Instant wrap,
        List<Meal> meals,
        int travelMinutes,
        int mealPenalties,
        int perDiems,
        long mileageMetres) {

    static final Duration LONGEST = Duration.ofHours(24);

    /** Out to the meal, in again to the work. */
    record Meal(Instant out, Instant in) {
        Duration length() {
            return Duration.between(out, in);
        }
    }

    /** From call to wrap, meals included. */
    Duration elapsed() {
        return wrap == null ? Duration.ZERO : Duration.between(start, wrap);
    }

    /** What is paid as work. */
    Duration worked() {
        return meals.stream().map(Meal::length).reduce(elapsed(), Duration::minus);
    }

    /** The work without its meals, in order. */
    List<Span> spans() {
        if (wrap == null) return List.of();
        var spans = new ArrayList<Span>();
        var from = start;
        for (var meal : meals) {
            if (meal.out.isAfter(from)) spans.add(new Span(from, meal.out));
            from = meal.in;
        }
        if (wrap.isAfter(from)) spans.add(new Span(from, wrap));
        return List.copyOf(spans);
    }

    /** @throws Problem INVALID naming each field with its value and what was expected */
    Work checked() {
        var faults = new ArrayList<Fault>();
        if (wrap != null) within(faults, "hours", elapsed());
        var before = start;
        for (int i = 0; i < meals.size(); i++) {
            var meal = meals.get(i);
            var field = "meals[" + i + "]";
            if (!meal.out.isBefore(meal.in))
                faults.add(new Fault(field + ".minutes", meal.length().toMinutes(), "1 or more"));
            if (meal.out.isBefore(before) || (wrap != null && meal.in.isAfter(wrap)))
                faults.add(new Fault(field, meal.out + " to " + meal.in, "within the work, after the meal before"));
            before = meal.in;
        }
        between(faults, "travelMinutes", travelMinutes, 0, 1440);
        between(faults, "mealPenalties", mealPenalties, 0, 10);
        between(faults, "perDiems", perDiems, 0, 3);
        between(faults, "mileageMetres", mileageMetres, 0, 2_000_000);
        if (faults.isEmpty()) return this;

        var problem = INVALID.because(faults.getFirst().inWords());
        for (var fault : faults) problem = problem.field(fault.field, fault.value, fault.expected);
        throw problem;
    }

    Work mealsInOrder() {
        var ordered = meals.stream().sorted(Comparator.comparing(Meal::out)).toList();
        return new Work(start, wrap, ordered, travelMinutes, mealPenalties, perDiems, mileageMetres);
    }

    private record Fault(String field, Object value, String expected) {
        String inWords() {
            return field + ": " + value + " (expected: " + expected + ")";
        }
    }

    private static void within(List<Fault> faults, String field, Duration elapsed) {
        if (!elapsed.isNegative() && elapsed.compareTo(LONGEST) <= 0 && !elapsed.isZero()) return;
        faults.add(new Fault(field, inHours(elapsed), "0 to 24"));
    }

    private static void between(List<Fault> faults, String field, long value, long from, long to) {
        if (value < from || value > to) faults.add(new Fault(field, value, from + " to " + to));
    }

    /** 11, 10.5, -1: a number as people write it. */
    static Number inHours(Duration duration) {
        long minutes = duration.toMinutes();
        if (minutes % 60 == 0) return minutes / 60;
        return Math.round(minutes / 60.0 * 100) / 100.0;
    }
}
