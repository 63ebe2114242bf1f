package dev.callboard.report.round;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class RoundsTest {
    private static final Duration NEVER = Duration.ofDays(1);
    private static final Duration AT_ONCE = Duration.ofNanos(1);

    private final BlockingQueue<Thread> made = new LinkedBlockingQueue<>();
    private Rounds rounds;

    private void start(Duration pause, Supplier<Boolean> round) {
        rounds = new Rounds("rounds of a test", pause, () -> {
            try {
                return round.get();
            } finally {
                made.add(Thread.currentThread());
            }
        });
        rounds.start();
    }

    @AfterEach
    void stop() {
        rounds.stop();
    }

    @Test
    void a_round_is_made_at_the_start_and_whenever_somebody_wakes_it() throws InterruptedException {
        start(NEVER, () -> false);
        made.take();
        rounds.wake();
        made.take();
        rounds.wake();
        made.take();
    }

    @Test
    void where_there_is_more_the_next_round_follows_unasked() throws InterruptedException {
        var left = Stream.of(true, true, false).iterator();
        start(NEVER, left::next);
        for (int round = 1; round <= 3; round++) made.take();
        assertThat(left).isExhausted();
    }

    @Test
    void what_another_instance_left_is_found_after_the_pause() throws InterruptedException {
        start(AT_ONCE, () -> false);
        for (int round = 1; round <= 3; round++) made.take();
    }

    @Test
    void a_round_that_fails_costs_a_pause_and_not_the_thread() throws InterruptedException {
        var failures = List.of(1, 2).iterator();
        start(AT_ONCE, () -> {
            if (failures.hasNext()) throw new IllegalStateException("database away " + failures.next());
            return false;
        });
        var first = made.take();
        made.take();
        assertThat(made.take()).isSameAs(first);
    }

    @Test
    void the_thread_ends_when_it_is_stopped() throws InterruptedException {
        start(NEVER, () -> false);
        var thread = made.take();
        rounds.stop();
        thread.join();
        assertThat(made).isEmpty();
    }
}
