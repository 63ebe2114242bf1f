package dev.callboard.kit.messaging;

import dev.callboard.kit.database.Infrastructure;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Takes one letter until that is done: returning means that its effect, its dead letter or its skipping is durable, and
 * the offset may move on. The thread of the partition waits here meanwhile, and the partition with it.
 */
@ApplicationScoped
class Consumption {
    private static final Logger LOG = Logger.getLogger(Consumption.class);

    /** Of a failure that is not the machinery's. */
    static final int TRIES = 3;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final CountDownLatch stopping = new CountDownLatch(1);

    @Inject
    Inbox inbox;

    @Inject
    DeadLetters deadLetters;

    @Inject
    InstantSource clock;

    @Inject
    MeterRegistry metrics;

    @FunctionalInterface
    interface Effect {
        void of(Object event);
    }

    void take(String consumer, Class<?> group, Letter letter, Effect effect) {
        if (!letter.concerns(group)) return;

        @Nullable Exception failure = null;
        var tries = 0;
        var pause = FIRST_PAUSE;
        while (true) {
            try {
                if (failure == null || tries < TRIES) attempt(consumer, group, letter, effect);
                else bury(consumer, letter, failure);
                return;
            } catch (Exception e) {
                if (tries < TRIES && !Infrastructure.failedIn(e)) {
                    failure = e;
                    tries++;
                    LOG.warnf(e, "%s: try %d of %d with %s %s", consumer, tries, TRIES, letter.type(), letter.id());
                } else {
                    // A dead letter that cannot be stored is no reason to lose it: that waits as well.
                    metrics.counter("callboard.consumer.waits", "consumer", consumer)
                            .increment();
                    LOG.warnf("%s waits %s with %s %s: %s", consumer, pause, letter.type(), letter.id(), e);
                    await(pause);
                    pause = longer(pause);
                }
            }
        }
    }

    private void attempt(String consumer, Class<?> group, Letter letter, Effect effect) {
        inbox.prepareFor(letter.time());
        var outcome = QuarkusTransaction.requiringNew().call(() -> {
            if (deadLetters.follows(consumer, letter)) return "parked";
            if (!inbox.firstSight(consumer, letter.id(), letter.time())) return "repeated";
            effect.of(letter.open(group));
            return "done";
        });
        metrics.counter("callboard.consumer", "consumer", consumer, "outcome", outcome)
                .increment();
        var delay = Duration.between(letter.time(), clock.instant());
        if (delay.isPositive())
            metrics.timer("callboard.consumer.delay", "consumer", consumer).record(delay);
    }

    private void bury(String consumer, Letter letter, Exception cause) {
        QuarkusTransaction.requiringNew().run(() -> deadLetters.bury(consumer, letter, cause, TRIES));
        metrics.counter("callboard.consumer", "consumer", consumer, "outcome", "dead")
                .increment();
        LOG.errorf(cause, "%s: dead letter %s %s, key %s parked", consumer, letter.type(), letter.id(), letter.key());
    }

    private static Duration longer(Duration pause) {
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    private void await(Duration pause) {
        try {
            if (!stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("stopped while waiting; the offset stays where it is");
    }

    /** First of all: a delivery that waits for a database must not hold up the end of the process. */
    void stop(@Observes @Priority(1) ShutdownEvent end) {
        stopping.countDown();
    }
}
