package dev.callboard.report.run;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;

class WorkersTest {
    private static final long PATIENCE = 60;

    private final Workers workers = new Workers();

    private void start(Map<String, String> environment) {
        workers.settings = new SmallRyeConfigBuilder()
                .withMapping(Workers.Settings.class)
                .withSources(new EnvConfigSource(environment, 300))
                .build()
                .getConfigMapping(Workers.Settings.class);
        workers.start();
    }

    @AfterEach
    void end() throws InterruptedException {
        workers.stop(new ShutdownEvent());
    }

    @Test
    void as_many_threads_draw_as_there_are_cores() {
        start(Map.of());
        assertThat(workers.threads()).isEqualTo(Runtime.getRuntime().availableProcessors());
    }

    @Test
    void an_operator_says_how_many_draw() {
        start(Map.of("CALLBOARD_RENDER_WORKERS", "3"));
        assertThat(workers.threads()).isEqualTo(3);
    }

    @Test
    void so_many_chunks_are_drawn_at_the_same_time_and_no_more() throws InterruptedException {
        start(Map.of("CALLBOARD_RENDER_WORKERS", "3"));
        var three = new CyclicBarrier(3); // lets nobody go before three are there
        var drawing = new AtomicInteger();
        var most = new AtomicInteger();
        var drawn = new CountDownLatch(9);
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        for (int chunk = 0; chunk < 9; chunk++)
            workers.draw(() -> {
                most.accumulateAndGet(drawing.incrementAndGet(), Math::max);
                threads.add(Thread.currentThread());
                try {
                    three.await(PATIENCE, TimeUnit.SECONDS);
                    drawn.countDown();
                } catch (Exception fewer) {
                    throw new IllegalStateException(fewer); // the count stays above zero
                } finally {
                    drawing.decrementAndGet();
                }
            });

        assertThat(drawn.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
        assertThat(most).hasValue(3);
        assertThat(threads).hasSize(3).noneMatch(Thread::isVirtual);
    }
}
