package dev.callboard.report.payroll.payrun;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.test.PlatformServers;
import dev.callboard.report.Norrsken;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static dev.callboard.report.Norrsken.hourly;
import static dev.callboard.report.Norrsken.iban;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

/** What each slip says of the employer would fail each slip: it is found before there are any. */
@QuarkusTest
@WithTestResource(PlatformServers.class)
class EmployerTextsTest {
    private static final String CLAPPER = "\uD83C\uDFAC";

    @Inject
    Database db;

    private Norrsken norrsken;

    @BeforeEach
    void bo_worked() {
        norrsken = new Norrsken(db);
        norrsken.employees(hourly("4711", "Bo", "Ekdahl", 28_500)).then().statusCode(200);
        norrsken.hours("4711,2027-10-04,,,,8,WORK,,,\n").then().statusCode(200);
    }

    @Test
    void a_name_that_came_with_the_account_is_said_at_the_approval_and_mended_before_it() {
        QuarkusTransaction.requiringNew()
                .run(() -> db.update(
                        "update account_summary set name = ? where account_id = ?",
                        "Norrsken " + CLAPPER,
                        norrsken.account));
        norrsken.paysFrom(iban("Norrsken")); // other settings can be changed meanwhile
        var run = norrsken.calculated("2027-10", "2027-11-25");

        norrsken.asStina()
                .post(run + "/approval")
                .then()
                .statusCode(409)
                .body("type", containsString("employer-not-printable"))
                .body(
                        "detail",
                        startsWith("employerName: “Norrsken " + CLAPPER + "” (expected: Latin, Greek or Cyrillic"))
                .body("detail", containsString("U+1F3AC"));
        norrsken.asEva().get(run).then().body("state", equalTo("CALCULATED"));

        norrsken.payScheme("{\"employerName\": \"Norrsken\"}").then().statusCode(200);
        norrsken.asEva().post(run + "/calculation").then().statusCode(202);
        norrsken.calculationEnds(run);
        norrsken.approved(run);
        norrsken.asEva().get(norrsken.printed(run)).then().body("done", equalTo(1));
    }

    @Test
    void another_is_refused_where_it_is_entered() {
        for (var field : new String[] {"employerName", "employerAddress", "organisationNo", "contact"})
            norrsken.payScheme("{\"" + field + "\": \"Norrsken " + CLAPPER + "\"}")
                    .then()
                    .statusCode(400)
                    .body("errors.field", contains(field))
                    .body("errors[0].expected", containsString("U+1F3AC"));
    }

    @Test
    void of_a_run_that_was_approved_before_nothing_is_begun_that_would_fail_for_everybody() {
        var payRun = norrsken.calculated("2027-10", "2027-11-25");
        norrsken.released(payRun);
        QuarkusTransaction.requiringNew()
                .run(() -> db.update(
                        "update pay_run set terms = jsonb_set(terms, '{employerName}', to_jsonb(?::text)) where id = ?",
                        "Norrsken " + CLAPPER,
                        Norrsken.id(payRun)));

        var slips = "{\"kind\": \"pay-slips\", \"payRun\": \"" + Norrsken.id(payRun) + "\", \"format\": \"PDF\"}";
        refused(asked("/api/v1/report-runs", slips));
        refused(asked("/api/v1/report-runs/preview", slips));
        for (var kind : new String[] {"tax-report", "leave-report"})
            refused(asked("/api/v1/report-runs", ofYear(kind)));
        for (var kind : new String[] {"tax-summary", "leave-summary"})
            norrsken.asEva().get(norrsken.printedOf(ofYear(kind))).then().body("done", equalTo(1));
    }

    private String ofYear(String kind) {
        return "{\"kind\": \"%s\", \"account\": \"%s\", \"year\": 2027, \"format\": \"PDF\"}"
                .formatted(kind, norrsken.account);
    }

    private Response asked(String path, String body) {
        return norrsken.asEva().contentType("application/json").body(body).post(path);
    }

    private static void refused(Response answer) {
        answer.then().statusCode(409).body("type", containsString("employer-not-printable"));
    }
}
