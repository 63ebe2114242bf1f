package dev.callboard.report.webhook;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.database.Upkeep;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Delivers what webhooks are to be told, at least once: a delivery is leased before it is sent, repeated with growing
 * pauses until it is taken (2xx), and given up after two and a half hours. Only a crash between answer and commit repeats
 * one that was taken, under the same id. An account has one delivery under way in an instance, whatever its receivers do
 * with it, so that the slow ones of one hold nobody else's back.
 */
@ApplicationScoped
class Deliveries implements Upkeep {
    private static final Logger LOG = Logger.getLogger(Deliveries.class);
    private static final int ATTEMPTS = 12;
    private static final int FIRST_PAUSE_SECONDS = 5;
    private static final int LONGEST_PAUSE_SECONDS = 3_600;
    private static final int LEASE_SECONDS = 60;

    /** They wait for receivers, at most 15 s for each. */
    private static final int THREADS = 4;

    private record Delivery(UUID id, UUID accountId, URI url, String secret, String body, int attempts) {}

    @Inject
    Database db;

    @Inject
    Receivers receivers;

    @Inject
    MeterRegistry metrics;

    @Inject
    InstantSource clock;

    private final Semaphore news = new Semaphore(0);
    private final Set<UUID> underWay = new HashSet<>();
    private volatile boolean stopped;
    private List<Thread> threads;

    void start(@Observes StartupEvent started) {
        var named = Thread.ofPlatform().name("webhooks-", 1).daemon();
        threads = Stream.generate(() -> named.start(this::work)).limit(THREADS).toList();
    }

    void stop(@Observes ShutdownEvent ending) {
        stopped = true;
        threads.forEach(Thread::interrupt);
    }

    void wake() {
        news.release();
    }

    private void work() {
        while (!stopped) {
            try {
                var next = next();
                if (next.isEmpty()) {
                    news.tryAcquire(1, TimeUnit.SECONDS);
                    news.drainPermits();
                } else deliver(next.get());
            } catch (InterruptedException ended) {
                return;
            } catch (RuntimeException away) {
                if (stopped) return;
                LOG.warn("webhooks wait", away);
                pause();
            }
        }
    }

    /** Of an account that has none under way here. */
    private Optional<Delivery> next() {
        synchronized (underWay) {
            var next = QuarkusTransaction.requiringNew().call(this::claim);
            next.ifPresent(delivery -> underWay.add(delivery.accountId));
            return next;
        }
    }

    private Optional<Delivery> claim() {
        return db.first(
                """
                update webhook_delivery d set attempts = d.attempts + 1,
                  not_before = clock_timestamp() + ? * interval '1 second'
                from webhook w
                where w.id = d.webhook_id and d.id = (
                  select open.id from webhook_delivery open join webhook on webhook.id = open.webhook_id
                  where open.ended_at is null and open.not_before <= clock_timestamp()
                    and webhook.account_id <> all(?)
                  order by open.not_before limit 1 for update of open skip locked)
                returning d.id, w.account_id, w.url, w.secret, d.body, d.attempts
                """,
                row -> new Delivery(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        URI.create(row.getString(3)),
                        row.getString(4),
                        row.getString(5),
                        row.getInt(6)),
                LEASE_SECONDS,
                underWay.toArray(UUID[]::new));
    }

    private void deliver(Delivery delivery) {
        try {
            var error = sent(delivery);
            if (error == null) end(delivery, null);
            else retry(delivery, error);
        } finally {
            synchronized (underWay) {
                underWay.remove(delivery.accountId);
            }
        }
    }

    /** @return why it was not taken; null: it was */
    private @Nullable String sent(Delivery delivery) {
        var body = delivery.body.getBytes(UTF_8);
        var headers = Map.of(
                "Content-Type",
                "application/json",
                "User-Agent",
                "Callboard",
                "Callboard-Delivery",
                delivery.id.toString(),
                Signature.HEADER,
                Signature.of(delivery.secret, body, clock.instant()));
        try {
            var status = receivers.post(delivery.url, headers, body);
            return status / 100 == 2 ? null : "answered " + status;
        } catch (IOException failed) {
            return String.valueOf(failed.getMessage());
        } catch (RuntimeException unexpected) {
            // an address that nobody foresaw is a failed attempt of its own, and no reason to pause the others
            LOG.warnf(unexpected, "webhook delivery %s", delivery.id);
            return unexpected.toString();
        }
    }

    private void retry(Delivery delivery, String error) {
        if (delivery.attempts >= ATTEMPTS) {
            end(delivery, error);
            return;
        }
        var pause = Math.min(LONGEST_PAUSE_SECONDS, FIRST_PAUSE_SECONDS << delivery.attempts - 1);
        metrics.counter("callboard.webhooks", "outcome", "repeated").increment();
        QuarkusTransaction.requiringNew().run(() -> db.update("""
                update webhook_delivery set not_before = clock_timestamp() + ? * interval '1 second', last_error = ?
                where id = ? and ended_at is null
                """, pause, error, delivery.id));
    }

    private void end(Delivery delivery, @Nullable String error) {
        metrics.counter("callboard.webhooks", "outcome", error == null ? "taken" : "given up")
                .increment();
        QuarkusTransaction.requiringNew()
                .run(() -> db.update(
                        "update webhook_delivery set ended_at = ?, last_error = ? where id = ?",
                        clock.instant(),
                        error,
                        delivery.id));
    }

    @Override
    public void tidy() {
        QuarkusTransaction.requiringNew()
                .run(() -> db.update(
                        "delete from webhook_delivery where ended_at < least(?, now()) - interval '14 days'",
                        clock.instant()));
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
