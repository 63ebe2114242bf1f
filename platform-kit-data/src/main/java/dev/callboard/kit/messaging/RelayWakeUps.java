package dev.callboard.kit.messaging;

import dev.callboard.kit.database.UnpooledConnections;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

import java.sql.SQLException;
import java.time.Duration;

/** Hears the other instances: their commits wake the active relay before its next poll. */
final class RelayWakeUps implements AutoCloseable {
    static final String CHANNEL = "callboard_outbox";

    private static final Logger LOG = Logger.getLogger(RelayWakeUps.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final UnpooledConnections connections;
    private final Runnable wake;
    private final Thread thread;
    private volatile boolean closed;

    RelayWakeUps(UnpooledConnections connections, Runnable wake) {
        this.connections = connections;
        this.wake = wake;
        thread = Thread.ofPlatform().daemon().name("outbox-wake-ups").start(this::run);
    }

    private void run() {
        while (!closed) {
            try (var session = connections.open("wake-ups");
                    var statement = session.createStatement()) {
                statement.execute("listen " + CHANNEL);
                var notifications = session.unwrap(PGConnection.class);
                while (!closed) {
                    var heard = notifications.getNotifications(500);
                    if (heard != null && heard.length > 0) wake.run();
                }
            } catch (SQLException e) {
                if (closed) return;
                LOG.debugf("No wake-ups for %s, polling alone: %s", PAUSE_AFTER_FAILURE, e.getMessage());
                sleep();
            }
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(PAUSE_AFTER_FAILURE);
        } catch (InterruptedException e) {
            // closed, as the loop will see
        }
    }

    /** Does not wait: the thread looks within half a second. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
