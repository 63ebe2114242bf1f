package dev.callboard.user.session;

import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.kit.problem.Problem;
import io.quarkus.redis.datasource.RedisDataSource;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The sessions in Redis. Lost whole, people sign in again; away, every method throws UNAVAILABLE: who cannot be checked
 * is not let in. A session lapses after 30 days without a refresh, by Redis's own clock.
 *
 * <ul>
 *   <li>{@code session:ID}: a hash of user, client, opened, used, generation
 *   <li>{@code sessions-of:USER}: the ids of her sessions
 *   <li>{@code revoked-sessions}: a sorted set of ids by the second in which their last access token runs out; gateways
 *       keep it in memory
 * </ul>
 */
@ApplicationScoped
class SessionStore {
    private static final Logger LOG = Logger.getLogger(SessionStore.class);

    static final String REVOKED = "revoked-sessions";

    private static final Duration LAPSE = Duration.ofDays(30);

    /** One step, so that of any number of uses at a time one finds the generation that it brings; the next ends the family. */
    private static final String ROTATE = """
            local generation = redis.call('HGET', KEYS[1], 'generation')
            if not generation then return 'GONE' end
            if generation ~= ARGV[1] then
                redis.call('DEL', KEYS[1])
                redis.call('ZADD', KEYS[2], ARGV[5], ARGV[4])
                return 'REUSED'
            end
            redis.call('HSET', KEYS[1], 'generation', ARGV[1] + 1, 'used', ARGV[2])
            redis.call('PEXPIRE', KEYS[1], ARGV[3])
            return 'ROTATED'
            """;

    enum Rotation {
        ROTATED,
        /** An older token of the family came back: the family is ended. */
        REUSED,
        GONE
    }

    @Inject
    RedisDataSource redis;

    @Inject
    InstantSource clock;

    /** With generation 1. */
    void open(Session session) {
        var key = key(session.id());
        execute(
                "HSET",
                key,
                "user",
                session.userId().toString(),
                "client",
                session.client(),
                "opened",
                millis(session.openedAt()),
                "used",
                millis(session.usedAt()),
                "generation",
                "1");
        execute("PEXPIRE", key, Long.toString(LAPSE.toMillis()));
        execute("SADD", ofUser(session.userId()), session.id().toString());
        execute("PEXPIRE", ofUser(session.userId()), Long.toString(LAPSE.toMillis()));
    }

    Rotation rotate(RefreshToken token) {
        var answer = execute(
                "EVAL",
                ROTATE,
                "2",
                key(token.sessionId()),
                REVOKED,
                Long.toString(token.generation()),
                millis(clock.instant()),
                Long.toString(LAPSE.toMillis()),
                token.sessionId().toString(),
                lastTokenGone());
        return Rotation.valueOf(answer.toString());
    }

    Optional<Session> find(UUID id) {
        var fields = execute("HMGET", key(id), "user", "client", "opened", "used");
        if (fields.get(0) == null) return Optional.empty();
        return Optional.of(new Session(
                id,
                UUID.fromString(fields.get(0).toString()),
                fields.get(1).toString(),
                Instant.ofEpochMilli(fields.get(2).toLong()),
                Instant.ofEpochMilli(fields.get(3).toLong())));
    }

    /** The one used last first. */
    List<Session> of(UUID userId) {
        var found = new ArrayList<Session>();
        for (var id : execute("SMEMBERS", ofUser(userId))) {
            var session = find(UUID.fromString(id.toString()));
            if (session.isPresent()) found.add(session.get());
            else execute("SREM", ofUser(userId), id.toString()); // lapsed
        }
        found.sort((one, other) -> other.usedAt().compareTo(one.usedAt()));
        return found;
    }

    /** Its refresh token is worth nothing at once, its access token within 2 s. */
    void end(Session session) {
        execute("ZADD", REVOKED, lastTokenGone(), session.id().toString());
        execute("DEL", key(session.id()));
        execute("SREM", ofUser(session.userId()), session.id().toString());
        execute(
                "ZREMRANGEBYSCORE",
                REVOKED,
                "-inf",
                Long.toString(clock.instant().getEpochSecond()));
    }

    private String lastTokenGone() {
        return Long.toString(clock.instant().plus(AccessTokens.VALIDITY).getEpochSecond() + 1);
    }

    private static String key(UUID sessionId) {
        return "session:" + sessionId;
    }

    private static String ofUser(UUID userId) {
        return "sessions-of:" + userId;
    }

    private static String millis(Instant instant) {
        return Long.toString(instant.toEpochMilli());
    }

    private Response execute(String command, String... arguments) {
        try {
            return redis.execute(command, arguments);
        } catch (RuntimeException e) {
            throw away(e);
        }
    }

    private static Problem away(RuntimeException cause) {
        LOG.warnf("Redis is away: %s", cause.getMessage());
        return CommonProblem.UNAVAILABLE.because(
                "Sessions cannot be opened or checked at this moment; who is signed in goes on for some minutes");
    }
}
