package dev.callboard.acceptance.platform;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Last of all, as it ends the platform: nothing is lost with the supervisor, and {@code down} leaves nothing behind. */
@Order(Integer.MAX_VALUE)
class KilledSupervisorTest {
    private final Platform platform = Platform.shared();

    @Test
    void up_finds_the_data_after_kill_9_of_the_supervisor_and_down_ends_everything() {
        var stina = platform.register("Stina", "Hallberg");
        var account = stina.post("/accounts", Map.of("name", "Norrsken Produktion AB", "currency", "SEK"))
                .mustBe(201)
                .field("id");
        var orphans = pids();

        platform.killSupervisor();
        assertThat(platform.callboard("status").exit())
                .as("status without a supervisor")
                .isEqualTo(1);
        platform.up();

        // "up" saw each of them ready; on a busy machine one may miss the next look
        await("everything is ready").untilAsserted(() -> assertThat(platform.status())
                .extracting(row -> row.state())
                .containsOnly("ready"));
        assertThat(pids()).as("processes of the new platform").doesNotContainAnyElementsOf(orphans);
        assertThat(orphans).as("processes that the killed one left").noneMatch(Platform::lives);
        assertThat(stina.get("/accounts/" + account).mustBe(200).field("name")).isEqualTo("Norrsken Produktion AB");

        var running = pids();
        var down = platform.callboard("down");
        assertThat(down.exit()).as(down.output()).isZero();
        await("no process is left").until(() -> running.stream().noneMatch(Platform::lives));
    }

    private List<Long> pids() {
        return platform.status().stream().map(row -> row.pid()).toList();
    }
}
