package dev.callboard.account.funds;

import dev.callboard.account.funds.Move.Operation;
import dev.callboard.kit.database.Database;
import dev.callboard.kit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * What the provider is asked to do. One instance at a time works on an intent, under a lease; what it leaves behind
 * when it dies is taken up by another when the lease is over. Leases and due times are times of the database.
 */
@ApplicationScoped
class PaymentIntents {
    /** Longer than a call and the question after it, shorter than the minute in which every saga ends. */
    static final Duration LEASE = Duration.ofSeconds(10);

    /** @param attempts how often it was taken up, this time included */
    record PaymentIntent(
            UUID id,
            UUID sagaId,
            Operation operation,
            @Nullable String paymentToken,
            @Nullable String authorization,
            long amountMinor,
            String currency,
            int attempts) {}

    private static final String COLUMNS =
            "id, saga_id, operation, payment_token, authorization_id, amount_minor, currency, attempts";

    @Inject
    Database database;

    @ConfigProperty(name = "callboard.instance", defaultValue = "account-service")
    String instance;

    /** In the transaction that decided it. */
    @Transactional(Transactional.TxType.MANDATORY)
    void add(Hold hold, Operation operation, @Nullable String token, @Nullable String authorization, Instant now) {
        database.update(
                """
                insert into payment_intent
                (id, saga_id, operation, payment_token, authorization_id, amount_minor, currency, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """, Ids.next(), hold.sagaId, operation, token, authorization, hold.amountMinor, hold.currency, now);
    }

    /** Takes up to {@code limit} due intents that nobody works on. Two instances never take the same one. */
    @Transactional
    List<PaymentIntent> take(int limit) {
        return database.list("""
                update payment_intent
                set leased_until = now() + make_interval(secs => ?), leased_by = ?, attempts = attempts + 1
                where id in (
                    select id from payment_intent
                    where done_at is null and due_at <= now() and (leased_until is null or leased_until < now())
                    order by due_at limit ? for update skip locked)
                returning
                """ + COLUMNS, PaymentIntents::read, LEASE.toSeconds(), instance, limit);
    }

    /** @return whether the outcome is news: it may have come before, by another way */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean conclude(UUID id, String outcome, Instant now) {
        return database.update(
                        "update payment_intent set done_at = ?, outcome = ?, leased_until = null where id = ? and done_at is null",
                        now,
                        outcome,
                        id)
                == 1;
    }

    /** Its outcome is not known yet. Taken up again after a pause that doubles with each attempt, up to 10 s. */
    @Transactional
    void postpone(PaymentIntent intent, String why) {
        var pause = Math.min(10_000, 100L << Math.min(intent.attempts(), 10));
        database.update("""
                update payment_intent
                set due_at = now() + make_interval(secs => ? / 1000.0), leased_until = null, last_failure = ?
                where id = ? and done_at is null
                """, pause, why, intent.id());
    }

    /** What this instance held when it ended before: a restart need not wait for its own leases. */
    @Transactional
    int takeOverFromEarlierLife() {
        return database.update(
                "update payment_intent set leased_until = null where leased_by = ? and done_at is null", instance);
    }

    /** The provider said that something happened: ask at once what. */
    @Transactional
    int hurry(@Nullable UUID sagaId, @Nullable String authorization) {
        return database.update("""
                update payment_intent set due_at = now()
                where done_at is null and attempts > 0 and (saga_id = ? or authorization_id = ?)
                """, sagaId, authorization);
    }

    /** The provider signs by the world's clock, which the platform's need not follow. */
    Instant worldTime() {
        return database.first("select now()", row -> row.getObject(1, OffsetDateTime.class)
                        .toInstant())
                .orElseThrow();
    }

    private static PaymentIntent read(ResultSet row) throws SQLException {
        return new PaymentIntent(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                Operation.valueOf(row.getString(3)),
                row.getString(4),
                row.getString(5),
                row.getLong(6),
                row.getString(7),
                row.getInt(8));
    }
}
