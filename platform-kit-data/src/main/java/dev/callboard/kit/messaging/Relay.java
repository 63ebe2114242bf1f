package dev.callboard.kit.messaging;

import dev.callboard.kit.database.UnpooledConnections;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Sends what the outbox holds, in its order. Of all instances on a database one is active: it holds a session advisory
 * lock. Should it be paused while it sends, another becomes active, and the transactional id of the producer fences the
 * paused one off when it wakes up.
 *
 * <p>Rows are read, sent outside of any transaction of the database, and deleted then. A crash between sending and
 * deleting sends them once more under the same ids, which the inboxes of the consumers know.
 */
@ApplicationScoped
public class Relay {
    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final String LOCK = "select pg_try_advisory_lock(hashtext('callboard-relay'))";

    /** For what nobody woke us for: rows of an instance that died between commit and notification. */
    private static final Duration POLL = Duration.ofMillis(250);

    /** At most one NOTIFY in this time: it takes a lock of the whole cluster at its commit. */
    private static final Duration DEBOUNCE = Duration.ofMillis(5);

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final Semaphore wakeUps = new Semaphore(0);
    private volatile @Nullable Thread thread;
    private volatile @Nullable Connection session;
    private volatile boolean stopped;
    private volatile double ageOfOldest = Double.NaN;

    @Inject
    UnpooledConnections connections;

    @Inject
    InstantSource clock;

    @Inject
    EventProducers producers;

    @ConfigProperty(name = "callboard.outbox.relay", defaultValue = "true")
    boolean wanted;

    void start(@Observes @Priority(3) StartupEvent start, MeterRegistry metrics) {
        Gauge.builder("callboard.outbox.age", () -> ageOfOldest)
                .baseUnit("seconds")
                .description("Age of the oldest event not yet sent; not a number where another instance sends")
                .register(metrics);
        if (wanted) resume();
    }

    void stop(@Observes ShutdownEvent end) {
        pause();
    }

    /** Something was committed: look now. */
    void wake() {
        if (wakeUps.availablePermits() == 0) wakeUps.release();
    }

    /** For tests that stand in for a crash; the service itself relays from start to end. */
    public synchronized void pause() {
        var running = thread;
        if (running == null) return;

        stopped = true;
        running.interrupt();
        try {
            if (!running.join(Duration.ofSeconds(2))) cutOff(running);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    /** A thread that reads from a socket hears no interrupt. */
    private void cutOff(Thread running) throws InterruptedException {
        try {
            var open = session;
            if (open != null) open.abort(Runnable::run);
        } catch (SQLException e) {
            LOG.debugf("The relay's session is gone: %s", e.getMessage());
        }
        running.join(Duration.ofSeconds(3));
    }

    /** The opposite of {@link #pause}. */
    public synchronized void resume() {
        if (thread != null) return;

        stopped = false;
        thread = Thread.ofPlatform().daemon().name("outbox-relay").start(this::run);
    }

    private void run() {
        while (!stopped) {
            try (var opened = connections.open("relay")) {
                session = opened;
                while (!stopped) {
                    if (lock(opened)) relay(opened);
                    else tellTheActiveOne(opened);
                }
            } catch (SQLException | KafkaException e) {
                if (stopped) return;
                LOG.warnf("The relay starts again in %s: %s", PAUSE_AFTER_FAILURE, e.getMessage());
                sleep(PAUSE_AFTER_FAILURE);
            } catch (InterruptedException e) {
                // stopped is set, or else nobody meant it
            } catch (RuntimeException e) {
                LOG.error("The relay starts again", e);
                sleep(PAUSE_AFTER_FAILURE);
            } finally {
                session = null;
                ageOfOldest = Double.NaN;
            }
        }
    }

    /** As the active one, until something fails. */
    private void relay(Connection session) throws SQLException, InterruptedException {
        var rows = new OutboxRows(session);
        try (var producer = producers.open(session.getCatalog());
                var _ = new RelayWakeUps(connections, this::wake)) {
            LOG.info("Relaying the outbox");
            while (!stopped) {
                var batch = rows.oldest();
                ageOfOldest = batch.isEmpty()
                        ? 0
                        : Duration.between(batch.getFirst().createdAt(), clock.instant())
                                        .toMillis()
                                / 1000.0;
                if (batch.isEmpty()) {
                    await(POLL);
                } else {
                    producer.send(batch);
                    rows.delete(batch);
                }
            }
        }
    }

    /** As one of the others: passes wake-ups on, and asks now and then whether the lock is free. */
    private void tellTheActiveOne(Connection session) throws SQLException, InterruptedException {
        for (int i = 0; i < 4 && !stopped; i++) {
            if (!await(POLL)) continue;
            try (var statement = session.createStatement()) {
                statement.execute("notify " + RelayWakeUps.CHANNEL);
            }
            Thread.sleep(DEBOUNCE);
        }
    }

    private static boolean lock(Connection session) throws SQLException {
        try (var statement = session.createStatement();
                var rows = statement.executeQuery(LOCK)) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private boolean await(Duration atMost) throws InterruptedException {
        var woken = wakeUps.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
        if (woken) wakeUps.drainPermits();
        return woken;
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            // asked to stop: the loop looks
        }
    }
}
