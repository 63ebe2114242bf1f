package dev.callboard.project.opening;

import dev.callboard.contracts.Topics;
import dev.callboard.contracts.account.FundsReply;
import dev.callboard.contracts.account.FundsReply.FundsCaptured;
import dev.callboard.contracts.account.FundsReply.FundsRefused;
import dev.callboard.contracts.account.FundsReply.FundsReserved;
import dev.callboard.kit.database.Database;
import dev.callboard.kit.id.Ids;
import dev.callboard.kit.messaging.Outbox;
import dev.callboard.kit.test.PlatformServers;
import dev.callboard.kit.test.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

/** From the request to open The Salt Road to its published plan; the account answers over Kafka, as account-service does. */
@QuarkusTest
@WithTestResource(PlatformServers.class)
class OpeningFlowTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String STOCKHOLM = "Europe/Stockholm";

    @Inject
    Database database;

    @Inject
    Outbox outbox;

    @Inject
    InstantSource clock;

    private final UUID norrsken = Ids.next();
    private final UUID ana = Ids.next();
    private LocalDate day;

    @BeforeEach
    void the_account_of_norrsken() {
        day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(10);
        database.update(
                "insert into account_summary values (?, 'Norrsken Produktion AB', 'SEK', false, now())", norrsken);
        database.update("insert into account_member values (?, ?, '{PLANNER}', 1)", norrsken, ana);
    }

    private RequestSpecification asAna() {
        return given().auth()
                .oauth2(Tokens.user(ana, "ana@norrsken.example", "Ana Lind"))
                .contentType(ContentType.JSON);
    }

    private static RequestSpecification asStranger() {
        return given().auth()
                .oauth2(Tokens.user(Ids.next(), "bo@elsewhere.example", "Bo"))
                .contentType(ContentType.JSON);
    }

    private String begin() {
        return asAna().body(Map.of("accountId", norrsken, "name", "The Salt Road", "zone", STOCKHOLM))
                .post("/api/v1/projects")
                .then()
                .statusCode(202)
                .header("Link", containsString("rel=\"monitor\""))
                .body("state", equalTo("OPENING"))
                .extract()
                .path("id");
    }

    private String opened() {
        var project = begin();
        answer(new FundsReserved(saga(project), norrsken, Ids.next(), 490_000, "SEK", Instant.now()));
        await(project, "OPEN");
        return project;
    }

    private UUID saga(String project) {
        return UUID.fromString(
                asAna().get("/api/v1/projects/" + project).then().extract().path("opening"));
    }

    private void answer(FundsReply reply) {
        QuarkusTransaction.requiringNew().run(() -> outbox.append(Topics.ACCOUNT_EVENTS, norrsken, reply));
    }

    private void await(String project, String state) {
        var until = System.nanoTime() + PATIENCE.toNanos();
        String now;
        do {
            now = asAna().get("/api/v1/projects/" + project).then().extract().path("state");
            if (state.equals(now)) return;
            LockSupport.parkNanos(MILLISECONDS.toNanos(50));
        } while (System.nanoTime() < until);
        assertThat(now).isEqualTo(state);
    }

    private ValidatableResponse importCsv(String project, String what, String csv) {
        return asAna().contentType("text/csv")
                .body(csv.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/api/v1/projects/" + project + "/" + what + "/import")
                .then();
    }

    private String etag(String path) {
        return asAna().get(path).then().statusCode(200).extract().header("ETag");
    }

    @Test
    void a_project_whose_price_is_reserved_is_open_with_one_empty_plan_and_one_summoning_plan() {
        var project = opened();
        answer(new FundsCaptured(saga(project), norrsken, Ids.next(), Instant.now()));

        asAna().get("/api/v1/projects/" + project + "/plan")
                .then()
                .statusCode(200)
                .body("number", equalTo(0))
                .body("activities", hasSize(0));
        assertThat(database.list(
                        "select 1 from summoning_plan where project_id = ?", row -> 1, UUID.fromString(project)))
                .hasSize(1);
    }

    @Test
    void a_refused_project_keeps_what_was_entered_and_opens_after_another_card() {
        var project = begin();
        importCsv(project, "crew", "email,given_name,roles\nbo@norrsken.example,Bo,grip\n")
                .statusCode(200);
        answer(new FundsRefused(saga(project), norrsken, "card_declined", "The card was declined", Instant.now()));
        await(project, "REFUSED");

        asAna().post("/api/v1/projects/" + project + "/opening").then().statusCode(202);
        answer(new FundsReserved(saga(project), norrsken, Ids.next(), 490_000, "SEK", Instant.now()));
        await(project, "OPEN");

        asAna().get("/api/v1/projects/" + project + "/crew")
                .then()
                .body("items", hasSize(1))
                .body("items[0].roles", hasItem("grip"));
    }

    @Test
    void every_bad_row_of_a_crew_list_is_named_and_nothing_is_imported() {
        var project = begin();

        importCsv(project, "crew", """
                        email,given_name,family_name,phone,locale,department,roles,employee_no
                        bo@norrsken.example,Bo,Ek,07x-174 06 46,sv,grip,grip,1001
                        hedda@norrsken.example,Hedda,Ström,+46701740606,sv,grip,key grip,1002
                        asa(at)norrsken.example,Åsa,Öberg,,Swedish,camera,,1003
                        """)
                .statusCode(422)
                .body("errors", hasSize(3))
                .body("errors[0].line", equalTo(2))
                .body("errors[0].column", equalTo("phone"))
                .body("errors[0].expected", containsString("E.164"))
                .body("errors[1].line", equalTo(4))
                .body("errors.column", hasItem("locale"));

        asAna().get("/api/v1/projects/" + project + "/crew").then().body("items", hasSize(0));
        asAna().get("/api/v1/projects/" + project + "/departments").then().body("items", hasSize(0));
    }

    @Test
    void a_double_booked_studio_is_shown_in_the_draft_and_keeps_the_plan_from_being_published() {
        var project = opened();
        importCsv(
                        project,
                        "locations",
                        "name,address,zone,latitude,longitude,exclusive\nStudio 2,Frihamnen,Europe/Stockholm,59.34,18.12,true\n")
                .statusCode(200)
                .body("imported", equalTo(1));
        importCsv(
                        project,
                        "activities",
                        "number,title,location,start,duration_minutes,roles,depends_on\n"
                                + "1,Kitchen,Studio 2,%1$sT08:30,240,grip:2,\n2,Pre-light,studio 2,%1$sT10:30,150,,1\n"
                                        .formatted(day))
                .statusCode(200)
                .body("conflicts", hasSize(1));
        var plan = "/api/v1/projects/" + project + "/plan";

        asAna().header("If-Match", etag(plan))
                .post(plan + "/publication")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/location-double-booked"))
                .body("conflicts", hasSize(1));

        String second = asAna().get("/api/v1/projects/" + project + "/activities")
                .then()
                .extract()
                .path("items[1].id");
        asAna().header("If-Match", etag("/api/v1/activities/" + second))
                .body(Map.of("start", day + "T18:00"))
                .patch("/api/v1/activities/" + second)
                .then()
                .statusCode(200)
                .body("conflicts", hasSize(0));
        asAna().header("If-Match", etag(plan))
                .post(plan + "/publication")
                .then()
                .statusCode(200)
                .body("number", equalTo(1))
                .body("state", equalTo("PUBLISHED"));
        asAna().get(plan + "/versions/1/changes").then().statusCode(200).body("difference.added", hasSize(2));
        asAna().get("/api/v1/projects/" + project + "/days")
                .then()
                .body("items", hasSize(1))
                .body("items[0].number", equalTo(1));
    }

    @Test
    void activities_that_would_wait_for_each_other_are_refused_with_the_way_round() {
        var project = begin();
        importCsv(project, "locations", "name,address,zone\nSlussen,Slussplan 1,Europe/Stockholm\n")
                .statusCode(200);

        importCsv(
                        project,
                        "activities",
                        "number,title,location,start,duration_minutes,depends_on\n1,A,Slussen,%1$sT08:00,60,2\n2,B,Slussen,%1$sT10:00,60,1\n"
                                .formatted(day))
                .statusCode(422)
                .body("errors[0].value", containsString("→"));
    }

    @Test
    void a_stranger_gets_the_answer_of_a_project_that_does_not_exist() {
        var project = begin();

        var foreign = asStranger()
                .get("/api/v1/projects/" + project)
                .then()
                .statusCode(404)
                .extract();
        var unknown = asStranger()
                .get("/api/v1/projects/" + Ids.next())
                .then()
                .statusCode(404)
                .extract();

        assertThat(foreign.<String>path("detail")).isEqualTo(unknown.path("detail"));
        assertThat(foreign.<String>path("type")).isEqualTo(unknown.path("type"));
    }

    @Test
    void hostile_input_says_what_and_where_and_changes_nothing() {
        var project = begin();
        var path = "/api/v1/projects/" + project;
        asAna().body("{\"goals\":\"x\"}")
                .header("If-Match", etag(path))
                .patch(path)
                .then()
                .statusCode(400);
        asAna().body("{\"zone\":\"Europe/Stokholm\"}")
                .header("If-Match", etag(path))
                .patch(path)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("zone"));
        asAna().body("{\"name\":\"%s\"}".formatted("x".repeat(201)))
                .header("If-Match", etag(path))
                .patch(path)
                .then()
                .statusCode(400);
        asAna().body("{\"goal\":\"x\"}").patch(path).then().statusCode(428);
        asAna().body("{\"goal\":\"x\"}")
                .header("If-Match", "\"999\"")
                .patch(path)
                .then()
                .statusCode(412);
        asAna().body("{\"phase\":\"DELIVERED\"}")
                .header("If-Match", etag(path))
                .post(path + "/phase")
                .then()
                .statusCode(409);
        asAna().get(path).then().statusCode(200).body("goal", equalTo(null)).body("phase", equalTo("INCEPTION"));
    }

    @Test
    void a_key_used_again_gives_the_same_project_and_with_another_body_is_refused() {
        var key = Ids.next().toString();
        var body = Map.of("accountId", norrsken, "name", "The Salt Road", "zone", STOCKHOLM);
        String first = asAna().header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/projects")
                .then()
                .statusCode(202)
                .extract()
                .path("id");

        asAna().header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/projects")
                .then()
                .statusCode(202)
                .body("id", equalTo(first));
        asAna().header("Idempotency-Key", key)
                .body(Map.of("accountId", norrsken, "name", "Another", "zone", STOCKHOLM))
                .post("/api/v1/projects")
                .then()
                .statusCode(422);
        asAna().get("/api/v1/projects?account=" + norrsken)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].allowed", notNullValue());
    }
}
