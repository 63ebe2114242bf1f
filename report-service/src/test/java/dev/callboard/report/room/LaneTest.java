package dev.callboard.report.room;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import static org.assertj.core.api.Assertions.assertThat;

class LaneTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Lane lane = new Lane(10);
    private final BlockingQueue<String> served = new LinkedBlockingQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    /** Waits until it is served, and tells. */
    private Future<Boolean> asks(String whose, String what, int mebibytes) {
        int before = lane.waiting();
        var asked = threads.submit(() -> lane.take(whose, mebibytes, HOUR) > 0 && served.add(what));
        until(() -> {
            assertThat(served).doesNotContain(what); // it has to wait
            return lane.waiting() > before;
        });
        return asked;
    }

    private static void until(BooleanSupplier condition) {
        var end = System.nanoTime() + MINUTE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(end - System.nanoTime()).isPositive();
            Thread.onSpinWait();
        }
    }

    private String next() throws InterruptedException {
        return served.poll(MINUTE.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void what_there_is_is_taken_once_and_comes_back() throws InterruptedException {
        assertThat(lane.take("Norrsken", 6, Duration.ZERO)).isEqualTo(6);
        assertThat(lane.take("Nordlys", 4, Duration.ZERO)).isEqualTo(4);
        assertThat(lane.taken()).isEqualTo(10);
        assertThat(lane.take("Norrsken", 1, Duration.ZERO)).isZero();
        assertThat(lane.waiting()).isZero();

        lane.giveBack("Nordlys", 4);

        assertThat(lane.take("Sol", 4, Duration.ZERO)).isEqualTo(4);
    }

    @Test
    void what_is_larger_than_all_has_all() throws InterruptedException {
        assertThat(lane.take("Norrsken", 11, Duration.ZERO)).isEqualTo(10);
        assertThat(lane.take("Nordlys", 1, Duration.ZERO)).isZero();
    }

    @Test
    void who_asks_for_many_delays_his_own() throws InterruptedException {
        lane.take("Norrsken", 10, HOUR);
        asks("Norrsken", "Norrsken's second", 10);
        asks("Norrsken", "Norrsken's third", 10);
        asks("Nordlys", "Nordlys' first", 10);

        lane.giveBack("Norrsken", 10);
        assertThat(next()).isEqualTo("Norrsken's second");
        lane.giveBack("Norrsken", 10);
        assertThat(next()).isEqualTo("Nordlys' first");
        lane.giveBack("Nordlys", 10);
        assertThat(next()).isEqualTo("Norrsken's third");
    }

    @Test
    void what_is_small_does_not_overtake_what_is_large() throws InterruptedException {
        lane.take("Norrsken", 6, HOUR);
        asks("Nordlys", "large", 8);
        asks("Sol", "small", 1);

        lane.giveBack("Norrsken", 6);

        assertThat(List.of(next(), next())).containsExactlyInAnyOrder("large", "small");
        assertThat(lane.taken()).isEqualTo(9);
    }

    @Test
    void who_has_something_gets_no_more_than_a_half_whoever_gives_back() throws InterruptedException {
        lane.take("Norrsken", 3, HOUR);
        asks("Norrsken", "Norrsken's second", 3);
        assertThat(lane.take("Nordlys", 2, Duration.ZERO)).isEqualTo(2);
        assertThat(lane.take("Nordlys", 3, Duration.ZERO)).isEqualTo(3);

        lane.giveBack("Nordlys", 3);
        assertThat(lane.waiting()).isOne();

        lane.giveBack("Norrsken", 3);
        assertThat(next()).isEqualTo("Norrsken's second");
        assertThat(lane.taken()).isEqualTo(5);
    }

    @Test
    void what_is_behind_is_served_when_who_waits_for_more_gives_up() throws InterruptedException {
        lane.take("Norrsken", 6, HOUR);
        var large = asks("Nordlys", "large", 8);
        asks("Sol", "small", 4);

        large.cancel(true);

        assertThat(next()).isEqualTo("small");
        assertThat(lane.waiting()).isZero();
    }

    @Test
    void what_is_granted_to_one_who_is_told_to_end_comes_back() throws InterruptedException {
        lane.take("Norrsken", 10, HOUR);
        var ending = Thread.ofPlatform().start(() -> {
            try {
                served.add("taken: " + lane.take("Nordlys", 10, HOUR));
            } catch (InterruptedException told) {
                served.add("ended");
            }
        });
        until(() -> lane.waiting() == 1);
        synchronized (lane) {
            ending.interrupt();
            until(() -> ending.getState() == Thread.State.BLOCKED); // awake, and not yet in the lane
            lane.giveBack("Norrsken", 10);
            assertThat(lane.waiting()).isZero();
        }

        assertThat(next()).isEqualTo("ended");
        assertThat(lane.taken()).isZero();
    }

    @Test
    void who_gave_up_waiting_stands_in_nobodys_way() throws InterruptedException {
        lane.take("Norrsken", 6, HOUR);
        assertThat(lane.take("Nordlys", 8, Duration.ZERO)).isZero();
        assertThat(lane.take("Sol", 4, Duration.ZERO)).isEqualTo(4);
    }
}
