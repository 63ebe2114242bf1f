package dev.callboard.acceptance.sessions;

import dev.callboard.acceptance.platform.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import java.time.Duration;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A session that was ended opens no door any more, though its access token would run for minutes. */
@Order(32)
class EndedSessionTest {
    private final Platform platform = Platform.shared();

    @AfterEach
    void redisIsThere() {
        platform.scale("redis", 1);
    }

    @Test
    void who_signed_out_is_refused_by_every_service_and_nobody_else_is() {
        var bo = platform.register("Bo", "Nyström").token();
        var hedda = platform.register("Hedda", "Moberg-Vik").token();
        assertThat(calls(bo)).isEqualTo(200);

        var signedOut = given().header("Authorization", "Bearer " + bo)
                .delete(platform.url() + "/api/v1/sessions/current")
                .statusCode();

        assertThat(signedOut).isEqualTo(204);
        await("the gateway knows").atMost(Duration.ofSeconds(60)).until(() -> calls(bo) == 401);
        assertThat(calls(hedda)).isEqualTo(200);
    }

    @Test
    void who_is_signed_in_goes_on_while_redis_is_away() {
        var bo = platform.register("Bo", "Nyström").token();
        platform.scale("redis", 0);

        assertThat(calls(bo)).isEqualTo(200);
    }

    private int calls(String token) {
        return given().header("Authorization", "Bearer " + token)
                .get(platform.url() + "/api/v1/me/calls")
                .statusCode();
    }
}
