package dev.callboard.report.render;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * What can be made again at any time, kept while it is among the last used. Nothing is made under the lock, so one that
 * takes long holds up nobody else's; two may make the same, and one of them is kept.
 */
public final class Recent<K, V> {
    private final Map<K, V> kept = new LinkedHashMap<>(16, 0.75f, true);
    private final long most;
    private final ToLongFunction<V> size;
    private long held;

    public Recent(int most) {
        this(most, _ -> 1);
    }

    /** @param most of the sizes of all that is kept, together */
    public Recent(long most, ToLongFunction<V> size) {
        this.most = most;
        this.size = size;
    }

    /** Null where it is not kept. */
    public @Nullable V find(K key) {
        synchronized (kept) {
            return kept.get(key);
        }
    }

    public V get(K key, Function<K, V> make) {
        var found = find(key);
        if (found != null) return found;

        var made = make.apply(key);
        synchronized (kept) {
            var first = kept.putIfAbsent(key, made);
            if (first != null) return first;

            held += size.applyAsLong(made);
            var eldest = kept.values().iterator();
            while (held > most) {
                held -= size.applyAsLong(eldest.next());
                eldest.remove();
            }
            return made;
        }
    }
}
