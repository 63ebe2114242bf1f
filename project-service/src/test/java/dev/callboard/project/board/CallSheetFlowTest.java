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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

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
        publish();
    }

    private void publish() {
        var plan = "/api/v1/projects/" + salt.project + "/summoning-plan";
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

    @Test
    void what_ana_says_of_the_day_and_of_bo_stands_on_the_sheets_of_who_may_read_it() {
        said(Map.of(
                        "weather",
                        Map.of(
                                "words",
                                "6 to 2 °C, light rain",
                                "source",
                                "SMHI",
                                "enteredAt",
                                clock.instant().toString()),
                        "transport",
                        List.of(Map.of(
                                "at", "06:15", "nextDay", true, "from", "Base", "to", "Hotel", "vehicle", "Minibus 1")),
                        "castTimes",
                        List.of(Map.of(
                                "crewEntryId", salt.entry("Bo").toString(), "pickup", "16:30", "makeUp", "17:00")),
                        "holding",
                        "Tent 2"))
                .statusCode(200)
                .body("weather.source", equalTo("SMHI"), "transport[0].vehicle", equalTo("Minibus 1"));
        var bo = "/api/v1/crew/" + salt.entry("Bo");
        as(salt.ana)
                .header("If-Match", as(salt.ana).get(bo).header("ETag"))
                .body(Map.of("castNumber", "8", "diet", "vegan"))
                .patch(bo)
                .then()
                .statusCode(200)
                .body("castNumber", equalTo("8"), "diet", equalTo("vegan"));
        database.update("update department set kind = 'CAST' where id = ?", salt.grip);

        sheet(salt.ana, "")
                .body(
                        "sky.weather.words", equalTo("6 to 2 °C, light rain"),
                        "transport[0].at", startsWith(salt.day.plusDays(1) + "T06:15"),
                        "cast[0].number", equalTo("8"),
                        "cast[0].pickup", startsWith(salt.day + "T16:30"),
                        "cast[0].makeUp", startsWith(salt.day + "T17:00"),
                        "catering.diets[0].diet", equalTo("vegan"),
                        "catering.diets[0].count", equalTo(1));
        sheet(salt.token("Hedda"), "")
                .body(
                        "copy.kind", equalTo("REDACTED"),
                        "sky.weather.source", equalTo("SMHI"),
                        "transport.size()", equalTo(0),
                        "cast[0].pickup", nullValue(),
                        "catering.diets.size()", equalTo(0));
        as(salt.token("Bo")).get(day()).then().body("holding", equalTo("Tent 2"), "transport", nullValue());
        as(salt.token("Bo")).get(bo).then().body("diet", equalTo("vegan"));

        said(Map.of("holding", "Tent 3")).body("holding", equalTo("Tent 3"), "castTimes.size()", equalTo(1));
        var cleared = new HashMap<String, Object>();
        cleared.put("weather", null);
        cleared.put("transport", List.of());
        said(cleared).statusCode(200).body("weather", nullValue(), "transport.size()", equalTo(0));
    }

    @Test
    void a_second_version_says_what_was_entered_since_the_first_and_shows_nobody_more_than_her_copy() {
        sheet(salt.ana, "").body("version.changes.size()", equalTo(0));
        var weather = Map.of(
                "words", "clear", "source", "SMHI", "enteredAt", clock.instant().toString());
        var meal = Map.of("name", "first meal", "at", "21:30", "minutes", 30);
        var ride = Map.of("at", "16:30", "from", "Hotel", "to", "Base", "vehicle", "Minibus 1");
        said(Map.of("weather", weather, "meals", List.of(meal), "transport", List.of(ride)))
                .statusCode(200);
        database.update("update location set hospital_name = 'Danderyd' where id = ?", salt.slussen);

        sheet(salt.ana, "")
                .body(
                        "version.number",
                        equalTo(1),
                        "version.replaces",
                        nullValue(),
                        changed("HOSPITAL") + ".before",
                        equalTo("Saltsjö Hospital"));
        publish();

        sheet(salt.ana, "")
                .body(
                        "version.number",
                        equalTo(2),
                        "version.replaces",
                        equalTo(1),
                        "version.calledAgain",
                        equalTo(1),
                        changed("HOSPITAL") + ".before",
                        equalTo("Saltsjö Hospital"),
                        changed("HOSPITAL") + ".now",
                        equalTo("Danderyd"),
                        changed("HOSPITAL") + ".cells",
                        equalTo(List.of("/safety/hospital")),
                        changed("MEAL") + ".timeBefore",
                        startsWith(salt.day + "T21:00"),
                        changed("MEAL") + ".time",
                        startsWith(salt.day + "T21:30"),
                        changed("WEATHER") + ".now",
                        equalTo("clear"),
                        changed("TRANSPORT") + ".subject",
                        equalTo("Hotel – Base"),
                        "version.changes.size()",
                        equalTo(4));
        sheet(salt.token("Bo"), "").body("version.changes.size()", equalTo(4));
        sheet(salt.token("Hedda"), "")
                .body(
                        "copy.kind",
                        equalTo("REDACTED"),
                        "version.changes.about",
                        containsInAnyOrder("HOSPITAL", "MEAL", "WEATHER"));

        said(Map.of("notes", "Wet stone")).statusCode(200);
        sheet(salt.ana, "").body("version.number", equalTo(2), changed("NOTES") + ".now", equalTo("Wet stone"));
    }

    private static String changed(String about) {
        return "version.changes.find { it.about == '" + about + "' }";
    }

    @Test
    void what_cannot_be_is_refused_by_name() {
        var later = clock.instant().plusSeconds(3600);
        said(Map.of("weather", Map.of("words", "rain", "source", "SMHI", "enteredAt", later.toString())))
                .statusCode(400)
                .body("errors[0].field", equalTo("weather.enteredAt"), "errors[0].value", equalTo(later.toString()));
        said(Map.of("weather", Map.of("words", "rain", "source", "SMHI", "enteredAt", "yesterday")))
                .statusCode(400);
        var stranger = UUID.randomUUID();
        said(Map.of("castTimes", List.of(Map.of("crewEntryId", stranger.toString(), "makeUp", "17:00"))))
                .statusCode(400)
                .body(
                        "errors[0].field", equalTo("castTimes[0].crewEntryId"),
                        "errors[0].value", equalTo(stranger.toString()),
                        "errors[0].expected", equalTo("a crew entry of the project"));
        said(Map.of("transport", List.of(Map.of("at", "25:00", "from", "a", "to", "b", "who", "grip"))))
                .statusCode(400);
    }

    private String day() {
        return "/api/v1/projects/" + salt.project + "/days/" + salt.day;
    }

    private ValidatableResponse said(Map<String, Object> change) {
        return as(salt.ana)
                .header("If-Match", as(salt.ana).get(day()).header("ETag"))
                .body(change)
                .patch(day())
                .then();
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
