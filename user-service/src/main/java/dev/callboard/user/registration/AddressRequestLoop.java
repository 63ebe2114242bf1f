package dev.callboard.user.registration;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Decides address requests one after the other: those of this instance at once after their commit, those that another
 * left behind within a second.
 */
@ApplicationScoped
class AddressRequestLoop {
    private static final Logger LOG = Logger.getLogger(AddressRequestLoop.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final int POLLS_BETWEEN_CLEANINGS = 600;

    @Inject
    AddressDecisions decisions;

    private final Semaphore wake = new Semaphore(0);
    private volatile Thread loop;

    void started(@Observes StartupEvent event) {
        loop = Thread.ofVirtual().name("address-requests").start(this::run);
    }

    void stopped(@Observes ShutdownEvent event) throws InterruptedException {
        if (loop == null) return;
        loop.interrupt();
        loop.join(Duration.ofSeconds(5));
    }

    void asked(@Observes(during = TransactionPhase.AFTER_SUCCESS) AddressRequest request) {
        wake.release();
    }

    private void run() {
        for (int polls = 0; !Thread.currentThread().isInterrupted(); polls++) {
            try {
                decideAllDue();
                if (polls % POLLS_BETWEEN_CLEANINGS == 0) decisions.forgetOld();
                wake.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS);
                wake.drainPermits();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warnf("Address requests wait: %s", e.getMessage()); // the database is away: the poll tries again
                pause();
            }
        }
    }

    private void decideAllDue() {
        for (var due = decisions.due();
                due.isPresent() && !Thread.currentThread().isInterrupted();
                due = decisions.due()) {
            try {
                if (!decisions.decide(due.get())) return;
            } catch (RuntimeException e) {
                LOG.warnf(e, "Address request %s failed and is tried again", due.get());
                decisions.postpone(due.get());
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
