package dev.callboard.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the figures of a row should come to, and whether they do: its last two cells, empty where no goal stands. */
public final class Goal {
    public static final Goal NONE = new Goal(List.of());

    private final List<Part> parts;

    private record Part(String text, boolean met) {}

    private Goal(List<Part> parts) {
        this.parts = parts;
    }

    /** @param name of the figure where a row has several, such as {@code p99}; empty where it is clear */
    public static Goal below(String name, double limit, String unit, double figure) {
        return of(name, "<", limit, unit, figure < limit);
    }

    public static Goal atMost(String name, double limit, String unit, double figure) {
        return of(name, "≤", limit, unit, figure <= limit);
    }

    public static Goal atLeast(String name, double limit, String unit, double figure) {
        return of(name, "≥", limit, unit, figure >= limit);
    }

    private static Goal of(String name, String comparison, double limit, String unit, boolean met) {
        var number = limit == Math.rint(limit) ? String.format(Locale.ROOT, "%,.0f", limit) : String.valueOf(limit);
        var text = Stream.of(name, comparison, number, unit).filter(word -> !word.isEmpty());
        return new Goal(List.of(new Part(text.collect(Collectors.joining(" ")), met)));
    }

    public Goal and(Goal other) {
        return new Goal(Stream.concat(parts.stream(), other.parts.stream()).toList());
    }

    public String text() {
        return joined(parts);
    }

    /** {@code met}, {@code not met}, and of several which are not. */
    public String verdict() {
        if (parts.isEmpty()) return "";
        var missed = parts.stream().filter(part -> !part.met).toList();
        if (missed.isEmpty()) return "met";
        return missed.size() == parts.size() ? "not met" : "not met: " + joined(missed);
    }

    private static String joined(List<Part> parts) {
        return parts.stream().map(Part::text).collect(Collectors.joining(", "));
    }

    /** For a note: {@code goal: ≥ 0.95, met}. */
    @Override
    public String toString() {
        return "goal: " + text() + ", " + verdict();
    }
}
