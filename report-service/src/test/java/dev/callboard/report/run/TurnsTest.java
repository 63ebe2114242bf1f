package dev.callboard.report.run;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TurnsTest {
    private static final int MOST = 6;

    private final Turns turns = new Turns("turns", MOST);
    private final List<String> done = new CopyOnWriteArrayList<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    @AfterEach
    void end() {
        released.countDown();
        turns.end();
    }

    /** What is added from now on waits. */
    private void occupy() throws InterruptedException {
        add("Sluttningen", () -> {
            begun.countDown();
            await(released);
        });
        await(begun);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void add(String whose, Runnable task) {
        turns.add(whose, new FutureTask<>(task, null));
    }

    private void add(String whose, String task) {
        add(whose, () -> done.add(task));
    }

    @Test
    void who_asks_for_many_delays_its_own() throws InterruptedException {
        occupy();
        add("Norrsken", "n1");
        add("Norrsken", "n2");
        add("Norrsken", "n3");
        add("Alster", "a1");
        add("Alster", "a2");
        var last = new CountDownLatch(1);
        add("Norrsken", last::countDown);

        released.countDown();

        await(last);
        assertThat(done).containsExactly("n1", "a1", "n2", "a2", "n3");
    }

    @Test
    void more_than_may_wait_are_refused() throws InterruptedException {
        occupy();
        for (int task = 1; task <= MOST; task++) add("Norrsken", "n" + task);

        assertThatThrownBy(() -> add("Alster", "one too many")).isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void nothing_is_taken_after_the_end() {
        turns.end();

        assertThatThrownBy(() -> add("Norrsken", "late")).isInstanceOf(RejectedExecutionException.class);
    }
}
