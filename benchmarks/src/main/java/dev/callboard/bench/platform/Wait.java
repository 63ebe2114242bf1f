package dev.callboard.bench.platform;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** For what has no signal: looked at again and again, within a bound. */
final class Wait {
    /** The answer is late by half of it in the mean, and each look costs the platform CPU of its own. */
    private static final Duration EVERY = Duration.ofMillis(5);

    private Wait() {}

    static void until(String what, Duration patience, BooleanSupplier holds) {
        forValue(what, patience, holds::getAsBoolean, value -> value);
    }

    static <T> T forValue(String what, Duration patience, Supplier<T> look, Predicate<T> wanted) {
        return forValue(what, patience, EVERY, look, wanted);
    }

    static <T> T forValue(String what, Duration patience, Duration every, Supplier<T> look, Predicate<T> wanted) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            T value = look.get();
            if (wanted.test(value)) return value;
            if (System.nanoTime() > end)
                throw new IllegalStateException("waited " + patience + " for " + what + ": " + value);
            LockSupport.parkNanos(every.toNanos());
        }
    }
}
