package dev.callboard.kit.saga;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** Delivers silence as a reply. Every instance looks; a saga that one has in hand is passed over by the others. */
@ApplicationScoped
class SagaDeadlines {
    private static final Logger LOG = Logger.getLogger(SagaDeadlines.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);

    private @Nullable Thread thread;
    private volatile boolean stopped;

    @Inject
    SagaRows rows;

    @Inject
    Sagas sagas;

    @Inject
    SagaDefinitions definitions;

    @Inject
    InstantSource clock;

    void start(@Observes @Priority(5) StartupEvent start) {
        thread = Thread.ofPlatform().daemon().name("saga-deadlines").start(this::run);
    }

    void stop(@Observes ShutdownEvent end) throws InterruptedException {
        stopped = true;
        if (thread == null) return;
        thread.interrupt();
        thread.join(Duration.ofSeconds(2));
    }

    private void run() {
        while (!stopped) {
            try {
                if (!deliverOne()) Thread.sleep(POLL);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (stopped) return;
                LOG.warnf("Deadlines wait: %s", e.getMessage());
                pause();
            }
        }
    }

    /** @return whether there was one */
    private boolean deliverOne() {
        var tried = new Object() {
            Optional<UUID> saga = Optional.empty();
        };
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                var overdue = rows.lockOverdue(clock.instant());
                if (overdue.isEmpty()) return false;

                var saga = overdue.get();
                tried.saga = Optional.of(saga.id());
                rows.setDeadline(saga.id(), null); // it is over, whatever the answer to it
                var definition = definitions.of(saga.kind());
                sagas.deliver(saga.id(), definition.deadlinePassed(saga.id(), Sagas.state(definition, saga)));
                return true;
            });
        } catch (RuntimeException e) {
            if (tried.saga.isEmpty()) throw e;
            LOG.errorf(e, "The deadline of saga %s is tried again in %s", tried.saga.get(), AFTER_FAILURE);
            QuarkusTransaction.requiringNew()
                    .run(() ->
                            rows.setDeadline(tried.saga.get(), clock.instant().plus(AFTER_FAILURE)));
            return true;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
