package dev.callboard.project.board;

import dev.callboard.kit.test.PlatformServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static dev.callboard.project.board.Summons.as;
import static dev.callboard.project.board.Summons.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

/** Who sees which calls, who was there, and what that leaves on the time card. */
@QuarkusTest
@WithTestResource(PlatformServers.class)
class AttendanceTest extends TheSaltRoad {
    @Test
    void crew_see_their_own_call_heads_their_department_and_only_those_see_the_number() {
        salt.hire("Zoë", "Müller", "grip");
        summons.calls("best boy grip", 1, 120);
        summons.calls("grip", 1, 120);
        summons.book("Bo", "best boy grip");
        summons.book("Zoë", "grip");
        summons.publish(200);
        as(salt.token("Bo"))
                .get("/api/v1/projects/{p}/calls", salt.project)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1), "items[0].person.name", equalTo("Bo Ekdahl"));
        as(salt.token("Hedda"))
                .get("/api/v1/projects/{p}/calls", salt.project)
                .then()
                .body("items.size()", equalTo(2), "items[0].person.phone", equalTo("+46701740624"));
        as(salt.token("Bo"))
                .get("/api/v1/calls/{id}", summons.call("Zoë"))
                .then()
                .statusCode(404);
        json(salt.token("Bo"))
                .post("/api/v1/calls/{id}/arrival", summons.call("Bo"))
                .then()
                .statusCode(403);
    }

    @Test
    void a_cursor_that_is_not_ours_is_named() {
        for (var list : List.of("calls", "bookings", "time-cards"))
            as(salt.ana)
                    .get("/api/v1/projects/{p}/{list}?cursor=x", salt.project, list)
                    .then()
                    .statusCode(400)
                    .body("errors[0].field", equalTo("cursor"));
    }

    @Test
    void the_day_is_attended_and_becomes_a_time_card_that_is_approved_once() {
        summons.calledIn("Bo", "best boy grip");
        var id = summons.call("Bo");
        json(salt.ana).post("/api/v1/calls/{id}/wrap", id).then().statusCode(409);
        json(salt.ana)
                .body(Map.of("at", salt.at("17:50").toString()))
                .post("/api/v1/calls/{id}/arrival", id)
                .then()
                .statusCode(200)
                .body("attendance.state", equalTo("ARRIVED"));
        json(salt.ana)
                .body(Map.of("at", salt.at("23:30").toString()))
                .post("/api/v1/calls/{id}/wrap", id)
                .then()
                .statusCode(200)
                .body("attendance.state", equalTo("WRAPPED"));

        var mine = as(salt.token("Bo"))
                .get("/api/v1/me/time-cards")
                .then()
                .statusCode(200)
                .extract();
        var card = mine.jsonPath().getString("items[0].id");
        assertThat(mine.jsonPath().getString("items[0].start")).isEqualTo(salt.day + "T18:00");
        assertThat(mine.jsonPath().getString("items[0].wrap")).isEqualTo(salt.day + "T23:30");
        assertThat(mine.jsonPath().getInt("items[0].elapsedMinutes")).isEqualTo(330);
        assertThat(mine.jsonPath().getInt("items[0].workedMinutes")).isEqualTo(300);

        var etag = as(salt.token("Bo")).get("/api/v1/time-cards/{id}", card).header("ETag");
        json(salt.token("Bo"))
                .header("If-Match", etag)
                .body(Map.of("wrap", salt.day + "T17:00"))
                .patch("/api/v1/time-cards/{id}", card)
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("hours"), "detail", containsString("hours: -1 (expected: 0 to 24)"));
        json(salt.token("Bo"))
                .header("If-Match", etag)
                .body(Map.of("wrap", salt.day.plusDays(1) + "T00:30", "perDiems", 1))
                .patch("/api/v1/time-cards/{id}", card)
                .then()
                .statusCode(200)
                .body("workedMinutes", equalTo(360));

        as(salt.ana).post("/api/v1/time-cards/{id}/approval", card).then().statusCode(409);
        as(salt.token("Bo"))
                .post("/api/v1/time-cards/{id}/submission", card)
                .then()
                .statusCode(200);
        as(salt.token("Bo"))
                .post("/api/v1/time-cards/{id}/approval", card)
                .then()
                .statusCode(403);
        json(salt.ana)
                .body(Map.of("timeCards", List.of(card)))
                .post("/api/v1/projects/{p}/time-cards/approvals", salt.project)
                .then()
                .statusCode(200)
                .body("approved", equalTo(1));
        as(salt.ana).post("/api/v1/time-cards/{id}/approval", card).then().statusCode(409);
        json(salt.token("Bo"))
                .body(Map.of("comment", "I wrapped at one"))
                .post("/api/v1/time-cards/{id}/dispute", card)
                .then()
                .statusCode(200)
                .body("state", equalTo("DISPUTED"), "comment", equalTo("I wrapped at one"), "revision", equalTo(1));
    }
}
