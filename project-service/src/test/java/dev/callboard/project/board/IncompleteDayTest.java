package dev.callboard.project.board;

import dev.callboard.kit.id.Ids;
import dev.callboard.kit.test.Mailbox;
import dev.callboard.kit.test.PlatformServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import static dev.callboard.project.board.Summons.as;
import static dev.callboard.project.board.Summons.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

/** What the call sheet of a day may not lack keeps its calls back, and nothing else does. */
@QuarkusTest
@WithTestResource(PlatformServers.class)
class IncompleteDayTest extends TheSaltRoad {
    @Test
    void nobody_is_called_to_a_place_without_a_hospital_or_without_somebody_to_ring() {
        forget();
        summons.calls("best boy grip", 1, 120);
        summons.book("Bo", "best boy grip");
        var plan = "/api/v1/projects/" + salt.project + "/summoning-plan";
        var before = as(salt.ana).get(plan).header("ETag");
        json(salt.ana)
                .post(plan + "/preview")
                .then()
                .statusCode(200)
                .body("called", equalTo(1), "gaps.block", equalTo(List.of("HOSPITAL", "CONTACTS")));

        var place = "/api/v1/locations/" + salt.slussen;
        var departments = "/api/v1/projects/" + salt.project + "/departments";
        summons.publish(409)
                .body(
                        "type", containsString("summoning-plan-incomplete"),
                        "detail", containsString("Slussen, lower quay has no nearest hospital"),
                        "detail", containsString("(and 1 more)"))
                .body(
                        "gaps.unit", equalTo(List.of("main", "main")),
                        "gaps.day", equalTo(List.of(salt.day.toString(), salt.day.toString())),
                        "gaps.enterAt", equalTo(List.of(place, departments)));
        as(salt.ana).get(plan).then().header("ETag", equalTo(before)).body("number", equalTo(0));
        summons.myCall("Bo").body("items.size()", equalTo(0));
        assertThat(Mailbox.of(salt.address("Bo")).mails()).isEmpty();

        patch(place, Map.of("hospital", Map.of("name", "Saltsjö Hospital", "phone", "+46701740619")));
        summons.publish(409).body("gaps.block", equalTo(List.of("CONTACTS")));
        patch(departments + "/" + salt.grip, Map.of("contact", "Hedda, 070-174 06 24"));
        summons.publish(200).body("called", equalTo(1), "gaps.size()", equalTo(0));
        Mailbox.of(salt.address("Bo")).awaitsOne();
    }

    @Test
    void a_day_that_was_published_lets_nobody_else_be_called_without_a_hospital_and_everybody_be_withdrawn() {
        summons.calledIn("Bo", "best boy grip");
        forget();
        summons.calls("key grip", 1, 90);
        summons.book("Hedda", "key grip");
        summons.publish(409).body("gaps.block", equalTo(List.of("HOSPITAL", "CONTACTS")));

        database.update("delete from role_call where project_id = ?", salt.project);
        summons.publish(200).body("withdrawn", equalTo(1), "called", equalTo(0));
    }

    @Test
    void the_place_of_what_is_cancelled_needs_no_hospital() {
        summons.calls("best boy grip", 1, 120);
        summons.book("Bo", "best boy grip");
        var lock = lockWithoutHospital();
        var rigging = Ids.next();
        salt.activity(rigging, "30", "Rigging", salt.day.atTime(18, 0), 60);
        move(rigging, lock);
        summons.publish(409).body("gaps.locationId", equalTo(List.of(lock.toString())));

        database.update("update activity set state = 'CANCELLED' where id = ?", rigging);
        summons.publish(200).body("called", equalTo(1), "gaps.size()", equalTo(0));
    }

    @Test
    void the_place_that_the_published_plan_prints_wants_a_hospital_and_that_of_the_draft_too() {
        summons.calls("best boy grip", 1, 120);
        summons.book("Bo", "best boy grip");
        var lock = lockWithoutHospital();
        move(salt.night, lock);
        publishPlan();
        move(salt.night, salt.slussen);
        summons.publish(409).body("gaps.locationId", equalTo(List.of(lock.toString())));

        publishPlan();
        move(salt.night, lock);
        summons.publish(409).body("gaps.locationId", equalTo(List.of(lock.toString())));

        move(salt.night, salt.slussen);
        summons.publish(200).body("called", equalTo(1), "gaps.size()", equalTo(0));
    }

    @Test
    void activities_that_the_plan_was_not_published_with_are_warned_of_and_stop_nothing() {
        summons.calls("best boy grip", 1, 120);
        summons.book("Bo", "best boy grip");
        preview().body("warnings", empty());
        publishPlan();
        preview().body("warnings", empty());

        database.update("update activity set title = 'The night is long' where id = ?", salt.night);
        preview()
                .body("warnings.activityId", equalTo(List.of(salt.night.toString())))
                .body("warnings[0].kind", equalTo("PLAN_UNPUBLISHED"))
                .body("warnings[0].days", equalTo(List.of(salt.day.toString())))
                .body("warnings[0].detail", containsString("activity 31, The night is long ("));
        summons.publish(200).body("called", equalTo(1), "warnings.size()", equalTo(1));
        publishPlan();
        preview().body("warnings", empty());
    }

    private ValidatableResponse preview() {
        return json(salt.ana)
                .post("/api/v1/projects/{p}/summoning-plan/preview", salt.project)
                .then()
                .statusCode(200);
    }

    /** What the production was told of hospitals and telephones. */
    private void forget() {
        database.update("update location set hospital_name = null, hospital_phone = null where id = ?", salt.slussen);
        database.update("update department set contact = null where id = ?", salt.grip);
    }

    private void patch(String path, Map<String, Object> change) {
        json(salt.ana)
                .header("If-Match", as(salt.ana).get(path).header("ETag"))
                .body(change)
                .patch(path)
                .then()
                .statusCode(200);
    }

    private void publishPlan() {
        database.update("""
                insert into plan (project_id, account_id, state, number, draft_changes, version)
                values (?, ?, 'DRAFT', 0, 1, 0)
                on conflict (project_id) do update set draft_changes = 1, state = 'DRAFT'\
                """, salt.project, salt.account);
        var plan = "/api/v1/projects/" + salt.project + "/plan";
        json(salt.ana)
                .header("If-Match", as(salt.ana).get(plan).header("ETag"))
                .body(Map.of())
                .post(plan + "/publication")
                .then()
                .statusCode(200);
    }

    private UUID lockWithoutHospital() {
        var lock = Ids.next();
        database.update("""
                insert into location (id, project_id, name, address, zone, exclusive, version)
                values (?, ?, 'Lock, west steps', 'Slussplan 9', 'Europe/Stockholm', false, 0)\
                """, lock, salt.project);
        return lock;
    }

    private void move(UUID activity, UUID location) {
        database.update("update activity set location_id = ? where id = ?", location, activity);
    }
}
