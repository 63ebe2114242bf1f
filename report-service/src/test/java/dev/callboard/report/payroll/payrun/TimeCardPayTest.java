package dev.callboard.report.payroll.payrun;

import dev.callboard.contracts.project.ProjectFact.ProjectOpened;
import dev.callboard.contracts.project.TimeCardFact.Span;
import dev.callboard.contracts.project.TimeCardFact.TimeCardApproved;
import dev.callboard.contracts.project.TimeCardFact.TimeCardReopened;
import dev.callboard.kit.database.Database;
import dev.callboard.kit.messaging.Outbox;
import dev.callboard.kit.test.PlatformServers;
import dev.callboard.report.Norrsken;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import static dev.callboard.contracts.Topics.PROJECT_EVENTS;
import static dev.callboard.report.Norrsken.employee;
import static dev.callboard.report.Norrsken.eventually;
import static dev.callboard.report.Norrsken.hourly;
import static dev.callboard.report.Norrsken.iban;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

/** Bo's night of 30 October, from the approved card to what is paid. */
@QuarkusTest
@WithTestResource(PlatformServers.class)
class TimeCardPayTest {
    private static final Span UNTIL_MIDNIGHT =
            new Span(Instant.parse("2027-10-30T18:00:00Z"), Instant.parse("2027-10-30T22:00:00Z"));
    private static final Span UNTIL_SIX =
            new Span(Instant.parse("2027-10-30T23:00:00Z"), Instant.parse("2027-10-31T05:00:00Z"));

    @Inject
    Database db;

    @Inject
    Outbox outbox;

    private Norrsken norrsken;

    @BeforeEach
    void a_new_account() {
        norrsken = new Norrsken(db);
    }

    @Test
    void approved_cards_are_paid_and_locked() {
        var saltRoad = UUID.randomUUID();
        var night = UUID.randomUUID();
        norrsken.employees(hourly("4711", "Bo", "Ekdahl", 28_500)).then().statusCode(200);
        publish(
                saltRoad,
                new ProjectOpened(saltRoad, norrsken.account, "The Salt Road", "Europe/Stockholm", Instant.EPOCH));
        publish(saltRoad, card(saltRoad, night, 1, "4711"));
        publish(saltRoad, card(saltRoad, UUID.randomUUID(), 1, "4799")); // nobody here has this number
        var taken = UUID.randomUUID();
        publish(saltRoad, card(saltRoad, taken, 1, "4711"));
        publish(saltRoad, new TimeCardReopened(saltRoad, norrsken.account, taken, 1, Instant.EPOCH));
        eventually(
                () -> db.first(
                                "select count(*) from time_card where account_id = ? and (approved or card_id = ?)",
                                row -> row.getInt(1),
                                norrsken.account,
                                taken)
                        .orElseThrow(),
                count -> count == 3);
        eventually(
                () -> db.first(
                                "select count(*) from time_card where account_id = ? and not approved",
                                row -> row.getInt(1),
                                norrsken.account)
                        .orElseThrow(),
                count -> count == 1);

        var run = norrsken.calculated("2027-10", "2027-11-25");
        norrsken.asEva()
                .get(run + "/employees/4711")
                .then()
                .body("lines.find { it.rule == 'night' }.quantity", equalTo(480))
                .body("lines.find { it.rule == 'night' }.production", equalTo("The Salt Road"))
                .body("lines.find { it.rule == 'sunday' }.amountMinor", equalTo(85_500))
                .body("lines.find { it.rule == 'per-diem' }.amountMinor", equalTo(26_000));
        norrsken.asEva()
                .get(run + "/exceptions")
                .then()
                .body(
                        "items.collect { it.employeeNo + ' ' + it.kind }",
                        containsInAnyOrder("4799 EMPLOYEE_UNKNOWN", "4711 TIME_CARD_NOT_APPROVED"));

        // the card changes after the calculation: what was calculated may not be approved
        publish(saltRoad, card(saltRoad, night, 2, "4711"));
        revisionArrives(night, 2);
        norrsken.asEva().post(run + "/approval").then().statusCode(409).body("type", containsString("pay-run-stale"));
        norrsken.asEva().post(run + "/calculation").then().statusCode(202);
        norrsken.calculationEnds(run);
        norrsken.approved(run);
        assertThat(db.list(
                        "select card_id from work where account_id = ? and pay_run_id = ?",
                        row -> row.getObject(1, UUID.class),
                        norrsken.account,
                        Norrsken.id(run)))
                .containsExactly(night);
        norrsken.employees(employee("7", "Ольга", "Sund", iban("7"), "E-32", "MONTHLY", 4_200_000));
        var november = norrsken.calculated("2027-11", "2027-12-22");
        norrsken.asEva()
                .get(november + "/register")
                .then()
                .body("items.find { it.employeeNo == '4711' }.grossMinor", equalTo(0));
    }

    private void publish(UUID project, Object fact) {
        QuarkusTransaction.requiringNew().run(() -> outbox.append(PROJECT_EVENTS, project, fact));
    }

    @Test
    void the_way_is_paid_beside_the_work_and_locked_with_it() {
        var saltRoad = UUID.randomUUID();
        var night = UUID.randomUUID();
        norrsken.employees(hourly("4711", "Bo", "Ekdahl", 28_500)).then().statusCode(200);
        publish(saltRoad, card(saltRoad, night, 1, "4711", 90, UNTIL_MIDNIGHT, UNTIL_SIX));
        revisionArrives(night, 1);

        var run = norrsken.calculated("2027-10", "2027-11-25");
        norrsken.asEva()
                .get(run + "/employees/4711")
                .then()
                .body("lines.find { it.rule == 'travel' }.quantity", equalTo(90))
                .body("lines.find { it.rule == 'travel' }.amountMinor", equalTo(42_750))
                .body("lines.find { it.rule == 'per-diem' }.amountMinor", equalTo(26_000));
        norrsken.approved(run);
        assertThat(db.first(
                        "select count(*) from work where account_id = ? and card_id = ? and pay_run_id = ?",
                        row -> row.getInt(1),
                        norrsken.account,
                        night,
                        Norrsken.id(run)))
                .contains(2);
    }

    @Test
    void a_card_changed_after_its_run_locked_it_is_named_by_the_next_run_once() {
        var saltRoad = UUID.randomUUID();
        var night = UUID.randomUUID();
        norrsken.employees(hourly("4711", "Bo", "Ekdahl", 28_500)
                        + employee("7", "Ольга", "Sund", iban("7"), "E-32", "MONTHLY", 4_200_000))
                .then()
                .statusCode(200);
        publish(saltRoad, card(saltRoad, night, 1, "4711"));
        revisionArrives(night, 1);
        norrsken.approved(norrsken.calculated("2027-10", "2027-11-25"));

        // approved again before project-service heard of the lock
        publish(saltRoad, card(saltRoad, night, 2, "4711", 0, UNTIL_MIDNIGHT));
        revisionArrives(night, 2);

        var november = norrsken.calculated("2027-11", "2027-12-22");
        norrsken.asEva()
                .get(november + "/exceptions")
                .then()
                .body("items.findAll { it.kind == 'TIME_CARD_CHANGED' }", hasSize(1))
                .body(
                        "items.find { it.kind == 'TIME_CARD_CHANGED' }.detail",
                        equalTo("the time card of 2027-10-30 was paid as 10 h 00 and approved as 4 h 00 afterwards"));
        // too late for November's exceptions
        publish(saltRoad, card(saltRoad, night, 3, "4711"));
        revisionArrives(night, 3);
        norrsken.approved(november);

        var december = norrsken.calculated("2027-12", "2028-01-25");
        changes(december, 1);
        norrsken.approved(december);
        changes(norrsken.calculated("2028-01", "2028-02-25"), 0);
    }

    private void changes(String run, int named) {
        norrsken.asEva()
                .get(run + "/exceptions")
                .then()
                .body("items.findAll { it.kind == 'TIME_CARD_CHANGED' }", hasSize(named));
    }

    private void revisionArrives(UUID card, int revision) {
        eventually(
                () -> db.first(
                                "select revision from time_card where account_id = ? and card_id = ?",
                                row -> row.getInt(1),
                                norrsken.account,
                                card)
                        .orElse(0),
                arrived -> arrived == revision);
    }

    /** Sat 30 October 20:00 to Sunday 06:00 with a meal at midnight: 10 h paid of 11 h elapsed. */
    private TimeCardApproved card(UUID project, UUID id, int revision, String employeeNo) {
        return card(project, id, revision, employeeNo, 0, UNTIL_MIDNIGHT, UNTIL_SIX);
    }

    private TimeCardApproved card(
            UUID project, UUID id, int revision, String employeeNo, int travelMinutes, Span... worked) {
        return new TimeCardApproved(
                project,
                norrsken.account,
                id,
                revision,
                employeeNo,
                LocalDate.of(2027, 10, 30),
                "Europe/Stockholm",
                List.of(worked),
                travelMinutes,
                "410-20",
                0,
                1,
                0,
                Instant.EPOCH);
    }
}
