package dev.callboard.kit.contract;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** For what another thread brings about. */
final class Await {
    private Await() {}

    /** Until the assertion holds; after 3 min its failure is the test's. */
    static void until(ThrowingCallable assertion) throws Throwable {
        var deadline = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (true) {
            try {
                assertion.call();
                return;
            } catch (AssertionError e) {
                if (System.nanoTime() > deadline) throw e;
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
