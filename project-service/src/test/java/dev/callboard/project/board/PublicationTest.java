package dev.callboard.project.board;

import dev.callboard.kit.test.Mailbox;
import dev.callboard.kit.test.PlatformServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static dev.callboard.project.board.Summons.answerPath;
import static dev.callboard.project.board.Summons.as;
import static dev.callboard.project.board.Summons.event;
import static dev.callboard.project.board.Summons.eventually;
import static dev.callboard.project.board.Summons.json;
import static dev.callboard.project.board.Summons.within;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

/** From the plan to the mail: who is called, called again, left in peace. Over real SMTP. */
@QuarkusTest
@WithTestResource(PlatformServers.class)
class PublicationTest extends TheSaltRoad {
    @Test
    void a_published_plan_reaches_each_person_once_and_says_when_and_where() {
        summons.calls("best boy grip", 1, 120);
        summons.calls("key grip", 1, 120);
        summons.book("Bo", "best boy grip");
        summons.book("Hedda", "key grip");

        json(salt.ana)
                .post("/api/v1/projects/{p}/summoning-plan/preview", salt.project)
                .then()
                .statusCode(200)
                .body("called", equalTo(2), "withdrawn", equalTo(0), "open.size()", equalTo(0));
        assertThat(Mailbox.of(salt.address("Bo")).mails()).isEmpty();

        summons.publish(200).body("version", equalTo(1), "called", equalTo(2));
        var mail = Mailbox.of(salt.address("Bo")).awaitsOne();
        assertThat(mail.subject())
                .startsWith("Call ")
                .endsWith(" 18:00 \u00b7 Slussen, Stockholm \u00b7 The Salt Road");
        assertThat(mail.text().lines().findFirst()).contains(mail.subject());
        assertThat(mail.text())
                .contains(
                        "Ring Hedda Norén, key grip: 070-174 06 24", "Report at unit base, Stadsgårdskajen 14, gate B");

        var event = event(mail);
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(salt.at("18:00"));
        assertThat(event.getDateEnd().getValue().toInstant())
                .isEqualTo(salt.day
                        .plusDays(1)
                        .atTime(6, 0)
                        .atZone(Production.STOCKHOLM)
                        .toInstant());
        assertThat(event.getSequence().getValue()).isZero();
        eventually(() -> summons.myCall("Bo").body("items[0].delivery[0].state", equalTo("SENT")));
    }

    @Test
    void only_those_whose_call_changed_are_called_again_and_the_old_link_leads_to_the_new_call() {
        var boRole = summons.calls("best boy grip", 1, 120);
        summons.calls("key grip", 1, 90);
        summons.book("Bo", "best boy grip");
        summons.book("Hedda", "key grip");
        summons.publish(200);
        var old = answerPath(Mailbox.of(salt.address("Bo")).awaitsOne());
        var kept = answerPath(Mailbox.of(salt.address("Hedda")).awaitsOne());
        json(null).body(Map.of("answer", "ACKNOWLEDGED")).post(old).then().statusCode(200);
        json(null).body(Map.of("answer", "ACKNOWLEDGED")).post(kept).then().statusCode(200);

        var path = "/api/v1/projects/" + salt.project + "/summoning-plan/role-calls/" + boRole;
        var etag = as(salt.ana).get(path).header("ETag");
        json(salt.ana)
                .header("If-Match", etag)
                .body(Map.of("callOffsetMinutes", 150))
                .patch(path)
                .then()
                .statusCode(200);
        summons.publish(200)
                .body("version", equalTo(2), "called", equalTo(0), "calledAgain", equalTo(1), "unaffected", equalTo(1));

        var mails = Mailbox.of(salt.address("Bo")).awaits(2);
        assertThat(mails.getLast().subject()).contains(" 17:30 ");
        assertThat(mails.getLast().text().lines().limit(6))
                .containsExactly(
                        mails.getLast().subject(),
                        "",
                        "CHANGED since version 1 of this call:",
                        "Call 17:30 (was 18:00)",
                        "",
                        "Hello Bo,");
        assertThat(mails.getFirst().text()).doesNotContain("CHANGED");
        assertThat(event(mails.getLast()).getUid().getValue())
                .isEqualTo(event(mails.getFirst()).getUid().getValue());
        assertThat(event(mails.getLast()).getSequence().getValue())
                .isGreaterThan(event(mails.getFirst()).getSequence().getValue());

        given().accept("text/html")
                .get(old)
                .then()
                .statusCode(409)
                .body(
                        containsString("This call has been replaced"),
                        containsString("Before: <del>18:00</del>. Half an hour earlier."));
        var answer = json(null)
                .body(Map.of("answer", "ACKNOWLEDGED"))
                .post(old)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", containsString("call-superseded"), "call.call.said", equalTo("17:30"))
                .extract()
                .path("answer");
        given().accept("application/json")
                .get((String) answer)
                .then()
                .statusCode(200)
                .body("answer.state", equalTo("PENDING"));
        given().accept("application/json")
                .get(kept)
                .then()
                .statusCode(200)
                .body("answer.state", equalTo("ACKNOWLEDGED"));
        assertThat(Mailbox.of(salt.address("Hedda")).mails()).hasSize(1);
        summons.publish(409).body("type", containsString("summoning-plan-unchanged"));
    }

    @Test
    void a_broken_rule_is_named_and_can_be_overridden_with_a_reason_only() {
        // Bo works on Friday morning until noon of the night's own day, and is called again in the evening
        salt.activity(UUID.randomUUID(), "30", "Build", salt.day.atTime(10, 0), 60);
        summons.calls("best boy grip", 1, 120);
        summons.book("Bo", "best boy grip");
        var before = UUID.randomUUID();
        salt.activity(before, "29", "Pre-rig", salt.day.minusDays(1).atTime(22, 0), 12 * 60);
        database.update("update activity set working_day = ? where id = ?", salt.day.minusDays(1), before);
        json(salt.ana)
                .body(Map.of("activityId", before, "role", "best boy grip", "count", 1, "callOffsetMinutes", 60))
                .post("/api/v1/projects/{p}/summoning-plan/role-calls", salt.project)
                .then()
                .statusCode(201);

        var refused = summons.publish(409)
                .body("type", containsString("summoning-plan-breaks-rules"), "violations[0].rule", equalTo("REST"))
                .body("detail", containsString("rest 8 hours before the call of"))
                .extract()
                .jsonPath();
        var override = Map.of("violation", refused.getString("violations[0].key"), "reason", "Bo asked for it");
        summons.publish(Map.of("overrides", List.of(override)), 200).body("called", equalTo(2));
        as(salt.ana)
                .get("/api/v1/projects/{p}/summoning-plan/versions/1", salt.project)
                .then()
                .statusCode(200)
                .body("overrides[0].reason", equalTo("Bo asked for it"));
    }

    @Test
    void who_was_called_to_what_is_cancelled_is_withdrawn() {
        summons.calledIn("Bo", "best boy grip");
        Mailbox.of(salt.address("Bo")).awaitsOne();
        database.update("update activity set state = 'CANCELLED' where id = ?", salt.night);
        summons.publish(200).body("withdrawn", equalTo(1), "called", equalTo(0), "open.size()", equalTo(0));
        assertThat(Mailbox.of(salt.address("Bo")).awaits(2).getLast().subject()).startsWith("Withdrawn: call ");
    }

    @Test
    void a_withdrawn_call_is_taken_back_by_mail_and_its_link_takes_no_answer() {
        summons.calledIn("Bo", "best boy grip");
        var link = answerPath(Mailbox.of(salt.address("Bo")).awaitsOne());
        json(salt.ana)
                .body(Map.of("reason", "Rain"))
                .post("/api/v1/calls/{id}/withdrawal", summons.call("Bo"))
                .then()
                .statusCode(200)
                .body("life", equalTo("WITHDRAWN"), "allowed", equalTo(List.of()));
        var cancelled = Mailbox.of(salt.address("Bo")).awaits(2).getLast();
        assertThat(cancelled.subject()).startsWith("Withdrawn: call ");
        assertThat(event(cancelled).getStatus().isCancelled()).isTrue();
        given().accept("text/html")
                .formParam("answer", "ACKNOWLEDGED")
                .post(link)
                .then()
                .statusCode(409);
    }

    @Test
    void who_has_come_stays_called_whoever_withdraws_or_cancels() {
        summons.calledIn("Bo", "best boy grip");
        var call = summons.call("Bo");
        json(salt.ana)
                .body(Map.of("at", salt.at("17:50").toString()))
                .post("/api/v1/calls/{id}/arrival", call)
                .then()
                .statusCode(200)
                .body("allowed", hasItem("resend"), "allowed", not(hasItem("withdraw")));
        json(salt.ana)
                .body(Map.of())
                .post("/api/v1/calls/{id}/withdrawal", call)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", containsString("call-attended"), "detail", containsString("ARRIVED"));
        database.update("update activity set state = 'CANCELLED' where id = ?", salt.night);
        summons.publish(409).body("type", containsString("summoning-plan-empty"));
        as(salt.ana).get("/api/v1/calls/{id}", call).then().statusCode(200).body("life", equalTo("PUBLISHED"));
    }

    @Test
    void a_publication_based_on_an_older_plan_is_refused() {
        summons.calls("best boy grip", 1, 120);
        var old = as(salt.ana)
                .get("/api/v1/projects/{p}/summoning-plan", salt.project)
                .header("ETag");
        summons.book("Bo", "best boy grip");
        json(salt.ana)
                .header("If-Match", old)
                .post("/api/v1/projects/{p}/summoning-plan/publication", salt.project)
                .then()
                .statusCode(412);
        json(salt.ana)
                .post("/api/v1/projects/{p}/summoning-plan/publication", salt.project)
                .then()
                .statusCode(428);
    }

    @Test
    void a_thousand_calls_are_one_publication() {
        for (int i = 0; i < 1000; i++) salt.hire("Extra" + i, "Holm", "background");
        summons.calls("background", 1000, 120);
        var items = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < 1000; i++) items.add(summons.booking("Extra" + i, "background"));
        json(salt.ana)
                .body(Map.of("items", items))
                .post("/api/v1/projects/{p}/bookings/batch", salt.project)
                .then()
                .statusCode(201);
        summons.publish(200).body("called", equalTo(1000));
        within(Duration.ofMinutes(5), () -> as(salt.ana)
                .get("/api/v1/projects/{p}/calls/summary", salt.project)
                .then()
                .body("delivery.SENT", equalTo(1000)));
    }
}
