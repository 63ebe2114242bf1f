package dev.callboard.project.board;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.test.PlatformServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** From the published plan to what each reader's sheet says. */
@QuarkusTest
@WithTestResource(PlatformServers.class)
class CallSheetFlowTest {
    @Inject
    Database database;

    @Inject
    InstantSource clock;

    private Production salt;

    @BeforeEach
    void a_night_that_bo_is_called_to() {
        salt = new Production(database, clock.instant());
        salt.hire("Bo", "Ekdahl", "best boy grip");
        salt.hire("Hedda", "Norén", "key grip");
        salt.heads("Hedda");
        var plan = "/api/v1/projects/" + salt.project + "/summoning-plan";
        as(salt.ana)
                .body(Map.of("activityId", salt.night, "role", "best boy grip", "count", 1, "callOffsetMinutes", 120))
                .post(plan + "/role-calls")
                .then()
                .statusCode(201);
        as(salt.ana)
                .body(Map.of(
                        "crewEntryId", salt.entry("Bo"),
                        "role", "best boy grip",
                        "from", salt.day.toString(),
                        "to", salt.day.toString()))
                .post("/api/v1/projects/{p}/bookings", salt.project)
                .then()
                .statusCode(201);
        sheet(salt.ana, "").statusCode(404);
        as(salt.ana)
                .header("If-Match", as(salt.ana).get(plan).header("ETag"))
                .body(Map.of())
                .post(plan + "/publication")
                .then()
                .statusCode(200);
    }

    @Test
    void ana_reads_the_answers_and_bo_his_own_call() {
        sheet(salt.ana, "")
                .statusCode(200)
                .body(
                        "copy.kind", equalTo("COORDINATOR"),
                        "copy.recipient", equalTo("Ana Lind"),
                        "version.number", equalTo(1),
                        "crew[0].people[0].name", equalTo("Bo Ekdahl"),
                        "crew[0].people[0].mark", equalTo("PENDING"),
                        "place.set", equalTo("Slussen, lower quay"),
                        "catering.meals[0].count", equalTo(1),
                        "own", nullValue());
        sheet(salt.token("Bo"), "")
                .statusCode(200)
                .body(
                        "copy.kind", equalTo("PERSONAL"),
                        "own.role", equalTo("Best boy grip"),
                        "crew[0].people[0].mark", equalTo("NOT_SHOWN"));
        sheet(salt.ana, "?person=" + salt.entry("Bo")).statusCode(200).body("copy.recipient", equalTo("Bo Ekdahl"));
    }

    @Test
    void answers_are_for_who_plans_and_another_persons_copy_for_nobody_else() {
        sheet(salt.token("Bo"), "?copy=COORDINATOR").statusCode(403);
        sheet(salt.token("Bo"), "?person=" + salt.entry("Hedda")).statusCode(403);
        sheet(salt.token("Hedda"), "?copy=PERSONAL").statusCode(404);
        sheet(salt.token("Hedda"), "")
                .statusCode(200)
                .body("copy.kind", equalTo("REDACTED"), "crew[0].people[0].name", nullValue());
        sheet(salt.ana, "?unit=" + UUID.randomUUID()).statusCode(404);
    }

    private ValidatableResponse sheet(String token, String query) {
        return as(token)
                .get("/api/v1/projects/{p}/days/{d}/call-sheet" + query, salt.project, salt.day.toString())
                .then();
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON).accept(ContentType.JSON);
    }
}
