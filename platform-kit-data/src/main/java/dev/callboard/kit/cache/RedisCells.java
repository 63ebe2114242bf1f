package dev.callboard.kit.cache;

import io.quarkus.redis.datasource.RedisDataSource;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One versioned value per key in Redis, a hash of version and data. A cell never goes back to a lower version: an
 * invalidation leaves a tombstone, a version without data, so that a slow loader cannot bring an old value back.
 *
 * <p>With Redis away nothing is tried for a moment, and invalidations that it did not take are kept here. It is read
 * again only once it has taken them all: until then a value in it may be older than what this instance has written.
 */
@ApplicationScoped
class RedisCells {
    private static final Logger LOG = Logger.getLogger(RedisCells.class);
    private static final Duration TOMBSTONE = Duration.ofSeconds(60);
    private static final Duration REST = Duration.ofSeconds(1);

    /** More than these and the cells are taken for stale until the longest-lived of them is gone. */
    private static final int MOST_MISSED = 10_000;

    private static final String PUT = """
            local held = redis.call('HGET', KEYS[1], 'v')
            if held and tonumber(held) > tonumber(ARGV[1]) then return 0 end
            redis.call('HSET', KEYS[1], 'v', ARGV[1], 'd', ARGV[2])
            redis.call('PEXPIRE', KEYS[1], ARGV[3])
            return 1
            """;
    private static final String INVALIDATE = """
            local held = redis.call('HGET', KEYS[1], 'v')
            if held and tonumber(held) >= tonumber(ARGV[1]) then return 0 end
            redis.call('DEL', KEYS[1])
            redis.call('HSET', KEYS[1], 'v', ARGV[1])
            redis.call('PEXPIRE', KEYS[1], ARGV[2])
            return 1
            """;

    private final ConcurrentMap<String, Long> missed = new ConcurrentHashMap<>();
    private final AtomicLong closedUntil = new AtomicLong(System.nanoTime());
    private volatile long staleUntil = System.nanoTime();

    @Inject
    RedisDataSource redis;

    @ConfigProperty(name = "quarkus.application.name")
    String application;

    /** @param version of a tombstone too; data is null then */
    record Cell(long version, byte @Nullable [] data) {}

    /** What an attempt came to: away means that Redis was not asked or did not answer. */
    record Answer(boolean away, @Nullable Cell cell) {
        static final Answer AWAY = new Answer(true, null);
    }

    Answer read(String key) {
        if (!usable()) return Answer.AWAY;
        try {
            var found = redis.execute("HMGET", name(key), "v", "d");
            var version = found.get(0);
            if (version == null) return new Answer(false, null);
            return new Answer(false, new Cell(version.toLong(), bytes(found.get(1))));
        } catch (RuntimeException e) {
            rest(e);
            return Answer.AWAY;
        }
    }

    /** Unless a newer version, or its tombstone, is there. */
    void put(String key, long version, byte[] data, Duration lifetime) {
        if (!usable()) return;
        try {
            redis.execute(
                    "EVAL",
                    PUT,
                    "1",
                    name(key),
                    Long.toString(version),
                    new String(data, StandardCharsets.UTF_8),
                    Long.toString(lifetime.toMillis()));
        } catch (RuntimeException e) {
            rest(e);
        }
    }

    /** @return whether Redis took it; else it is remembered */
    boolean invalidate(String key, long version, Duration lifetime) {
        missed.merge(key, version, Math::max);
        if (resting()) {
            forgetIfTooMany(lifetime);
            return false;
        }
        return catchUp();
    }

    private boolean usable() {
        return !resting() && System.nanoTime() - staleUntil >= 0 && (missed.isEmpty() || catchUp());
    }

    /** Sends what Redis has missed. */
    private boolean catchUp() {
        try {
            for (var each : missed.entrySet()) {
                redis.execute(
                        "EVAL",
                        INVALIDATE,
                        "1",
                        name(each.getKey()),
                        Long.toString(each.getValue()),
                        Long.toString(TOMBSTONE.toMillis()));
                missed.remove(each.getKey(), each.getValue());
            }
            return true;
        } catch (RuntimeException e) {
            rest(e);
            return false;
        }
    }

    private void forgetIfTooMany(Duration lifetime) {
        if (missed.size() <= MOST_MISSED) return;
        staleUntil = System.nanoTime() + lifetime.toNanos();
        missed.clear();
    }

    private boolean resting() {
        return System.nanoTime() - closedUntil.get() < 0;
    }

    private void rest(RuntimeException failure) {
        if (!resting()) LOG.warnf("Redis is away, going on without: %s", failure.getMessage());
        closedUntil.set(System.nanoTime() + REST.toNanos());
    }

    private String name(String key) {
        return application + ":" + key;
    }

    private static byte @Nullable [] bytes(@Nullable Response data) {
        return data == null ? null : data.toBytes();
    }
}
