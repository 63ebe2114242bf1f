package dev.callboard.acceptance.pay;

import dev.callboard.acceptance.platform.HeldLoop;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the services had to say of a whole production, from its account to ten thousand slips. */
@Order(100)
class DemoLogTest {
    private final DemoWalk walk = DemoWalk.played();

    /** Of those that lived through it: of report-service one is killed, and another may have been started meanwhile. */
    @Test
    void no_event_loop_waited_for_anything() {
        assertThat(walk.logs())
                .containsKeys("platform-gateway-1", "user-service-1", "account-service-1", "project-service-1");
        assertThat(HeldLoop.in(String.join("\n", walk.logs().values()))).noneMatch(HeldLoop::waits);
    }
}
