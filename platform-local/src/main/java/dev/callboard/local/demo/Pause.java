package dev.callboard.local.demo;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waiting for what happens elsewhere: always for something, never just for a time. */
final class Pause {
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private Pause() {}

    static void until(String what, Duration patience, BooleanSupplier happened) {
        long end = System.nanoTime() + patience.toNanos();
        while (!happened.getAsBoolean()) {
            if (System.nanoTime() > end) throw new Stage.Failed("waited " + patience.toSeconds() + " s for: " + what);
            of(LOOK_EVERY);
        }
    }

    /** @return the first value that is wanted */
    static <T> T forValue(String what, Duration patience, Supplier<T> look, java.util.function.Predicate<T> wanted) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            T seen = look.get();
            if (wanted.test(seen)) return seen;
            if (System.nanoTime() > end) throw new Stage.Failed("waited " + patience.toSeconds() + " s for: " + what);
            of(LOOK_EVERY);
        }
    }

    static void of(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stage.Failed("interrupted");
        }
    }
}
