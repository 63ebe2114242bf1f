package dev.callboard.acceptance.pay;

import dev.callboard.acceptance.platform.HeldLoop;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** What the services had to say of a whole production, from its account to ten thousand slips. */
@Order(100)
class DemoLogTest {
    private final DemoWalk walk = DemoWalk.played();

    @Test
    void no_event_loop_waited_for_anything() {
        assertThat(walk.logs())
                .containsKeys("platform-gateway-1", "user-service-1", "account-service-1", "project-service-1")
                .hasKeySatisfying(aReportService()); // the other one was killed
        assertThat(HeldLoop.in(String.join("\n", walk.logs().values()))).noneMatch(HeldLoop::waits);
    }

    private static Condition<String> aReportService() {
        return new Condition<>(
                List.of("report-service-1", "report-service-2")::contains, "an instance of report-service");
    }
}
