package dev.callboard.report.run;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.test.PlatformServers;
import dev.callboard.report.Norrsken;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.UUID;

import static dev.callboard.report.Norrsken.hourly;
import static dev.callboard.report.Norrsken.iban;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithTestResource(PlatformServers.class)
class TaxReportRunTest {
    @Inject
    Database db;

    private Norrsken norrsken;

    @BeforeEach
    void zoe_works_in_september_and_october() {
        norrsken = new Norrsken(db);
        norrsken.paysFrom(iban("Norrsken"));
        norrsken.employees(hourly("3310", "Zoë", "Müller", 30_000) + hourly("2086", "Åsa", "Öberg", 25_000));
        norrsken.balances("3310,2027,10000000,9800000,2400000,417000,7183000,400,5\n")
                .then()
                .statusCode(200);
        norrsken.hours("""
                3310,2027-09-06,08:00,16:00,0,,WORK,Vinterljus,220-14,
                3310,2027-09-07,08:00,16:00,0,,WORK,Vinterljus,220-14,
                2086,2027-09-07,08:00,16:00,0,,WORK,Vinterljus,220-14,
                """).then().statusCode(200);
        norrsken.released(norrsken.calculated("2027-09", "2027-10-25"));
        norrsken.hours("""
                3310,2027-10-18,08:00,16:00,0,,WORK,The Salt Road,410-20,
                3310,2027-09-22,,,,-2,CORRECTION,Vinterljus,220-14,Rigging day entered twice
                """).then().statusCode(200);
        norrsken.released(norrsken.calculated("2027-10", "2027-11-25"));
    }

    @Test
    void a_tax_year_sums_the_slips_of_its_months_and_the_opening_balance() throws IOException {
        var run = norrsken.printedYear("tax-report", 2027);
        norrsken.asEva()
                .get(run)
                .then()
                .body("kind", equalTo("tax-report"))
                .body("span", equalTo("2027"))
                .body("items", equalTo(2))
                .body("done", equalTo(2));

        // 16 h and 8 h − 2 h at 300.00; 2 % pension; the first 20,000 a month are taxed with 20 %
        assertThat(ReportRunTest.text(document(run, 2).asByteArray()).replace("\n", " "))
                .contains("Zoë Müller")
                .contains("Opening balance 100,000.00 0.00 −2,000.00 98,000.00 −24,000.00 −2,170.00 0.00")
                .contains("25 Oct 2027-09-3310 4,800.00 0.00 −96.00 4,704.00 −940.80 −310.00 0.00")
                .contains("25 Nov 2027-10-3310 1,800.00 0.00 −36.00 1,764.00 −352.80 −310.00 0.00")
                .contains("Total, 2 slips 106,600.00 0.00 −2,132.00 104,468.00 −25,293.60 −2,790.00 0.00")
                .contains("Difference 0.00")
                .contains("October 2027-09-3310")
                .contains("−600.00");
    }

    @Test
    void the_table_of_a_tax_run_has_a_row_for_each_slip() {
        var table = norrsken.asEva()
                .accept("text/csv")
                .get(norrsken.printedYear("tax-report", 2027) + "/table")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(table.lines()).hasSize(1 + 2 + 2); // Åsa has no opening balance, and no hours in October
        assertThat(table)
                .contains("3310,Zoë Müller,2027-09,2027-10-25,2027-09-3310,4800.00,0.00,-96.00,4704.00,-940.80");
    }

    @Test
    void who_has_no_report_is_in_the_table_with_the_reason() {
        norrsken.employees(hourly("3310", "Zoë", "\uD83C\uDFAC", 30_000)).then().statusCode(200);
        var run = norrsken.printedYear("tax-report", 2027);
        norrsken.asEva().get(run).then().body("done", equalTo(1)).body("failed", equalTo(1));

        var table = norrsken.asEva().accept("text/csv").get(run + "/table").asString();

        assertThat(table.lines().findFirst().orElseThrow()).endsWith(",other,not_taxed,state,reason");
        assertThat(table.lines().skip(1).filter(row -> row.startsWith("3310,")))
                .isNotEmpty()
                .allMatch(row -> row.contains(",FAILED,") && row.contains("U+1F3AC"));
        assertThat(table.lines().skip(1).filter(row -> !row.startsWith("3310,")))
                .isNotEmpty()
                .allMatch(row -> row.endsWith(",DONE,"));
    }

    @Test
    void the_base_of_the_year_is_the_year_to_date_of_the_last_slip() {
        var total = db.first(
                        "select ytd_taxable_minor from pay_result where account_id = ? and employee_no = '3310' and month = '2027-10-01'",
                        row -> row.getLong(1),
                        norrsken.account)
                .orElseThrow();

        assertThat(total).isEqualTo(10_446_800);
    }

    @Test
    void a_report_that_is_asked_for_again_has_the_same_bytes_and_one_after_a_new_balance_others() {
        var first = document(norrsken.printedYear("tax-report", 2027), 2);
        var again = document(norrsken.printedYear("tax-report", 2027), 2);
        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());

        norrsken.balances("3310,2027,10000100,9800098,2400000,417002,7183098,400,5\n")
                .then()
                .statusCode(200);
        var changed = document(norrsken.printedYear("tax-report", 2027), 2);
        assertThat(changed.header("ETag")).isNotEqualTo(first.header("ETag"));
        assertThat(document(norrsken.printedYear("tax-report", 2027), 1).asByteArray())
                .isEqualTo(document(norrsken.printedYear("tax-report", 2027), 1).asByteArray());
    }

    @Test
    void a_year_without_a_released_run_or_of_somebody_else_is_refused() {
        start("tax-report", norrsken.account, 2026, norrsken.eva)
                .then()
                .statusCode(409)
                .body("type", containsString("nothing-to-print"))
                .body("title", equalTo("There is nothing to print"))
                .body("detail", equalTo("year: 2026 (expected: one in which a released pay run was paid)"));
        start("tax-report", norrsken.account, 2027, norrsken.ana).then().statusCode(403);
        start("tax-report", new Norrsken(db).account, 2027, norrsken.eva).then().statusCode(404);
        norrsken.asEva()
                .contentType("application/json")
                .body("{\"kind\": \"tax-report\", \"format\": \"PDF\"}")
                .post("/api/v1/report-runs")
                .then()
                .statusCode(400)
                .body("detail", containsString("account"));
    }

    private Response document(String run, int item) {
        return norrsken.asEva().get(run + "/items/" + item + "/document");
    }

    private static Response start(String kind, UUID account, int year, UUID by) {
        return Norrsken.as(by, "Some One")
                .contentType("application/json")
                .body("{\"kind\": \"%s\", \"account\": \"%s\", \"year\": %d, \"format\": \"PDF\"}"
                        .formatted(kind, account, year))
                .post("/api/v1/report-runs");
    }
}
