package dev.callboard.acceptance.platform;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

import static dev.callboard.acceptance.platform.Refusals.MOST;
import static dev.callboard.acceptance.platform.Refusals.RECOVERY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RefusalsTest {
    private static final Instant TEN = Instant.parse("2027-10-30T10:00:00Z");
    private static final Duration QUARTER = Duration.ofMillis(250);

    private final Refusals refusals = new Refusals();

    @Test
    void a_service_that_keeps_refusing_is_a_failure() {
        refused("PayTest", TEN, MOST);

        assertThatThrownBy(() -> refusals.note("PayTest", TEN.plusSeconds(15), "database: not available"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("503 was answered 61 times in PayTest")
                .hasMessageContaining("database: not available");
        refused("CallTest", TEN, MOST); // each class begins anew
    }

    @Test
    void what_was_killed_may_refuse_until_it_has_recovered() {
        refusals.disturbed(TEN);
        refused("KillsTest", TEN, 470);
        var recovered = TEN.plus(RECOVERY);
        refused("KillsTest", recovered, MOST);

        assertThatThrownBy(() -> refusals.note("KillsTest", recovered.plusSeconds(15), ""))
                .isInstanceOf(AssertionError.class);
        assertThat(refusals.told())
                .isEqualToIgnoringNewLines("503 was answered 531 times in KillsTest, 61 of them unexplained");
    }

    private void refused(String running, Instant from, int times) {
        for (int i = 0; i < times; i++) refusals.note(running, from.plus(QUARTER.multipliedBy(i)), "");
    }
}
