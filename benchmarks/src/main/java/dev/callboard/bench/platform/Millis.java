package dev.callboard.bench.platform;

import dev.callboard.bench.Result;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Durations of one kind, in milliseconds. */
final class Millis {
    private final List<Double> values = new ArrayList<>();

    void since(long begin) {
        values.add((System.nanoTime() - begin) / 1e6);
    }

    void add(Millis more) {
        values.addAll(more.values);
    }

    /** @param percent of the values are at most this */
    double at(int percent) {
        var sorted = values.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    int count() {
        return values.size();
    }

    void row(Result result, String name) {
        result.row(name, "%.1f".formatted(at(50)), "%.1f".formatted(at(90)), "%.1f".formatted(at(100)));
        result.figure(
                name, Map.of("median", at(50), "p90", at(90), "p99", at(99), "max", at(100), "count", values.size()));
    }
}
