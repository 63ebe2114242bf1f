package dev.callboard.report.payroll.payrun;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.database.Infrastructure;
import dev.callboard.report.round.Rounds;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Works off the runs that wait for their calculation, on one thread of each instance. An advisory lock that lives as
 * long as the transaction says who is at it: an instance that dies gives the run back at once.
 */
@ApplicationScoped
class Calculations {
    private static final Logger LOG = Logger.getLogger(Calculations.class);
    private static final int TIMEOUT_SECONDS = 900;

    @Inject
    Database db;

    @Inject
    PayRuns runs;

    @Inject
    Calculation calculation;

    /**
     * Runs that failed here for a reason that may pass, the last one last. They come after all others, so that one that
     * never ends in time keeps no other account waiting.
     */
    private final Set<UUID> putOff = new LinkedHashSet<>();

    private final Rounds rounds = new Rounds("pay-calculations", Duration.ofMillis(500), this::calculateWaiting);

    void start(@Observes StartupEvent started) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent ending) {
        rounds.stop();
    }

    /** A run may be waiting. */
    void wake() {
        rounds.wake();
    }

    private boolean calculateWaiting() {
        var waiting = waiting();
        putOff.retainAll(waiting);
        waiting.removeAll(putOff);
        waiting.addAll(putOff);
        for (var id : waiting) calculate(id);
        return false;
    }

    private List<UUID> waiting() {
        return QuarkusTransaction.requiringNew()
                .call(() -> db.list(
                        "select id from pay_run where state = 'CALCULATING' order by created_at",
                        row -> row.getObject(1, UUID.class)));
    }

    private void calculate(UUID id) {
        try {
            QuarkusTransaction.requiringNew().timeout(TIMEOUT_SECONDS).run(() -> {
                db.update("set transaction isolation level repeatable read");
                if (!locked(id)) return;
                var run = runs.findById(id);
                if (run != null && run.state == PayRun.State.CALCULATING) calculation.of(run);
            });
        } catch (RuntimeException failure) {
            if (Infrastructure.failedIn(failure)) {
                putOff.remove(id);
                putOff.add(id);
                throw failure; // the run waits, it is calculated later
            }
            LOG.errorf(failure, "pay run %s could not be calculated", id);
            QuarkusTransaction.requiringNew().run(() -> {
                var run = runs.findById(id);
                if (run != null && run.state == PayRun.State.CALCULATING) run.failed(reason(failure));
            });
        }
    }

    private static String reason(RuntimeException failure) {
        return failure instanceof ArithmeticException
                ? "an amount is larger than can be reckoned with"
                : "internal: " + failure.getClass().getSimpleName();
    }

    private boolean locked(UUID id) {
        return db.first(
                        "select pg_try_advisory_xact_lock(hashtextextended(?, 0))",
                        row -> row.getBoolean(1),
                        "pay-run/" + id)
                .orElseThrow();
    }
}
