package dev.callboard.report.run;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.test.Mailbox;
import dev.callboard.kit.test.PlatformServers;
import dev.callboard.kit.test.ReceivedMail;
import dev.callboard.report.Norrsken;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static dev.callboard.report.Norrsken.eventually;
import static dev.callboard.report.Norrsken.hourly;
import static dev.callboard.report.Norrsken.id;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
@WithTestResource(PlatformServers.class)
class MailingTest {
    @Inject
    Database db;

    private Norrsken norrsken;
    private String bo;
    private String hedda;
    private String payRun;
    private String run;

    /** Bo and Hedda have an address; Zoë has none. */
    @BeforeEach
    void three_slips_are_printed() {
        norrsken = new Norrsken(db);
        bo = "bo-" + norrsken.account + "@norrsken.example";
        hedda = "hedda-" + norrsken.account + "@norrsken.example";
        norrsken.employees(reached(bo, hourly("4711", "Bo", "Ekdahl", 28_500))
                        + reached(hedda, hourly("4712", "Hedda", "Falk", 30_000))
                        + hourly("4713", "Zoë", "Müller", 31_000))
                .then()
                .statusCode(200);
        norrsken.hours("4711,2027-10-04,,,,8,WORK,,,\n4712,2027-10-04,,,,8,WORK,,,\n4713,2027-10-04,,,,8,WORK,,,\n")
                .then()
                .statusCode(200);
        payRun = norrsken.calculated("2027-10", "2027-11-25");
        norrsken.approved(payRun);
        run = norrsken.printed(payRun);
    }

    private static String reached(String email, String employee) {
        return employee.replace(",,1990-02-17", "," + email + ",1990-02-17");
    }

    private Response mail(String reportRun) {
        return norrsken.asEva().post(reportRun + "/mailing");
    }

    private void mailed(String reportRun) {
        mail(reportRun).then().statusCode(202);
        eventually(
                () -> norrsken.asEva().get(reportRun + "/mailing"),
                it -> !it.<Boolean>path("open") && it.<Integer>path("queued") == 0);
    }

    @Test
    void nobody_is_told_before_the_pay_run_is_released() {
        mail(run).then().statusCode(409).body("type", containsString("slips-not-released"));
        norrsken.asEva().get(run + "/mailing").then().statusCode(404);
        assertThat(Mailbox.of(bo).mails()).isEmpty();
    }

    @Test
    void each_person_is_sent_the_link_to_the_slip_and_never_the_slip() throws Exception {
        norrsken.asStina().post(payRun + "/release").then().statusCode(200);
        mailed(run);
        norrsken.asEva()
                .get(run + "/mailing")
                .then()
                .body("sent", equalTo(2))
                .body("refused", equalTo(0))
                .body("withoutAddress", equalTo(1));
        norrsken.asEva()
                .get(run + "/mailing/recipients")
                .then()
                .body("items.subject", contains("4711", "4712", "4713"))
                .body("items.state", contains("SENT", "SENT", "WITHOUT_ADDRESS"));
        norrsken.asEva().get(run + "/mailing/recipients?state=SENT").then().body("items", hasSize(2));

        var mail = Mailbox.of(bo).awaitsOne();
        assertThat(mail.subject()).isEqualTo("Pay slip October 2027 · Norrsken Produktion AB");
        assertThat(mail.message().isMimeType("text/plain")).isTrue();
        var link = mail.link();
        var path = link.substring(link.indexOf("/api/v1/"));
        var slip = given().get(path).then().statusCode(200).extract();
        assertThat(slip.asByteArray())
                .isEqualTo(norrsken.asEva().get(run + "/items/1/document").asByteArray());
        assertThat(slip.header("Cache-Control")).contains("no-store");
        given().get(path.substring(0, path.length() - 1) + "~").then().statusCode(404);

        QuarkusTransaction.requiringNew()
                .run(() -> db.update("update slip_mail set expires_at = queued_at where run_id = ?", id(run)));
        given().get(path).then().statusCode(404);
    }

    @Test
    void nobody_is_told_of_a_slip_twice_and_who_was_not_reached_is_tried_again() {
        norrsken.asStina().post(payRun + "/release").then().statusCode(200);
        mailed(run);
        mailed(run);
        var second = norrsken.printed(payRun);
        mailed(second);
        assertThat(Mailbox.of(bo).awaits(1)).hasSize(1);
        assertThat(Mailbox.of(hedda).awaits(1)).hasSize(1);

        QuarkusTransaction.requiringNew()
                .run(() -> db.update(
                        "update slip_mail set state = 'REFUSED' where run_id = ? and subject = '4712'", id(run)));
        mailed(second);
        assertThat(Mailbox.of(hedda).awaits(2)).hasSize(2);
        assertThat(Mailbox.of(bo).mails()).hasSize(1);
    }

    @Test
    void a_slip_that_went_to_a_wrong_address_is_mailed_to_the_mended_one_and_the_old_link_is_dead() {
        norrsken.asStina().post(payRun + "/release").then().statusCode(200);
        mailed(run);
        var wrong = path(Mailbox.of(bo).awaitsOne());
        given().get(wrong).then().statusCode(200);

        var mended = "bo.ekdahl-" + norrsken.account + "@norrsken.example";
        norrsken.employees(reached(mended, hourly("4711", "Bo", "Ekdahl", 28_500)))
                .then()
                .statusCode(200);
        given().get(wrong).then().statusCode(200); // until it is mailed again
        mailed(run);

        given().get(wrong).then().statusCode(404);
        given().get(path(Mailbox.of(mended).awaitsOne())).then().statusCode(200);
        norrsken.asEva()
                .get(run + "/mailing/recipients")
                .then()
                .body("items.state", contains("SENT", "SENT", "WITHOUT_ADDRESS"));
        mailed(run);
        assertThat(Mailbox.of(mended).mails()).hasSize(1);
        assertThat(Mailbox.of(bo).mails()).hasSize(1);
        assertThat(Mailbox.of(hedda).awaits(1)).hasSize(1);
    }

    @Test
    void a_link_is_withdrawn_by_taking_the_address_away_and_mailing_again() {
        norrsken.asStina().post(payRun + "/release").then().statusCode(200);
        mailed(run);
        var link = path(Mailbox.of(bo).awaitsOne());

        norrsken.employees(hourly("4711", "Bo", "Ekdahl", 28_500)).then().statusCode(200);
        mailed(run);
        given().get(link).then().statusCode(404);
        norrsken.asEva()
                .get(run + "/mailing/recipients")
                .then()
                .body("items.state", contains("WITHOUT_ADDRESS", "SENT", "WITHOUT_ADDRESS"));
    }

    private static String path(ReceivedMail mail) {
        return mail.link().substring(mail.link().indexOf("/api/v1/"));
    }

    @Test
    void who_has_taken_over_a_number_is_not_sent_the_slip_of_who_had_it() {
        norrsken.asStina().post(payRun + "/release").then().statusCode(200);
        var nils = "nils-" + norrsken.account + "@norrsken.example";
        norrsken.employees(reached(nils, hourly("4711", "Nils", "Ny", 28_500))
                        + reached(nils, hourly("4713", "Nils", "Ny", 28_500)))
                .then()
                .statusCode(200);
        mailed(run);
        norrsken.asEva()
                .get(run + "/mailing/recipients")
                .then()
                .body("items.state", contains("WITHOUT_ADDRESS", "SENT", "WITHOUT_ADDRESS"));
        assertThat(Mailbox.of(nils).mails()).isEmpty();
    }

    @Test
    void only_payroll_mails() {
        norrsken.asStina().post(payRun + "/release").then().statusCode(200);
        Norrsken.as(norrsken.ana, "Ana Ruiz").post(run + "/mailing").then().statusCode(404);
        Norrsken.as(norrsken.ana, "Ana Ruiz")
                .get(run + "/mailing/recipients")
                .then()
                .statusCode(404);
    }
}
