package dev.callboard.kit.cache;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;

/** Makes the caches of a service; each is made once and kept by its user. */
@ApplicationScoped
public class Caches {
    /**
     * @param name of the kind, such as {@code plan}: prefix of its keys and tag of its metrics
     * @param lifetime at most; each value lives up to a tenth shorter, so that they do not all end at once
     */
    public <V> CacheAside<V> of(String name, Class<V> type, Duration lifetime) {
        throw new UnsupportedOperationException("not yet");
    }
}
