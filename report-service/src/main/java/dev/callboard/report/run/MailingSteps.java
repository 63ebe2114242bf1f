package dev.callboard.report.run;

import dev.callboard.kit.database.Database;
import dev.callboard.report.round.Rounds;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import java.time.Duration;
import java.util.UUID;

/**
 * Queues the mails of a mailing a page at a time, each page in one transaction with the place it reached: after a crash
 * any instance goes on there, and no mail is queued twice.
 */
@ApplicationScoped
class MailingSteps {
    private static final int PAGE = 200;

    private record Place(UUID runId, int reached) {}

    @Inject
    Database db;

    @Inject
    ReportRuns runs;

    @Inject
    SlipMails mails;

    private final Rounds rounds =
            new Rounds("slip-mailing", Duration.ofSeconds(1), () -> QuarkusTransaction.requiringNew()
                    .call(this::step));

    void start(@Observes StartupEvent started) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent ending) {
        rounds.stop();
    }

    void wake() {
        rounds.wake();
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
