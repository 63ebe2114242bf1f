package dev.callboard.acceptance.platform;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * With what answers 503 and so asks to come back: what was killed, or a machine that stalls. How often it was needed is
 * printed by class when all have run; what keeps refusing is a failure, see {@link Refusals}.
 */
public final class Patience implements BeforeAllCallback, AutoCloseable {
    private static final Duration BETWEEN = Duration.ofMillis(250);

    private static final Refusals REFUSALS = new Refusals();
    private static volatile String running = "none";

    /**
     * Sends once more what was not taken, under the same key where it has one.
     *
     * @throws AssertionError when it is refused for longer than can be explained
     */
    public static Answer untilTaken(Supplier<Answer> sent) {
        var answer = sent.get();
        while (answer.status() == 503) {
            REFUSALS.note(running, Instant.now(), answer.response().request().uri() + ": " + answer.text());
            LockSupport.parkNanos(BETWEEN.toNanos());
            answer = sent.get();
        }
        return answer;
    }

    /** What a test has killed, stopped or started may refuse for a while. */
    public static void disturbed() {
        REFUSALS.disturbed(Instant.now());
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        running = context.getRequiredTestClass().getSimpleName();
        context.getRoot().getStore(Namespace.create(Patience.class)).getOrComputeIfAbsent(Patience.class, _ -> this);
    }

    /** When the last class has run. */
    @Override
    public void close() {
        System.out.print(REFUSALS.told());
    }
}
