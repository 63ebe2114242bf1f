package dev.callboard.kit.cache;

import dev.callboard.kit.json.Json;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

final class RedisCacheAside<V> implements CacheAside<V> {
    private final String name;
    private final Class<V> type;
    private final Duration lifetime;
    private final RedisCells cells;
    private final MeterRegistry metrics;
    private final ConcurrentMap<String, CompletableFuture<Versioned<V>>> loading = new ConcurrentHashMap<>();

    RedisCacheAside(String name, Class<V> type, Duration lifetime, RedisCells cells, MeterRegistry metrics) {
        this.name = name;
        this.type = type;
        this.lifetime = lifetime;
        this.cells = cells;
        this.metrics = metrics;
    }

    @Override
    public Versioned<V> get(String key, Supplier<Versioned<V>> load) {
        var answer = cells.read(cell(key));
        var hit = decoded(answer.cell());
        count(answer.away() ? "bypass" : hit == null ? "miss" : "hit");
        return hit != null ? hit : loaded(key, load);
    }

    private Versioned<V> loaded(String key, Supplier<Versioned<V>> load) {
        var ours = new CompletableFuture<Versioned<V>>();
        var theirs = loading.putIfAbsent(key, ours);
        if (theirs != null) return joined(theirs);

        try {
            var value = load.get();
            cells.put(cell(key), value.version(), encoded(value.value()), jittered());
            ours.complete(value);
            return value;
        } catch (RuntimeException | Error e) {
            ours.completeExceptionally(e);
            throw e;
        } finally {
            loading.remove(key, ours);
        }
    }

    private Versioned<V> joined(CompletableFuture<Versioned<V>> theirs) {
        try {
            return theirs.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) throw failure;
            throw e;
        }
    }

    @Override
    public boolean invalidate(String key, long newVersion) {
        loading.remove(key); // who asks from now on must not join a load that began before the change
        return cells.invalidate(cell(key), newVersion, lifetime);
    }

    private @Nullable Versioned<V> decoded(RedisCells.@Nullable Cell cell) {
        if (cell == null || cell.data() == null) return null;
        try {
            return new Versioned<>(cell.version(), Json.tolerant().readValue(cell.data(), type));
        } catch (IOException e) {
            return null; // written by another release: loaded anew
        }
    }

    private byte[] encoded(V value) {
        try {
            return Json.tolerant().writeValueAsBytes(value);
        } catch (IOException e) {
            throw new IllegalArgumentException(type.getName() + " cannot be cached", e);
        }
    }

    private Duration jittered() {
        var tenth = Math.max(1, lifetime.toMillis() / 10);
        return lifetime.minusMillis(ThreadLocalRandom.current().nextLong(tenth));
    }

    private String cell(String key) {
        return name + ":" + key;
    }

    private void count(String result) {
        metrics.counter("callboard.cache", "cache", name, "result", result).increment();
    }
}
