package dev.callboard.kit.security;

import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

import static dev.callboard.kit.problem.CommonProblem.UNAVAILABLE;

/** The public keys that sign access tokens, by key id. A key that was seen once stays known while this process lives. */
@Singleton
class KeySet {
    private static final Logger LOG = Logger.getLogger(KeySet.class);

    private final KeySettings settings;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Map<String, PublicKey> keys;
    private long askedAt;

    KeySet(KeySettings settings) {
        this.settings = settings;
        settings.inline().ifPresent(inline -> keys = parse(inline));
    }

    /** Whether the key is at hand, so that nothing needs to be waited for. */
    boolean has(String keyId) {
        var known = keys;
        return known != null && known.containsKey(keyId);
    }

    /**
     * May ask user-service: not for an event loop.
     *
     * @throws dev.callboard.kit.problem.Problem UNAVAILABLE while no key set could ever be read
     */
    Optional<PublicKey> find(String keyId) {
        if (!has(keyId)) ask();
        var known = keys;
        if (known == null) throw UNAVAILABLE.because("Access tokens cannot be checked at the moment");
        return Optional.ofNullable(known.get(keyId));
    }

    private void ask() {
        if (settings.url().isEmpty()) return;
        long wanted = System.nanoTime();
        asking.lock();
        try {
            boolean meanwhile = askedAt != 0 && askedAt - wanted > 0; // whoever waited shares what another was told
            boolean recently = askedAt != 0
                    && System.nanoTime() - askedAt < settings.askAgainAfter().toNanos();
            if (keys == null ? meanwhile : recently) return;
            var request = HttpRequest.newBuilder(settings.url().get())
                    .timeout(settings.timeout())
                    .build();
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                LOG.warnf("key set: %s answered %d", settings.url().get(), answer.statusCode());
                return;
            }
            var all = new HashMap<String, PublicKey>();
            var known = keys;
            if (known != null) all.putAll(known);
            all.putAll(parse(answer.body()));
            keys = Map.copyOf(all);
        } catch (IOException e) {
            LOG.warnf("key set: %s cannot be reached: %s", settings.url().get(), e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            askedAt = System.nanoTime();
            asking.unlock();
        }
    }

    private static Map<String, PublicKey> parse(String json) {
        try {
            var found = new HashMap<String, PublicKey>();
            for (var key : new JsonWebKeySet(json).getJsonWebKeys()) {
                boolean ours = key instanceof EllipticCurveJsonWebKey curve && "P-256".equals(curve.getCurveName());
                if (ours && key.getKeyId() != null)
                    found.put(key.getKeyId(), ((EllipticCurveJsonWebKey) key).getECPublicKey());
            }
            return Map.copyOf(found);
        } catch (JoseException e) {
            throw new IllegalStateException("key set cannot be read", e);
        }
    }
}
