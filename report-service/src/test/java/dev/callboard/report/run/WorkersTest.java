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
import java.util.concurrent.LinkedBlockingQueue;
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
            workers.take(() -> workers.draw(() -> {
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
                return null;
            }));

        assertThat(drawn.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
        assertThat(most).hasValue(3);
        assertThat(threads).hasSize(3).noneMatch(Thread::isVirtual);
    }

    @Test
    void a_chunk_that_waits_for_its_rows_leaves_the_drawing_to_another() throws InterruptedException {
        start(Map.of("CALLBOARD_RENDER_WORKERS", "1"));
        var rows = new CountDownLatch(1);
        var drawn = new LinkedBlockingQueue<String>();
        workers.take(() -> {
            await(rows);
            workers.draw(() -> drawn.add("waited"));
        });
        workers.take(() -> workers.draw(() -> drawn.add("had its rows")));

        assertThat(drawn.poll(PATIENCE, TimeUnit.SECONDS)).isEqualTo("had its rows");
        rows.countDown();
        assertThat(drawn.poll(PATIENCE, TimeUnit.SECONDS)).isEqualTo("waited");
    }

    @Test
    void two_chunks_a_thread_are_begun_and_the_others_wait_unread() throws InterruptedException {
        start(Map.of("CALLBOARD_RENDER_WORKERS", "1"));
        var rows = new CountDownLatch(1);
        var begun = new LinkedBlockingQueue<Integer>();
        for (int chunk = 0; chunk < 5; chunk++) {
            int number = chunk;
            workers.take(() -> {
                begun.add(number);
                await(rows);
            });
        }

        assertThat(begun.poll(PATIENCE, TimeUnit.SECONDS)).isNotNull();
        assertThat(begun.poll(PATIENCE, TimeUnit.SECONDS)).isNotNull();
        assertThat(begun.poll(100, TimeUnit.MILLISECONDS)).isNull();
        rows.countDown();
        for (int later = 0; later < 3; later++)
            assertThat(begun.poll(PATIENCE, TimeUnit.SECONDS)).isNotNull();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
