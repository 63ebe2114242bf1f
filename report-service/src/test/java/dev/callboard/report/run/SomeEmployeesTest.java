package dev.callboard.report.run;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.test.PlatformServers;
import dev.callboard.report.Norrsken;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;

import static dev.callboard.report.Norrsken.hourly;
import static dev.callboard.report.Norrsken.iban;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

/** Eva prints again what three people lost, and not the other ten thousand. */
@QuarkusTest
@WithTestResource(PlatformServers.class)
class SomeEmployeesTest {
    @Inject
    Database db;

    private Norrsken norrsken;
    private String payRun;

    @BeforeEach
    void four_people_are_paid_and_zoe_is_not() {
        norrsken = new Norrsken(db);
        norrsken.paysFrom(iban("Norrsken"));
        norrsken.employees(hourly("2086", "Åsa", "Öberg", 25_000)
                        + hourly("4711", "Bo", "Ekdahl", 28_500)
                        + hourly("4712", "Hedda", "Falk", 28_500)
                        + hourly("4713", "Alma", "Berg", 28_500)
                        + hourly("4714", "Zoë", "Müller", 28_500))
                .then()
                .statusCode(200);
        norrsken.hours("""
                2086,2027-10-04,,,,8,WORK,,,
                4711,2027-10-04,,,,8,WORK,,,
                4712,2027-10-04,,,,8,WORK,,,
                4713,2027-10-04,,,,8,WORK,,,
                """).then().statusCode(200);
        payRun = norrsken.calculated("2027-10", "2027-11-25");
        norrsken.released(payRun);
    }

    @Test
    void slips_are_printed_of_those_who_are_named_and_are_the_same_as_of_all() throws IOException {
        var run = printed(ask("", "pay-slips", "4713", "4711", "4713"));
        norrsken.asEva().get(run).then().body("items", equalTo(2)).body("done", equalTo(2));
        norrsken.asEva().get(run + "/items").then().body("items.subject", contains("4711", "4713"));
        norrsken.asEva().get(run + "/items?state=QUEUED").then().body("items", empty());

        var all = norrsken.printed(payRun);
        assertThat(norrsken.asEva().get(run + "/items/2/document").asByteArray())
                .isEqualTo(norrsken.asEva().get(all + "/items/4/document").asByteArray());
        assertThat(ReportRunTest.unzipped(norrsken.asEva().get(run + "/archive").asByteArray()))
                .containsOnlyKeys("2027-10-4711.pdf", "2027-10-4713.pdf");
        assertThat(ReportRunTest.text(norrsken.asEva().get(run + "/document").asByteArray()))
                .contains("Bo Ekdahl", "Alma Berg")
                .doesNotContain("Hedda", "Öberg");
    }

    @Test
    void a_preview_of_some_is_of_the_one_that_the_run_would_number_so() throws IOException {
        var preview = ask("/preview?item=2", "pay-slips", "4711", "4713").then().statusCode(200);
        assertThat(ReportRunTest.text(preview.extract().asByteArray())).contains("Alma Berg");
        ask("/preview?item=3", "pay-slips", "4711", "4713").then().statusCode(404);
    }

    @Test
    void yearly_reports_and_their_tables_are_of_some_as_well() {
        for (var kind : new String[] {"tax-report", "leave-report"}) {
            var run = printed(ask("", kind, "4712"));
            norrsken.asEva().get(run + "/items").then().body("items.subject", contains("4712"));
            assertThat(norrsken.asEva()
                            .accept("text/csv")
                            .get(run + "/table")
                            .asString()
                            .lines()
                            .skip(1))
                    .isNotEmpty()
                    .allMatch(row -> row.startsWith("4712,"));
        }
    }

    @Test
    void who_gets_no_document_is_named_and_nothing_is_printed() {
        for (var kind : new String[] {"pay-slips", "tax-report", "leave-report"})
            ask("", kind, "4711", "4714", "9999")
                    .then()
                    .statusCode(422)
                    .body("type", containsString("employees-unknown"))
                    .body("employees", contains("4714", "9999"));
        norrsken.asEva().get("/api/v1/report-runs").then().body("items", empty());
    }

    @Test
    void what_is_of_all_is_not_of_some() {
        for (var kind : new String[] {"pay-register", "tax-summary", "leave-summary"})
            ask("", kind, "4711").then().statusCode(400).body("errors.field", contains("employees"));
    }

    private Response ask(String path, String kind, String... employees) {
        return norrsken.asEva()
                .contentType(ContentType.JSON)
                .body("""
                        {"kind": "%s", "format": "PDF", %s, "employees": ["%s"]}
                        """.formatted(
                                kind,
                                kind.startsWith("pay-")
                                        ? "\"payRun\": \"%s\"".formatted(Norrsken.id(payRun))
                                        : "\"account\": \"%s\", \"year\": 2027".formatted(norrsken.account),
                                String.join("\", \"", employees)))
                .post("/api/v1/report-runs" + path);
    }

    private String printed(Response asked) {
        var location = asked.then().statusCode(202).extract().header("Location");
        var run = location.substring(location.indexOf("/api/v1"));
        norrsken.ends(run);
        return run;
    }
}
