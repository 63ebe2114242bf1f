package dev.callboard.project.board;

import dev.callboard.kit.test.Mailbox;
import dev.callboard.kit.test.PlatformServers;
import dev.callboard.project.call.Actor;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import static dev.callboard.project.board.Summons.answerPath;
import static dev.callboard.project.board.Summons.as;
import static dev.callboard.project.board.Summons.event;
import static dev.callboard.project.board.Summons.eventually;
import static dev.callboard.project.board.Summons.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

/** The day is published anew while people are at work. */
@QuarkusTest
@WithTestResource(PlatformServers.class)
class CalledWhileThereTest extends TheSaltRoad {
    @Inject
    Attending attending;

    @Test
    void who_is_there_is_told_keeps_her_attendance_and_is_asked_nothing() {
        var role = published();
        var old = answerPath(Mailbox.of(salt.address("Bo")).awaitsOne());
        json(null).body(Map.of("answer", "ACKNOWLEDGED")).post(old).then().statusCode(200);
        step("arrival", "17:50");

        move(role);
        summons.publish(200).body("calledAgain", equalTo(1), "told", equalTo(1), "unaffected", equalTo(0));

        as(salt.ana)
                .get("/api/v1/calls/{id}", summons.call("Bo"))
                .then()
                .body("revision", equalTo(2), "answer.state", equalTo("ACKNOWLEDGED"))
                .body("attendance.state", equalTo("ARRIVED"))
                .body("attendance.arrivedAt", equalTo(salt.at("17:50").toString()))
                .body(
                        "steps.find { it.track == 'ATTENDANCE' }.meantAt",
                        equalTo(salt.at("17:50").toString()));
        var mail = Mailbox.of(salt.address("Bo")).awaits(2).getLast();
        assertThat(mail.text())
                .contains("Call 17:30 (was 18:00)", "You have come already: nothing to answer.")
                .doesNotContain("PLEASE ANSWER");
        var attendee = event(mail).getAttendees().getFirst();
        assertThat(attendee.getParticipationStatus().getValue()).isEqualTo("ACCEPTED");
        assertThat(attendee.getRsvp()).isFalse();
        given().accept("text/html")
                .get(old)
                .then()
                .statusCode(409)
                .body(containsString("You have come already: nothing to answer."));
        given().accept("text/html")
                .get(answerPath(mail))
                .then()
                .statusCode(200)
                .body(containsString("You’re there"), containsString("Before: <del>18:00</del>"));
        step("wrap", "23:30");
    }

    @Test
    void who_has_wrapped_is_left_in_peace() {
        var role = published();
        Mailbox.of(salt.address("Bo")).awaitsOne();
        step("arrival", "17:50");
        step("wrap", "19:30");

        move(role);
        summons.publish(409).body("type", containsString("summoning-plan-unchanged"));
    }

    @Test
    void who_arrives_while_a_publication_is_under_way_has_arrived() throws Exception {
        var role = published();
        Mailbox.of(salt.address("Bo")).awaitsOne();
        move(role);
        var call = UUID.fromString(summons.call("Bo"));

        QuarkusTransaction.begin();
        attending.arrived(call, salt.at("17:50"), Actor.PLATFORM);
        var publication = CompletableFuture.supplyAsync(() -> summons.publish(200));
        eventually(() -> assertThat(somebodyWaitsForACall()).isTrue());
        QuarkusTransaction.commit();

        publication.get(1, TimeUnit.MINUTES).body("calledAgain", equalTo(1), "told", equalTo(1));
        as(salt.ana)
                .get("/api/v1/calls/{id}", summons.call("Bo"))
                .then()
                .body("revision", equalTo(2), "attendance.state", equalTo("ARRIVED"), "allowed", hasItem("wrap"));
    }

    /** In a transaction of its own: within one PostgreSQL shows the same activity again and again. */
    private boolean somebodyWaitsForACall() {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.first("""
                        select exists (select 1 from pg_stat_activity where datname = current_database()
                          and wait_event_type = 'Lock' and query like '%from call %for update%')
                        """, row -> row.getBoolean(1)).orElseThrow());
    }

    private String published() {
        var role = summons.calls("best boy grip", 1, 120);
        summons.book("Bo", "best boy grip");
        summons.publish(200).body("told", equalTo(0));
        return role;
    }

    private void step(String step, String at) {
        json(salt.ana)
                .body(Map.of("at", salt.at(at).toString()))
                .post("/api/v1/calls/{id}/{step}", summons.call("Bo"), step)
                .then()
                .statusCode(200);
    }

    /** Bo is to come half an hour earlier. */
    private void move(String role) {
        var path = "/api/v1/projects/" + salt.project + "/summoning-plan/role-calls/" + role;
        json(salt.ana)
                .header("If-Match", as(salt.ana).get(path).header("ETag"))
                .body(Map.of("callOffsetMinutes", 150))
                .patch(path)
                .then()
                .statusCode(200);
    }
}
