package dev.callboard.kit.contract;

import dev.callboard.kit.contract.Borrowing.BorrowingReply.KeyRefused;
import dev.callboard.kit.contract.Borrowing.BorrowingReply.KeyReserved;
import dev.callboard.kit.database.Database;
import dev.callboard.kit.id.Ids;
import dev.callboard.kit.saga.SagaSteps;
import dev.callboard.kit.saga.Sagas;
import dev.callboard.kit.saga.Sagas.Standing;
import dev.callboard.kit.saga.Status;
import dev.callboard.kit.test.PlatformServers;
import dev.callboard.kit.test.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

@QuarkusTest
@WithTestResource(PlatformServers.class)
class SagaTest {
    private final UUID saga = Ids.next();

    @Inject
    Sagas sagas;

    @Inject
    SagaSteps steps;

    @Inject
    Database database;

    @Test
    void a_saga_runs_through_remote_and_local_commands_to_its_end() {
        start("Bo");
        reply(new KeyReserved(7));

        assertThat(sagas.standing(saga)).contains(new Standing("Borrowed", Status.COMPLETED, null));
        assertThat(notes()).isEqualTo(1);
        assertThat(log()).containsExactly("start", "KeyReserved", "Noted");
    }

    @Test
    void starting_again_changes_nothing() {
        start("Bo");
        start("Eva");
        assertThat(log()).containsExactly("start");
    }

    @Test
    void a_repeated_reply_leaves_an_ended_saga_as_it_is() {
        start("Bo");
        reply(new KeyReserved(7));
        reply(new KeyReserved(7));

        assertThat(sagas.standing(saga).orElseThrow().status()).isEqualTo(Status.COMPLETED);
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void silence_is_a_reply_and_a_late_success_is_undone_again() throws Throwable {
        start("Bo", Duration.ofMillis(1));
        Await.until(() -> assertThat(sagas.standing(saga)).contains(new Standing("Refused", Status.COMPENSATED, null)));
        reply(new KeyReserved(7));

        assertThat(sagas.standing(saga)).contains(new Standing("Refused", Status.COMPENSATED, null));
        assertThat(log()).containsExactly("start", "NotAnswered", "KeyReserved");
        assertThat(commandsOfStep(3)).contains("ReleaseKey");
    }

    @Test
    void a_step_and_its_effect_are_rolled_back_together() {
        start("Bo");
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    sagas.deliver(saga, new KeyReserved(7));
                    throw new IllegalStateException("the consumer fails");
                }))
                .hasMessage("the consumer fails");

        assertThat(sagas.standing(saga).orElseThrow().state()).isEqualTo("Asking");
        assertThat(notes()).isZero();
    }

    @Test
    void an_operator_sees_a_parked_saga_and_puts_it_right() {
        start("Bo");
        reply(new KeyRefused("the key is lost"));

        operator()
                .get("/api/v1/sagas?status=PARKED&limit=200")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(saga.toString()));
        operator()
                .get("/api/v1/sagas/" + saga)
                .then()
                .statusCode(200)
                .body("reason", equalTo("the key is lost"))
                .body("steps.reply", contains("start", "KeyRefused"))
                .body("steps[0].commands", contains("ReserveKey"))
                .body("allowed", hasItem("retry"));

        operator()
                .post("/api/v1/sagas/" + saga + "/retry")
                .then()
                .statusCode(200)
                .body("status", equalTo("RUNNING"));
        assertThat(commandsOfStep(3)).contains("ReserveKey");
        operator()
                .post("/api/v1/sagas/" + saga + "/compensate")
                .then()
                .statusCode(200)
                .body("status", equalTo("COMPENSATED"));
        operator().post("/api/v1/sagas/" + saga + "/accept").then().statusCode(409);
    }

    @Test
    void a_foreign_saga_is_answered_like_an_unknown_one() {
        start("Bo");
        var stranger = given().auth().oauth2(Tokens.user(UUID.randomUUID(), "bo@crew.example", "Bo"));
        stranger.get("/api/v1/sagas/" + saga).then().statusCode(404);
        stranger.get("/api/v1/sagas/" + UUID.randomUUID()).then().statusCode(404);
        stranger.get("/api/v1/sagas").then().statusCode(403);
        stranger.post("/api/v1/sagas/" + saga + "/accept").then().statusCode(403);
    }

    @Test
    void a_step_is_done_once_and_once_undone() {
        assertThat(begin()).isEqualTo(SagaSteps.Begin.FIRST);
        assertThat(begin()).isEqualTo(SagaSteps.Begin.REPEATED);
        assertThat(undo()).isEqualTo(SagaSteps.Undo.DONE_BEFORE);
        assertThat(undo()).isEqualTo(SagaSteps.Undo.REPEATED);
        assertThat(begin()).isEqualTo(SagaSteps.Begin.UNDONE);
    }

    @Test
    void an_undo_that_overtakes_its_step_leaves_a_tombstone() {
        assertThat(undo()).isEqualTo(SagaSteps.Undo.NEVER_DONE);
        assertThat(begin()).isEqualTo(SagaSteps.Begin.UNDONE);
    }

    private SagaSteps.Begin begin() {
        return QuarkusTransaction.requiringNew().call(() -> steps.begin(saga, "reserve"));
    }

    private SagaSteps.Undo undo() {
        return QuarkusTransaction.requiringNew().call(() -> steps.undo(saga, "reserve"));
    }

    private void start(String who) {
        start(who, Duration.ofHours(1));
    }

    private void start(String who, Duration patience) {
        var first = Borrowing.first(saga, who, patience);
        QuarkusTransaction.requiringNew()
                .run(() -> sagas.start(Borrowing.KIND, saga, UUID.randomUUID(), UUID.randomUUID(), first));
    }

    private void reply(Object reply) {
        QuarkusTransaction.requiringNew().run(() -> sagas.deliver(saga, reply));
    }

    private List<String> log() {
        return database.list(
                "select reply from kit.saga_step where saga_id = ? order by no", row -> row.getString(1), saga);
    }

    private String commandsOfStep(int no) {
        return database.first(
                        "select commands::text from kit.saga_step where saga_id = ? and no = ?",
                        row -> row.getString(1),
                        saga,
                        no)
                .orElseThrow();
    }

    private int notes() {
        return database.first("select count(*) from note where text = ?", row -> row.getInt(1), "saga " + saga)
                .orElseThrow();
    }

    private static RequestSpecification operator() {
        return given().auth().oauth2(Tokens.user(UUID.randomUUID(), "olga@callboard.example", "Olga", "OPERATOR"));
    }
}
