package dev.callboard.kit.contract;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.test.PlatformServers;
import dev.callboard.kit.test.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import static dev.callboard.kit.contract.SuiteTopic.cloudEvent;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithTestResource(PlatformServers.class)
class ConsumerTest {
    private static final String POSTED = "contract.BoardFact.CallPosted";

    private final UUID board = UUID.randomUUID();

    @Inject
    BoardConsumer reader;

    @Inject
    SuiteTopic topic;

    @Inject
    Database database;

    @AfterEach
    void heals() {
        reader.heal();
    }

    @Test
    void an_event_that_is_delivered_twice_takes_effect_once() throws Throwable {
        var id = UUID.randomUUID();
        publish(id, POSTED, "once");
        publish(id, POSTED, "once");
        publish(UUID.randomUUID(), POSTED, "the next");

        Await.until(() -> assertThat(reader.read(board)).contains("the next"));
        assertThat(reader.read(board)).containsExactly("once", "the next");
    }

    @Test
    void a_failure_of_the_machinery_is_waited_out_in_place_however_long() throws Throwable {
        var left = new AtomicInteger(6);
        reader.failOn(
                "patient",
                () -> left.getAndDecrement() > 0
                        ? new IllegalStateException(new SQLTransientConnectionException("no connection"))
                        : null);
        publish(UUID.randomUUID(), POSTED, "patient");
        publish(UUID.randomUUID(), POSTED, "behind it");

        Await.until(() -> assertThat(reader.read(board)).containsExactly("patient", "behind it"));
        assertThat(reader.tries()).isEqualTo(7);
        assertThat(parked()).isZero();
    }

    @Test
    void what_fails_three_times_is_parked_with_all_that_follows_until_a_replay_drains_it_in_order() throws Throwable {
        var elsewhere = UUID.randomUUID();
        reader.failOn("poison", () -> new IllegalArgumentException("cannot swallow that"));
        publish(UUID.randomUUID(), POSTED, "poison");
        publish(UUID.randomUUID(), POSTED, "second");
        publish(UUID.randomUUID(), POSTED, "third");
        topic.publish(elsewhere, cloudEvent(UUID.randomUUID(), POSTED), text(elsewhere, "not held up"));

        Await.until(() -> assertThat(parked()).isEqualTo(3));
        Await.until(() -> assertThat(reader.read(elsewhere)).containsExactly("not held up"));
        assertThat(reader.tries()).isEqualTo(3);
        assertThat(reader.read(board)).isEmpty();

        var letters = operator().get("/api/v1/dead-letters?limit=200").then().statusCode(200);
        List<String> causes = letters.extract().path("items.findAll { it.key == '" + board + "' }.cause");
        assertThat(causes.getFirst()).contains("cannot swallow that");
        assertThat(causes.subList(1, 3)).containsOnlyNulls();
        String head = letters.extract().path("items.find { it.key == '" + board + "' }.id");

        operator()
                .post("/api/v1/dead-letters/" + head + "/replay")
                .then()
                .statusCode(200)
                .body("replayed", equalTo(0))
                .body("remaining", equalTo(3))
                .body("cause", containsString("cannot swallow that"));

        reader.heal();
        operator()
                .post("/api/v1/dead-letters/" + head + "/replay")
                .then()
                .statusCode(200)
                .body("replayed", equalTo(3))
                .body("remaining", equalTo(0));
        assertThat(reader.read(board)).containsExactly("poison", "second", "third");

        publish(UUID.randomUUID(), POSTED, "free again");
        Await.until(() -> assertThat(reader.read(board)).endsWith("free again"));
    }

    @Test
    void other_groups_pass_by_unread() throws Throwable {
        topic.publish(board, cloudEvent(UUID.randomUUID(), "contract.WeatherFact.RainExpected"), "{not even JSON");
        publish(UUID.randomUUID(), POSTED, "after the rain");

        Await.until(() -> assertThat(reader.read(board)).containsExactly("after the rain"));
        assertThat(parked()).isZero();
    }

    @Test
    void a_type_of_a_later_release_is_kept_as_a_dead_letter() throws Throwable {
        publish(UUID.randomUUID(), "contract.BoardFact.CallMoved", "from the future");

        Await.until(() -> assertThat(parked()).isEqualTo(1));
    }

    @Test
    void a_message_that_is_no_cloud_event_is_kept_as_a_dead_letter() throws Throwable {
        topic.publish(board, Map.of(), "hello?");

        Await.until(() -> assertThat(parked()).isEqualTo(1));
    }

    @Test
    void dead_letters_are_for_operators_only() {
        var stina = Tokens.user(UUID.randomUUID(), "stina@norrsken.example", "Stina");
        given().auth().oauth2(stina).get("/api/v1/dead-letters").then().statusCode(403);
        given().get("/api/v1/dead-letters").then().statusCode(401);
    }

    private static RequestSpecification operator() {
        var olga = Tokens.user(UUID.randomUUID(), "olga@callboard.example", "Olga", "OPERATOR");
        return given().auth().oauth2(olga);
    }

    private void publish(UUID id, String type, String text) throws Exception {
        topic.publish(board, cloudEvent(id, type), text(board, text));
    }

    private static String text(UUID board, String text) {
        return "{\"boardId\":\"" + board + "\",\"text\":\"" + text + "\",\"sinceVersion\":2}";
    }

    private int parked() {
        return database.first(
                        "select count(*) from kit.dead_letter where key = ?", row -> row.getInt(1), board.toString())
                .orElseThrow();
    }
}
