package dev.callboard.report.room;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

class LaneTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final Lane lane = new Lane(10);
    private final BlockingQueue<String> served = new LinkedBlockingQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    /** Waits until it is served, and tells. */
    private void asks(String whose, String what, int mebibytes) {
        int before = lane.waiting();
        threads.submit(() -> lane.take(whose, mebibytes, HOUR) > 0 && served.add(what));
        while (lane.waiting() == before) Thread.onSpinWait();
    }

    private String next() throws InterruptedException {
        return served.poll(60, TimeUnit.SECONDS);
    }

    @Test
    void what_there_is_is_taken_once_and_comes_back() throws InterruptedException {
        assertThat(lane.take("Norrsken", 6, Duration.ZERO)).isEqualTo(6);
        assertThat(lane.take("Nordlys", 4, Duration.ZERO)).isEqualTo(4);
        assertThat(lane.taken()).isEqualTo(10);
        assertThat(lane.take("Norrsken", 1, Duration.ZERO)).isZero();
        assertThat(lane.waiting()).isZero();

        lane.giveBack(4);

        assertThat(lane.take("Norrsken", 4, Duration.ZERO)).isEqualTo(4);
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

        lane.giveBack(10);
        assertThat(next()).isEqualTo("Norrsken's second");
        lane.giveBack(10);
        assertThat(next()).isEqualTo("Nordlys' first");
        lane.giveBack(10);
        assertThat(next()).isEqualTo("Norrsken's third");
    }

    @Test
    void what_is_small_does_not_overtake_what_is_large() throws InterruptedException {
        lane.take("Norrsken", 6, HOUR);
        asks("Nordlys", "large", 8);
        asks("Norrsken", "small", 1);

        lane.giveBack(6);

        assertThat(next()).isEqualTo("large");
        assertThat(next()).isEqualTo("small");
        assertThat(lane.taken()).isEqualTo(9);
    }

    @Test
    void who_gave_up_waiting_stands_in_nobodys_way() throws InterruptedException {
        lane.take("Norrsken", 6, HOUR);
        assertThat(lane.take("Nordlys", 8, Duration.ZERO)).isZero();
        assertThat(lane.take("Sol", 4, Duration.ZERO)).isEqualTo(4);
    }
}
