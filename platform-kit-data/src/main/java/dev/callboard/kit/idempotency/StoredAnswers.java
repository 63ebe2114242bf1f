package dev.callboard.kit.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.callboard.kit.database.Database;
import dev.callboard.kit.database.Upkeep;
import dev.callboard.kit.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers by caller, route and key, for 24 h of the platform's clock. All in the transaction of the request. */
@ApplicationScoped
class StoredAnswers implements Upkeep {
    private static final Duration KEPT = Duration.ofHours(24);

    @Inject
    Database database;

    @Inject
    InstantSource clock;

    record Scope(String caller, String route, String key) {}

    /** @return false when another request is at work in this scope; the lock ends with the transaction */
    boolean lock(Scope scope) {
        return database.first(
                        "select pg_try_advisory_xact_lock(hashtextextended(?, 1))",
                        row -> row.getBoolean(1),
                        scope.caller() + '\n' + scope.route() + '\n' + scope.key())
                .orElseThrow();
    }

    Optional<StoredAnswer> find(Scope scope) {
        return database.first(
                """
                select * from kit.idempotent_answer where caller = ? and route = ? and key = ? and created_at > ?
                """,
                StoredAnswers::read,
                scope.caller(),
                scope.route(),
                scope.key(),
                clock.instant().minus(KEPT));
    }

    void put(Scope scope, StoredAnswer answer) {
        database.update(
                """
                insert into kit.idempotent_answer (caller, route, key, request_hash, status, headers, body, created_at)
                values (?, ?, ?, ?, ?, ?::jsonb, ?, ?)
                on conflict (caller, route, key) do update set request_hash = excluded.request_hash,
                    status = excluded.status, headers = excluded.headers, body = excluded.body,
                    created_at = excluded.created_at
                """,
                scope.caller(),
                scope.route(),
                scope.key(),
                answer.requestHash(),
                answer.status(),
                json(answer.headers()),
                answer.body(),
                clock.instant());
    }

    /** Drops what nobody can ask for any more. */
    @Override
    @Transactional
    public void tidy() {
        database.update(
                "delete from kit.idempotent_answer where created_at <= ?",
                clock.instant().minus(KEPT));
    }

    private static String json(Map<String, List<String>> headers) {
        try {
            return Json.tolerant().writeValueAsString(headers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static StoredAnswer read(ResultSet row) throws SQLException {
        try {
            var headers = Json.tolerant()
                    .readValue(row.getString("headers"), new TypeReference<Map<String, List<String>>>() {});
            return new StoredAnswer(row.getString("request_hash"), row.getInt("status"), headers, row.getBytes("body"));
        } catch (JsonProcessingException e) {
            throw new SQLException("stored headers cannot be read", e);
        }
    }
}
