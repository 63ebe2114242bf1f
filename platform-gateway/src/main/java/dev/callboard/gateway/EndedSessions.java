package dev.callboard.gateway;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.sortedset.ScoreRange;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Sessions that were ended while an access token of theirs still runs: read from Redis again and again, asked in memory.
 * While Redis is away, what was known stays; a session ended meanwhile lives until its token does, 5 minutes at most.
 */
@ApplicationScoped
class EndedSessions {
    private static final Logger LOG = Logger.getLogger(EndedSessions.class);

    /** A sorted set of session ids by the second in which the last access token runs out; user-service writes it. */
    private static final String REVOKED = "revoked-sessions";

    private final ReactiveRedisDataSource redis;
    private final InstantSource clock;
    private volatile Set<UUID> ended = Set.of();
    private boolean reading;
    private boolean away;

    EndedSessions(ReactiveRedisDataSource redis, InstantSource clock) {
        this.redis = redis;
        this.clock = clock;
    }

    void keepReading(Vertx vertx, Duration period) {
        vertx.setPeriodic(0, period.toMillis(), _ -> read());
    }

    boolean contains(UUID session) {
        return ended.contains(session);
    }

    private void read() {
        if (reading) return;
        reading = true;
        var running = new ScoreRange<>((double) clock.instant().getEpochSecond(), Double.POSITIVE_INFINITY);
        redis.sortedSet(String.class)
                .zrangebyscore(REVOKED, running)
                .subscribe()
                .with(this::found, this::failed);
    }

    private void found(List<String> sessions) {
        ended = sessions.stream().map(UUID::fromString).collect(Collectors.toUnmodifiableSet());
        if (away) LOG.info("Redis is back: ended sessions are known again");
        away = false;
        reading = false;
    }

    private void failed(Throwable cause) {
        if (!away) LOG.warnf("Redis is away, ended sessions are as they were last known: %s", cause.getMessage());
        away = true;
        reading = false;
    }
}
