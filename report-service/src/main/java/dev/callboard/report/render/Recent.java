package dev.callboard.report.render;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What can be made again at any time, kept while it is among the last used. Nothing is made under the lock, so one that
 * takes long holds up nobody else's; two may make the same, and one of them is kept.
 */
public final class Recent<K, V> {
    private final Map<K, V> kept;

    public Recent(int most) {
        kept = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    public V get(K key, Function<K, V> make) {
        synchronized (kept) {
            var found = kept.get(key);
            if (found != null) return found;
        }
        var made = make.apply(key);
        synchronized (kept) {
            var first = kept.putIfAbsent(key, made);
            return first == null ? made : first;
        }
    }
}
