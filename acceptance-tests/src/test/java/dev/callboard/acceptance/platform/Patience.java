package dev.callboard.acceptance.platform;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * With what answers 503 and so asks to come back: what was killed, or a machine that stalls. How often it was needed is
 * printed by class when all have run. Where a class kills nothing it should not be, and no test is red for it: look.
 */
public final class Patience implements BeforeAllCallback, AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration BETWEEN = Duration.ofMillis(250);

    private static final Map<String, Integer> NEEDED = new TreeMap<>();
    private static String running = "none";

    /** Sends once more what was not taken, under the same key where it has one; a 503 that stays is an answer. */
    public static Answer untilTaken(Supplier<Answer> sent) {
        long end = System.nanoTime() + LIMIT.toNanos();
        var answer = sent.get();
        while (answer.status() == 503) {
            note();
            if (System.nanoTime() > end) break;
            LockSupport.parkNanos(BETWEEN.toNanos());
            answer = sent.get();
        }
        return answer;
    }

    private static void note() {
        synchronized (NEEDED) {
            NEEDED.merge(running, 1, Integer::sum);
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        synchronized (NEEDED) {
            running = context.getRequiredTestClass().getSimpleName();
        }
        context.getRoot().getStore(Namespace.create(Patience.class)).getOrComputeIfAbsent(Patience.class, _ -> this);
    }

    /** When the last class has run. */
    @Override
    public void close() {
        synchronized (NEEDED) {
            NEEDED.forEach((name, times) -> System.out.printf("503 was answered %d times in %s%n", times, name));
        }
    }
}
