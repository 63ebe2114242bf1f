package dev.callboard.acceptance.platform;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The fixture itself: every component runs, people can register, an account can be opened. */
@Order(1)
class PlatformTest {
    private final Platform platform = Platform.shared();

    @Test
    void every_component_is_ready_as_a_process_of_its_own() {
        // on a busy machine one that is ready may miss a look
        await("everything is ready").untilAsserted(() -> assertThat(platform.status())
                .extracting(row -> row.state())
                .containsOnly("ready"));

        var status = platform.status();
        assertThat(status)
                .extracting(row -> row.component())
                .containsExactly(
                        "supervisor",
                        "postgres",
                        "kafka",
                        "redis",
                        "mail",
                        "payments",
                        "user-service",
                        "account-service",
                        "project-service",
                        "report-service",
                        "platform-gateway");
        assertThat(status).extracting(row -> row.pid()).doesNotHaveDuplicates().allMatch(pid -> pid > 0);
    }

    @Test
    void stina_registers_by_mail_and_opens_an_account() {
        var stina = platform.register("Stina", "Lund");

        var account = stina.post("/accounts", Map.of("name", "Norrsken Produktion AB", "currency", "SEK"))
                .mustBe(201);

        var balance = stina.get("/accounts/" + account.field("id") + "/balance").mustBe(200);
        assertThat(balance.json().get("sumMinor").asLong()).isZero();
        assertThat(balance.json().get("heldMinor").asLong()).isZero();
    }
}
