package dev.callboard.report.payroll.leave;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.test.PlatformServers;
import dev.callboard.report.Norrsken;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

import static dev.callboard.report.Norrsken.hourly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** Åsa asks for leave; Eva or Stina decide. */
@QuarkusTest
@WithTestResource(PlatformServers.class)
class LeaveRequestsTest {
    @Inject
    Database db;

    @Inject
    InstantSource clock;

    private AsasLeave leave;

    @BeforeEach
    void asa_is_employed() {
        leave = new AsasLeave(db, clock);
    }

    @Test
    void what_an_employee_asks_for_and_payroll_approves_is_booked_with_who_and_when() {
        var asked = leave.ask(leave.asAsa(), leave.monday, leave.monday.plusDays(4), "PAID");
        asked.then()
                .statusCode(201)
                .body("state", equalTo("REQUESTED"))
                .body("employeeNo", equalTo("2086"))
                .body("daysHundredths", equalTo(500))
                .body("askedByName", equalTo(leave.asa + " Öberg"))
                .body("allowed", contains("withdraw"));
        assertThat(leave.bookings()).isEmpty();

        var path = AsasLeave.path(asked);
        leave.asAsa().get(path).then().statusCode(200).header("ETag", equalTo(asked.header("ETag")));
        leave.norrsken.asEva().get(path).then().body("allowed", contains("approve", "refuse"));
        leave.decide(leave.norrsken.asEva(), path, "approval")
                .then()
                .statusCode(200)
                .body("state", equalTo("APPROVED"))
                .body("endedByName", equalTo("Eva Strand"))
                .body("endedAt", notNullValue())
                .body("allowed", empty());

        assertThat(leave.bookings())
                .containsExactly("2086 %s %s PAID %s %s Eva Strand"
                        .formatted(
                                leave.monday,
                                leave.monday.plusDays(4),
                                leave.day(path, "askedAt"),
                                leave.day(path, "endedAt")));
    }

    @Test
    void payroll_asks_for_somebody_by_number_and_somebody_else_approves() {
        var asked = leave.asked(leave.norrsken.asEva(), """
                {"employeeNo": "4711", "from": "%s", "to": "%s", "kind": "SAVED"}
                """.formatted(leave.monday, leave.monday));
        asked.then().statusCode(201).body("allowed", contains("refuse", "withdraw"));

        leave.decide(leave.norrsken.asEva(), AsasLeave.path(asked), "approval")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/leave-approver-must-differ"));
        assertThat(leave.bookings()).isEmpty();
        leave.norrsken.asStina().get(AsasLeave.path(asked)).then().body("allowed", contains("approve", "refuse"));
        leave.decide(leave.norrsken.asStina(), AsasLeave.path(asked), "approval")
                .then()
                .statusCode(200)
                .body("endedByName", equalTo("Stina Lind"));
    }

    @Test
    void payroll_asks_for_somebody_by_number_and_who_is_asked_for_may_withdraw() {
        var asked = leave.asked(leave.norrsken.asEva(), """
                {"employeeNo": "2086", "from": "%s", "to": "%s", "kind": "SAVED", "note": "By telephone"}
                """.formatted(leave.monday, leave.monday));
        asked.then()
                .statusCode(201)
                .body("askedByName", equalTo("Eva Strand"))
                .body("note", equalTo("By telephone"))
                .body("allowed", contains("refuse", "withdraw"));

        leave.decide(leave.norrsken.asStina(), AsasLeave.path(asked), "withdrawal")
                .then()
                .statusCode(403);
        leave.decide(leave.asAsa(), AsasLeave.path(asked), "withdrawal")
                .then()
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"));
        leave.decide(leave.norrsken.asStina(), AsasLeave.path(asked), "approval")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/leave-request-closed"))
                .body("detail", containsString("state: WITHDRAWN (expected: REQUESTED)"));
        assertThat(leave.bookings()).isEmpty();
    }

    @Test
    void nobody_decides_about_leave_of_their_own() {
        leave.norrsken
                .employees(AsasLeave.addressed(hourly("1", "Eva", "Strand", 30_000), "eva"))
                .then()
                .statusCode(200);
        var own = leave.ask(leave.norrsken.asEva(), leave.monday, leave.monday, "PAID");
        own.then().statusCode(201).body("employeeNo", equalTo("1")).body("allowed", contains("withdraw"));

        for (var decision : List.of("approval", "refusal"))
            leave.decide(leave.norrsken.asEva(), AsasLeave.path(own), decision)
                    .then()
                    .statusCode(403)
                    .body("type", equalTo("/problems/leave-of-ones-own"));
        leave.adjust("1", 500).then().statusCode(403).body("type", equalTo("/problems/leave-of-ones-own"));

        // also where somebody else has asked in her place
        var forHer = leave.asked(
                leave.norrsken.asStina(),
                "{\"employeeNo\": \"1\", \"from\": \"%1$s\", \"to\": \"%1$s\", \"kind\": \"PAID\"}"
                        .formatted(leave.monday.plusDays(1)));
        leave.decide(leave.norrsken.asEva(), AsasLeave.path(forHer), "approval")
                .then()
                .statusCode(403);
        leave.decide(leave.norrsken.asStina(), AsasLeave.path(own), "approval")
                .then()
                .statusCode(200);
    }

    @Test
    void who_asked_for_somebody_without_an_address_does_not_approve_it_and_nobody_adjusts_it() {
        leave.norrsken.employees(hourly("1", "Eva", "Strand", 30_000)).then().statusCode(200);
        var path = AsasLeave.path(leave.asked(
                leave.norrsken.asEva(),
                "{\"employeeNo\": \"1\", \"from\": \"%1$s\", \"to\": \"%1$s\", \"kind\": \"PAID\"}"
                        .formatted(leave.monday)));

        leave.decide(leave.norrsken.asEva(), path, "approval").then().statusCode(403);
        leave.adjust("1", 500)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/leave-employee-unaddressed"))
                .body("title", containsString("enter it first"));
        leave.decide(leave.norrsken.asEva(), path, "refusal").then().statusCode(200);
    }

    @Test
    void a_refusal_says_why_and_is_the_end() {
        var path = AsasLeave.path(leave.ask(leave.asAsa(), leave.monday, leave.monday, "PAID"));
        var tag = leave.asAsa().get(path).header("ETag");

        leave.norrsken
                .asEva()
                .header("If-Match", tag)
                .contentType(ContentType.JSON)
                .body("{\"reason\": \" \"}")
                .post(path + "/refusal")
                .then()
                .statusCode(400)
                .body("errors.field", contains("reason"));
        leave.decide(leave.norrsken.asEva(), path, "refusal")
                .then()
                .statusCode(200)
                .body("state", equalTo("REFUSED"))
                .body("reason", equalTo("The night of the 30th is shot"));

        leave.asAsa().get(path).then().body("reason", equalTo("The night of the 30th is shot"));
        leave.decide(leave.asAsa(), path, "withdrawal").then().statusCode(409);
        leave.asAsa().header("If-Match", tag).post(path + "/withdrawal").then().statusCode(412);
        leave.asAsa().post(path + "/withdrawal").then().statusCode(428);
        assertThat(leave.bookings()).isEmpty();
        // the days are free again
        leave.ask(leave.asAsa(), leave.monday, leave.monday, "PAID").then().statusCode(201);
    }

    @Test
    void each_sees_and_does_what_is_theirs() {
        var path = AsasLeave.path(leave.ask(leave.asAsa(), leave.monday, leave.monday, "PAID"));
        var bo = "bo" + UUID.randomUUID();
        leave.norrsken
                .employees(AsasLeave.addressed(hourly("4711", "Bo", "Ekdahl", 28_500), bo))
                .then()
                .statusCode(200);
        var asBo = Norrsken.as(UUID.randomUUID(), bo + " Ekdahl");

        asBo.get(leave.requests).then().statusCode(200).body("items", empty());
        asBo.get(path).then().statusCode(404);
        leave.decide(Norrsken.as(UUID.randomUUID(), bo + " Ekdahl"), path, "withdrawal")
                .then()
                .statusCode(404);
        leave.decide(leave.asAsa(), path, "approval").then().statusCode(403);
        leave.asked(
                        leave.asAsa(),
                        "{\"employeeNo\": \"4711\", \"from\": \"%1$s\", \"to\": \"%1$s\", \"kind\": \"PAID\"}"
                                .formatted(leave.monday))
                .then()
                .statusCode(403);
        Norrsken.as(leave.norrsken.ana, "Ana Lind").get(leave.requests).then().statusCode(403);
        Norrsken.as(UUID.randomUUID(), "Fred Kask").get(leave.requests).then().statusCode(404);
        Norrsken.as(UUID.randomUUID(), "Fred Kask").get(path).then().statusCode(404);
    }

    @Test
    void who_has_taken_over_a_number_does_not_see_or_get_what_was_asked_for_before() {
        var path = AsasLeave.path(leave.ask(leave.asAsa(), leave.monday, leave.monday, "PAID"));
        var nils = "nils" + UUID.randomUUID();
        leave.norrsken
                .employees(AsasLeave.addressed(hourly("2086", "Nils", "Ny", 25_000), nils))
                .then()
                .statusCode(200);

        Norrsken.as(UUID.randomUUID(), nils + " Ny").get(leave.requests).then().body("items", empty());
        Norrsken.as(UUID.randomUUID(), nils + " Ny").get(path).then().statusCode(404);
        leave.asAsa().get(path).then().statusCode(404);
        leave.norrsken.asEva().get(path).then().statusCode(200);

        leave.decide(leave.norrsken.asEva(), path, "approval")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/leave-employee-changed"));
        leave.norrsken.asEva().get(path).then().body("state", equalTo("REQUESTED"));
        assertThat(leave.bookings()).isEmpty();
        leave.norrsken
                .employees(AsasLeave.addressed(hourly("2086", "Åsa", "Öberg", 25_000), "A" + leave.asa.substring(1)))
                .then()
                .statusCode(200);
        leave.decide(leave.norrsken.asEva(), path, "approval").then().statusCode(200);
    }

    @Test
    void the_list_has_pages_and_states() {
        for (int week = 0; week < 3; week++)
            leave.ask(leave.asAsa(), leave.monday.plusWeeks(week), leave.monday.plusWeeks(week), "PAID")
                    .then()
                    .statusCode(201);
        leave.asked(
                leave.norrsken.asEva(),
                "{\"employeeNo\": \"4711\", \"from\": \"%1$s\", \"to\": \"%1$s\", \"kind\": \"SICK\"}"
                        .formatted(leave.monday));
        String last = leave.norrsken
                .asEva()
                .get(leave.requests + "?state=REQUESTED&employeeNo=2086")
                .path("items[2].id");
        leave.decide(leave.norrsken.asEva(), leave.requests + "/" + last, "approval")
                .then()
                .statusCode(200);

        leave.norrsken
                .asEva()
                .get(leave.requests)
                .then()
                .body("items.employeeNo", contains("4711", "2086", "2086", "2086"));
        leave.norrsken.asEva().get(leave.requests + "?state=APPROVED").then().body("items.id", contains(last));
        String next = leave.asAsa()
                .get(leave.requests + "?limit=2")
                .then()
                .body(
                        "items.from",
                        contains(
                                leave.monday.plusWeeks(2).toString(),
                                leave.monday.plusWeeks(1).toString()))
                .extract()
                .path("next");
        leave.asAsa()
                .get(leave.requests + "?limit=2&cursor=" + next)
                .then()
                .body("items.id", contains(last))
                .body("next", nullValue());
        leave.asAsa().get(leave.requests + "?state=LATE").then().statusCode(400).body("errors.value", contains("LATE"));
    }

    @Test
    void the_same_key_asks_once() {
        var key = UUID.randomUUID().toString();
        var first = leave.ask(leave.asAsa().header("Idempotency-Key", key), leave.monday, leave.monday, "PAID");
        var again = leave.ask(leave.asAsa().header("Idempotency-Key", key), leave.monday, leave.monday, "PAID");

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(AsasLeave.path(again)).isEqualTo(AsasLeave.path(first));
        leave.asAsa().get(leave.requests).then().body("items.id", contains(first.<String>path("id")));
    }
}
