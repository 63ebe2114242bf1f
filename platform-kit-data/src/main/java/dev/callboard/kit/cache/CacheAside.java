package dev.callboard.kit.cache;

import java.util.function.Supplier;

/**
 * Objects of one kind in Redis. Without Redis reads are slower and right: every get loads. Money and rights are never
 * kept here.
 */
public interface CacheAside<V> {
    /** From the cache, or loaded once per key however many ask; what {@code load} throws goes to all who waited. */
    Versioned<V> get(String key, Supplier<Versioned<V>> load);

    /**
     * After the commit that made {@code newVersion}: what is older can no longer be read nor put back by a slow loader.
     *
     * @return false when Redis did not take it; a consumer then tries again
     */
    boolean invalidate(String key, long newVersion);
}
