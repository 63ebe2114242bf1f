package dev.callboard.user.session;

import io.quarkus.redis.datasource.RedisDataSource;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;

import static dev.callboard.user.UserProblem.SIGN_IN_LIMITED;

/**
 * How often one client may try the password of one address: counted in Redis over all instances, and without Redis in
 * each. Counted before the password is looked at, so that a hundred tries at a time are not a hundred free ones; the
 * right password clears the count.
 */
@ApplicationScoped
class SignInLimit {
    private static final Logger LOG = Logger.getLogger(SignInLimit.class);

    /** Above it the local counts are started anew: they are a fallback and must not fill the memory. */
    private static final int MOST_LOCAL = 100_000;

    @ConfigMapping(prefix = "callboard.sign-in")
    interface Limit {
        @WithDefault("20")
        int attempts();

        @WithDefault("10m")
        Duration per();
    }

    @Inject
    RedisDataSource redis;

    @Inject
    Limit limit;

    @Inject
    InstantSource clock;

    private final ConcurrentHashMap<String, Long> local = new ConcurrentHashMap<>();

    /** @throws dev.callboard.kit.problem.Problem SIGN_IN_LIMITED */
    void spend(String email, String client) {
        var window = clock.instant().getEpochSecond() / limit.per().toSeconds();
        var key = key(email, client, window);
        if (count(key) > limit.attempts()) {
            var retryAfter =
                    (window + 1) * limit.per().toSeconds() - clock.instant().getEpochSecond();
            throw SIGN_IN_LIMITED
                    .because("More than %d attempts in %d minutes for this address from this client"
                            .formatted(limit.attempts(), limit.per().toMinutes()))
                    .and("retryAfter", retryAfter);
        }
    }

    void clear(String email, String client) {
        var key = key(
                email, client, clock.instant().getEpochSecond() / limit.per().toSeconds());
        local.remove(key);
        try {
            redis.execute("DEL", key);
        } catch (RuntimeException e) {
            LOG.debugf("Sign-in count not cleared: %s", e.getMessage());
        }
    }

    private long count(String key) {
        try {
            var count = redis.execute("INCR", key).toLong();
            if (count == 1)
                redis.execute("PEXPIRE", key, Long.toString(limit.per().toMillis()));
            return count;
        } catch (RuntimeException e) {
            LOG.debugf("Sign-ins are counted locally: %s", e.getMessage());
            if (local.size() > MOST_LOCAL) local.clear();
            return local.merge(key, 1L, Long::sum);
        }
    }

    private static String key(String email, String client, long window) {
        return "sign-ins:" + window + ":" + client + ":" + email;
    }
}
