package dev.callboard.kit.cache;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.time.Duration;

/** Makes the caches of a service; each is made once and kept by its user. */
@ApplicationScoped
public class Caches {
    @Inject
    RedisCells cells;

    @Inject
    MeterRegistry metrics;

    /**
     * @param name of the kind, such as {@code plan}: prefix of its keys and tag of its metrics
     * @param lifetime at most; each value lives up to a tenth shorter, so that they do not all end at once
     */
    public <V> CacheAside<V> of(String name, Class<V> type, Duration lifetime) {
        return new RedisCacheAside<>(name, type, lifetime, cells, metrics);
    }
}
