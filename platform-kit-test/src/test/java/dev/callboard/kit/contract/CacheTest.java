package dev.callboard.kit.contract;

import dev.callboard.kit.cache.CacheAside;
import dev.callboard.kit.cache.Caches;
import dev.callboard.kit.cache.Versioned;
import dev.callboard.kit.test.PlatformServers;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
@WithTestResource(PlatformServers.class)
class CacheTest {
    private final String key = UUID.randomUUID().toString();
    private final AtomicInteger loads = new AtomicInteger();

    @Inject
    Caches caches;

    @Inject
    MeterRegistry metrics;

    private CacheAside<Plan> plans;

    record Plan(String name) {}

    @BeforeEach
    void a_cache() {
        plans = caches.of("plan", Plan.class, Duration.ofMinutes(1));
    }

    @Test
    void a_value_is_loaded_once_and_then_read() {
        assertThat(get(1)).isEqualTo(plan(1));
        assertThat(get(1)).isEqualTo(plan(1));
        assertThat(loads).hasValue(1);
    }

    @Test
    void after_an_invalidation_the_new_version_is_loaded() {
        get(1);
        assertThat(plans.invalidate(key, 2)).isTrue();
        assertThat(get(2)).isEqualTo(plan(2));
        assertThat(get(2)).isEqualTo(plan(2));
        assertThat(loads).hasValue(2);
    }

    @Test
    void a_slow_loader_cannot_bring_an_old_value_back() {
        plans.get(key, () -> {
            plans.invalidate(key, 2); // the change commits while the old value is on its way
            return plan(1);
        });
        assertThat(get(2)).isEqualTo(plan(2));
    }

    @Test
    void an_invalidation_that_comes_late_keeps_what_is_newer() {
        get(3);
        plans.invalidate(key, 2);
        assertThat(get(3)).isEqualTo(plan(3));
        assertThat(loads).hasValue(1);
    }

    @Test
    void many_who_ask_at_once_cause_one_load() throws Throwable {
        var before = misses();
        var go = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<CompletableFuture<Versioned<Plan>>>();
            for (int i = 0; i < 50; i++)
                answers.add(CompletableFuture.supplyAsync(
                        () -> plans.get(key, () -> {
                            awaits(go);
                            loads.incrementAndGet();
                            return plan(1);
                        }),
                        threads));
            try {
                Await.until(() -> assertThat(misses() - before).isEqualTo(50));
            } finally {
                go.countDown();
            }
            for (var answer : answers) assertThat(answer.get()).isEqualTo(plan(1));
        }
        assertThat(loads).hasValue(1);
    }

    @Test
    void a_failure_to_load_is_told_and_not_kept() {
        assertThatThrownBy(() -> plans.get(key, () -> {
                    throw new IllegalStateException("no such plan");
                }))
                .hasMessage("no such plan");
        assertThat(get(1)).isEqualTo(plan(1));
    }

    /** Of all who asked and found nothing: they load it, or wait for who does. */
    private double misses() {
        return metrics.counter("callboard.cache", "cache", "plan", "result", "miss")
                .count();
    }

    private Versioned<Plan> get(long version) {
        return plans.get(key, () -> {
            loads.incrementAndGet();
            return plan(version);
        });
    }

    private static Versioned<Plan> plan(long version) {
        return new Versioned<>(version, new Plan("The Salt Road, plan " + version));
    }

    private static void awaits(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
