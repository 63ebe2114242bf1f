package dev.callboard.report.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.callboard.kit.database.AfterCommit;
import dev.callboard.kit.database.Database;
import dev.callboard.kit.id.Ids;
import dev.callboard.kit.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static dev.callboard.report.webhook.WebhookProblem.TOO_MANY_WEBHOOKS;

/** Addresses of an account's own systems, which are told when something of it has ended. */
@ApplicationScoped
public class Webhooks {
    private static final int MOST = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    record Webhook(UUID id, String url, Instant createdAt) {}

    /** @param secret shown once: who receives checks signatures with it */
    record NewWebhook(UUID id, String url, Instant createdAt, String secret) {}

    @Inject
    Database db;

    @Inject
    Receivers receivers;

    @Inject
    Deliveries deliveries;

    @Inject
    AfterCommit afterCommit;

    @Inject
    InstantSource clock;

    /** @throws dev.callboard.kit.problem.Problem WEBHOOK_REFUSED, TOO_MANY_WEBHOOKS */
    NewWebhook add(UUID accountId, URI url, UUID by) {
        receivers.mustBeReachable(url);
        return store(accountId, url, by);
    }

    @Transactional
    NewWebhook store(UUID accountId, URI url, UUID by) {
        // two at the same moment would both find room for one
        db.first("select pg_advisory_xact_lock(hashtextextended(?, 0))", _ -> 1, "webhooks/" + accountId);
        if (of(accountId).size() >= MOST) throw TOO_MANY_WEBHOOKS.because("At most " + MOST);

        var bits = new byte[32];
        RANDOM.nextBytes(bits);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        var webhook = new NewWebhook(Ids.next(), url.toString(), clock.instant(), secret);
        db.update(
                "insert into webhook (id, account_id, url, secret, created_by, created_at) values (?, ?, ?, ?, ?, ?)",
                webhook.id,
                accountId,
                webhook.url,
                secret,
                by,
                webhook.createdAt);
        return webhook;
    }

    List<Webhook> of(UUID accountId) {
        return db.list(
                "select id, url, created_at from webhook where account_id = ? order by id",
                row -> new Webhook(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getTimestamp(3).toInstant()),
                accountId);
    }

    /** What was not delivered is not delivered any more. */
    @Transactional
    boolean remove(UUID accountId, UUID id) {
        var removed = db.update("delete from webhook where account_id = ? and id = ?", accountId, id);
        db.update("delete from webhook_delivery where webhook_id = ? and ended_at is null and ? > 0", id, removed);
        return removed > 0;
    }

    /** In the caller's transaction; delivered after its commit, each under an id that stays the same. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void tell(UUID accountId, String type, Object data) {
        for (var webhook : of(accountId)) {
            var id = Ids.next();
            db.update(
                    "insert into webhook_delivery (id, webhook_id, body, created_at) values (?, ?, ?, ?)",
                    id,
                    webhook.id,
                    json(Map.of("id", id, "type", type, "data", data)),
                    clock.instant());
            afterCommit.once(deliveries, deliveries::wake);
        }
    }

    private static String json(Map<String, Object> body) {
        try {
            return Json.strict().writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
