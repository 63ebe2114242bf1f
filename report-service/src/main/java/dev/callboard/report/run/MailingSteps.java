package dev.callboard.report.run;

import dev.callboard.kit.database.Database;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;

import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Queues the mails of a mailing a page at a time, each page in one transaction with the place it reached: after a crash
 * any instance goes on there, and no mail is queued twice.
 */
@ApplicationScoped
class MailingSteps {
    private static final Logger LOG = Logger.getLogger(MailingSteps.class);
    private static final int PAGE = 200;
    private static final int POLL_SECONDS = 1;

    private record Place(UUID runId, int reached) {}

    @Inject
    Database db;

    @Inject
    ReportRuns runs;

    @Inject
    SlipMails mails;

    private final Semaphore news = new Semaphore(0);
    private volatile boolean stopped;
    private Thread thread;

    void start(@Observes StartupEvent started) {
        thread = Thread.ofPlatform().name("slip-mailing").daemon().start(this::work);
    }

    void stop(@Observes ShutdownEvent ending) {
        stopped = true;
        thread.interrupt();
    }

    void wake() {
        news.release();
    }

    private void work() {
        while (!stopped) {
            try {
                if (!QuarkusTransaction.requiringNew().call(this::step))
                    news.tryAcquire(POLL_SECONDS, TimeUnit.SECONDS);
                news.drainPermits();
            } catch (InterruptedException ended) {
                return;
            } catch (RuntimeException away) {
                if (stopped) return;
                LOG.warn("slips are mailed later", away);
                try {
                    TimeUnit.SECONDS.sleep(POLL_SECONDS);
                } catch (InterruptedException ended) {
                    return;
                }
            }
        }
    }

    /** @return whether there was one to make */
    private boolean step() {
        var place = db.first("""
                        select run_id, reached from slip_mailing where open order by asked_at limit 1
                        for update skip locked
                        """, row -> new Place(row.getObject(1, UUID.class), row.getInt(2)));
        place.ifPresent(this::queuePage);
        return place.isPresent();
    }

    private void queuePage(Place place) {
        var reached = mails.queue(runs.findById(place.runId), place.reached, PAGE);
        db.update(
                "update slip_mailing set reached = ?, open = ? where run_id = ?",
                reached,
                reached > place.reached,
                place.runId);
    }
}
