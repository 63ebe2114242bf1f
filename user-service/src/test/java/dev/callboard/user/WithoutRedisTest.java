package dev.callboard.user;

import dev.callboard.kit.test.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import static dev.callboard.user.Client.PASSWORD;
import static dev.callboard.user.Client.get;
import static dev.callboard.user.Client.join;
import static dev.callboard.user.Client.signIn;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

/** Redis is away: nobody listens at its address. */
@QuarkusTest
@WithTestResource(WithoutRedisTest.RedisIsAway.class)
class WithoutRedisTest {
    public static final class RedisIsAway extends OwnTokens {
        @Override
        public Map<String, String> start() {
            var configuration = new HashMap<>(super.start());
            configuration.put("quarkus.redis.hosts", "redis://localhost:1"); // tcpmux: taken by nobody today
            return configuration;
        }
    }

    @Test
    void registration_and_verification_go_on_and_sign_in_answers_503() {
        join("ana.alone@norrsken.example", "Ana Lindqvist");

        signIn("ana.alone@norrsken.example", PASSWORD)
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .body("type", equalTo("/problems/unavailable"));
    }

    @Test
    void a_valid_access_token_goes_on_where_no_session_is_needed() {
        var token = Tokens.user(UUID.randomUUID(), "bo@norrsken.example", "Bo Nyström");

        get("/me", token).then().statusCode(404); // let in; this token's user was never registered here
        get("/sessions", token).then().statusCode(503);
    }
}
