package dev.callboard.bench.platform;

import java.util.Arrays;
import java.util.List;

/** Samples in the text format of Prometheus, of one or more instances. */
record Metrics(List<String> samples) {
    /**
     * Over all instances.
     *
     * @param label that a sample must have, as in {@code step="draw"}
     */
    double sum(String name, String label) {
        var found = samples.stream()
                .filter(sample -> sample.startsWith(name + "{") && sample.contains(label))
                .mapToDouble(sample -> Double.parseDouble(sample.substring(sample.lastIndexOf(' ') + 1)))
                .toArray();
        if (found.length == 0) throw new IllegalStateException("no metric " + name + " with " + label);
        return Arrays.stream(found).sum();
    }
}
