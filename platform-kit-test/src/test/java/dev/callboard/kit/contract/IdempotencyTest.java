package dev.callboard.kit.contract;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.test.PlatformServers;
import dev.callboard.kit.test.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithTestResource(PlatformServers.class)
class IdempotencyTest {
    private static final UUID ANA = UUID.randomUUID();
    private static final UUID BO = UUID.randomUUID();

    private final String key = UUID.randomUUID().toString();
    private final String text = "Slussen at eight " + key;

    @Inject
    Database database;

    @Test
    void a_repeated_request_gets_the_same_answer_and_has_no_second_effect() {
        var first = post(ANA, key, text);
        var second = post(ANA, key, text);

        first.then().statusCode(201).header("Idempotency-Replayed", nullValue());
        second.then().statusCode(201).header("Idempotency-Replayed", equalTo("true"));
        assertThat(second.asString()).isEqualTo(first.asString());
        for (var header : new String[] {"Location", "ETag", "Content-Type"})
            assertThat(second.header(header)).as(header).isNotNull().isEqualTo(first.header(header));
        assertThat(notes(text)).isEqualTo(1);
    }

    @Test
    void another_request_under_the_same_key_is_refused() {
        post(ANA, key, text).then().statusCode(201);
        post(ANA, key, text + "!")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/key-reused"));
        assertThat(notes(text + "!")).isZero();
    }

    @Test
    void a_key_belongs_to_its_caller_and_route() {
        post(ANA, key, text).then().statusCode(201);
        post(BO, key, text).then().statusCode(201).header("Idempotency-Replayed", nullValue());
        post(ANA, "/api/v1/notes/with-key", key, text)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", nullValue());
        assertThat(notes(text)).isEqualTo(3);
    }

    @Test
    void while_the_first_request_is_at_work_the_second_is_told_so() throws Exception {
        NoteResource.slowUntil = new CountDownLatch(1);
        NoteResource.begun = new CountDownLatch(1);
        var first = CompletableFuture.supplyAsync(() -> post(ANA, key, "slow"));
        NoteResource.begun.await();

        post(ANA, key, "slow").then().statusCode(409).body("type", equalTo("/problems/key-in-progress"));

        NoteResource.slowUntil.countDown();
        first.get().then().statusCode(201);
        post(ANA, key, "slow").then().statusCode(201).header("Idempotency-Replayed", equalTo("true"));
    }

    @Test
    void a_failure_leaves_neither_effect_nor_answer() {
        post(ANA, key, "broken").then().statusCode(500);
        post(ANA, key, "broken").then().statusCode(500).header("Idempotency-Replayed", nullValue());
        assertThat(notes("broken")).isZero();
    }

    @Test
    void a_refusal_leaves_neither_effect_nor_answer() {
        post(ANA, key, "refused").then().statusCode(409);
        post(ANA, key, "refused").then().statusCode(409).header("Idempotency-Replayed", nullValue());
        assertThat(notes("refused")).isZero();
    }

    @Test
    void without_a_key_each_request_is_carried_out_where_none_is_required() {
        post(ANA, null, text).then().statusCode(201);
        post(ANA, null, text).then().statusCode(201);
        assertThat(notes(text)).isEqualTo(2);

        post(ANA, "/api/v1/notes/with-key", null, text)
                .then()
                .statusCode(400)
                .body("detail", containsString("Idempotency-Key is missing"));
    }

    @Test
    void an_answer_is_kept_for_a_day() {
        post(ANA, key, text).then().statusCode(201);
        database.update(
                "update kit.idempotent_answer set created_at = created_at - interval '24 hours' where key = ?", key);
        post(ANA, key, text).then().statusCode(201).header("Idempotency-Replayed", nullValue());
    }

    private static Response post(UUID caller, String key, String text) {
        return post(caller, "/api/v1/notes", key, text);
    }

    private static Response post(UUID caller, String path, String key, String text) {
        var request = given().auth()
                .oauth2(Tokens.user(caller, "ana@norrsken.example", "Ana"))
                .contentType("application/json")
                .body(Map.of("text", text));
        if (key != null) request.header("Idempotency-Key", key);
        return request.post(path);
    }

    private int notes(String text) {
        return database.first("select count(*) from note where text = ?", row -> row.getInt(1), text)
                .orElseThrow();
    }
}
