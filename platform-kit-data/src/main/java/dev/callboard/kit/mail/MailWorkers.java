package dev.callboard.kit.mail;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Take mails off the queue and hand them to the mail server, each over a connection of its own. */
@ApplicationScoped
class MailWorkers {
    private static final Logger LOG = Logger.getLogger(MailWorkers.class);
    private static final int BATCH = 20;

    /** For what other instances left: rows whose lease or pause is over. */
    private static final Duration POLL = Duration.ofSeconds(1);

    private final Semaphore wakeUps = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopped;

    @Inject
    MailSettings settings;

    @Inject
    QueuedMails mails;

    @Inject
    MimeMessages messages;

    @Inject
    MeterRegistry metrics;

    void start(@Observes @Priority(5) StartupEvent start) {
        for (int i = 1; i <= settings.workers(); i++)
            threads.add(Thread.ofPlatform().daemon().name("mail-" + i).start(this::run));
    }

    void stop(@Observes ShutdownEvent end) throws InterruptedException {
        stopped = true;
        threads.forEach(Thread::interrupt);
        for (var thread : threads) thread.join(Duration.ofSeconds(2));
    }

    void wake() {
        if (wakeUps.availablePermits() < settings.workers()) wakeUps.release();
    }

    private void run() {
        while (!stopped) {
            try {
                var claimed = mails.claim(BATCH, settings.lease());
                if (claimed.isEmpty()) wakeUps.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS);
                else send(claimed);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (stopped) return;
                LOG.warnf("Mail waits %s: %s", POLL, e.getMessage());
                pause();
            }
        }
    }

    private void send(List<QueuedMails.Claimed> claimed) {
        try (var server = new MailServer(messages.session())) {
            long mine = System.nanoTime() + settings.lease().toNanos() / 2;
            for (int i = 0; i < claimed.size(); i++) {
                if (System.nanoTime() > mine) { // so slow a server that the lease would end before the batch does
                    mails.putBack(claimed.subList(i, claimed.size()), Duration.ZERO, "the mail server is slow");
                    return;
                }
                var each = claimed.get(i);
                var outcome = server.take(() -> messages.of(each.mail()));
                metrics.counter("callboard.mail", "outcome", outcome.name()).increment();
                switch (outcome) {
                    case MailServer.Sent() -> mails.sent(each.mail());
                    case MailServer.Refused(var reason) -> mails.refused(each.mail(), reason);
                    case MailServer.NotNow(var reason) -> mails.postpone(each, reason);
                    case MailServer.Away(var reason) -> {
                        LOG.warnf("Mail server: %s; %d mails wait", reason, claimed.size() - i);
                        mails.putBack(claimed.subList(i, claimed.size()), settings.outagePause(), reason);
                        return;
                    }
                }
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
