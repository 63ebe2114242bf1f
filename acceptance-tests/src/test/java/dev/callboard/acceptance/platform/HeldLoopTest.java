package dev.callboard.acceptance.platform;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HeldLoopTest {
    private static final String LOG = """
            10:00:00.000 INFO               [d.c.gateway.Gateway] Ready
            \tat dev.callboard.gateway.door.Door.other(Door.java:1)
            10:00:01.000 WARN               [i.v.c.i.BlockedThreadChecker] Thread Thread[#42,vert.x-eventloop-thread-0,5,main] \
            has been blocked for 1203 ms, time limit is 1000 ms: io.vertx.core.VertxException: Thread blocked
            \tat java.base/jdk.internal.misc.Unsafe.park(Native Method)
            \tat dev.callboard.gateway.door.Door.open(Door.java:12)

            10:00:02.000 WARN               [i.v.c.i.BlockedThreadChecker] Thread Thread[#43,vert.x-eventloop-thread-1,5,main] \
            has been blocked for 1207 ms, time limit is 1000 ms: io.vertx.core.VertxException: Thread blocked
            \tat java.base/java.lang.ClassLoader.defineClass1(Native Method)
            10:00:03.000 ERROR              [d.c.gateway.Gateway] something else
            \tat java.base/java.lang.Object.wait0(Native Method)
            """;

    @Test
    void each_loop_has_the_stack_that_was_told_with_it() {
        var held = HeldLoop.in(LOG);

        assertThat(held).hasSize(2);
        assertThat(held.getFirst().stack())
                .containsExactly(
                        "\tat java.base/jdk.internal.misc.Unsafe.park(Native Method)",
                        "\tat dev.callboard.gateway.door.Door.open(Door.java:12)");
        assertThat(held.getLast().told()).contains("vert.x-eventloop-thread-1");
        assertThat(held.getLast().stack()).hasSize(1);
    }

    @Test
    void one_that_stands_in_a_wait_waits_and_one_that_had_no_core_does_not() {
        assertThat(HeldLoop.in(LOG)).extracting(HeldLoop::waits).containsExactly(true, false);
    }
}
