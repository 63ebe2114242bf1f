package dev.callboard.acceptance.sagas;

import dev.callboard.acceptance.platform.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fifty openings in five rounds of ten, two of each with a card that declines. In each round something is killed while
 * sagas are under way. A clock that stands still would be needed to count them at the very moment, so project-service,
 * which alone moves them, is stopped (SIGSTOP) while they are counted and the kill is done, and goes on then.
 */
@Order(10)
class OpeningUnderKillsTest {
    private static final int LEAST_UNDER_WAY = 5;

    private final Platform platform = Platform.shared();
    private final Openings openings = new Openings(platform, 8, 2);

    @AfterEach
    void nothingStaysStopped() {
        platform.letAllGoOn();
    }

    @Test
    void forty_are_open_and_ten_refused_though_everything_was_killed_under_them() {
        // The provider hangs: account-service has asked and has not heard, and is asked for by nobody else.
        killWhile("payments", "account-service");
        killWhile("payments", "project-service");
        // Commands wait in Kafka for a reader that hangs.
        killWhile("account-service", "kafka");
        killWhile("payments", "postgres");
        killWhile("account-service", "redis");

        int again = openings.askAgainAfterSilence();

        assertThat(openings.journal()).hasSize(50);
        assertThat(Verdict.of(platform, openings).violations()).isEmpty();
        System.out.printf(
                "50 openings: requests repeated %d times, projects opened again after 45 s of silence %d times%n",
                openings.repeated().size(), again);
    }

    /** @param hangs what holds the sagas up until enough of them are under way, and goes on after the kill */
    private void killWhile(String hangs, String victim) {
        platform.signal(hangs, "STOP");
        openings.ask(8, 2);
        org.awaitility.Awaitility.await("sagas are under way")
                .atMost(Openings.PATIENCE)
                .until(() -> openings.unfinished() >= LEAST_UNDER_WAY);
        platform.signal("project-service", "STOP");
        int underWay = openings.unfinished();
        assertThat(underWay).as("sagas under way at the kill of %s", victim).isGreaterThanOrEqualTo(LEAST_UNDER_WAY);

        long killed = platform.kill(victim);

        if (!victim.equals("project-service")) platform.signal("project-service", "CONT");
        platform.signal(hangs, "CONT");
        platform.awaitRestart(victim, killed);
        openings.awaitAccepted();
        System.out.printf("kill -9 of %s (pid %d) with %d sagas under way%n", victim, killed, underWay);
    }
}
