package dev.callboard.acceptance.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often 503 was answered, by class. What was killed or stopped may refuse until it has recovered; at any other time a
 * class has its requests refused for a stall of the machine at most.
 */
final class Refusals {
    /** For what a test killed or stopped to be ready again, as everywhere in these tests. */
    static final Duration RECOVERY = Duration.ofMinutes(2);

    /** Of a class, when all should be well: a refused request comes again four times a second, so fifteen seconds of them. */
    static final int MOST = 60;

    private static final class Count {
        private int all;
        private int unexplained;
    }

    private final Map<String, Count> counts = new TreeMap<>();
    private Instant disturbed = Instant.MIN;

    /** Something was killed, stopped or started. */
    synchronized void disturbed(Instant now) {
        disturbed = now;
    }

    /**
     * @param said what came with the 503
     * @throws AssertionError for one more than {@link #MOST}
     */
    synchronized void note(String running, Instant now, String said) {
        var count = counts.computeIfAbsent(running, _ -> new Count());
        count.all++;
        if (disturbed.isAfter(now.minus(RECOVERY))) return;

        count.unexplained++;
        if (count.unexplained > MOST)
            throw new AssertionError(
                    "503 was answered %d times in %s when nothing had been killed or stopped for %s (expected: at most %d), last: %s"
                            .formatted(count.unexplained, running, RECOVERY, MOST, said));
    }

    /** A line for each class in which there was one. */
    synchronized String told() {
        var told = new StringBuilder();
        counts.forEach((running, count) -> told.append("503 was answered %d times in %s, %d of them unexplained%n"
                .formatted(count.all, running, count.unexplained)));
        return told.toString();
    }
}
