package dev.callboard.report.run;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.test.PlatformServers;
import dev.callboard.report.Norrsken;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import static dev.callboard.report.Norrsken.hourly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

/** Bo reads his own slips on his telephone. */
@QuarkusTest
@WithTestResource(PlatformServers.class)
class OwnPaySlipsTest {
    private static final String OWN = "/api/v1/me/pay-slips";

    @Inject
    Database db;

    private Norrsken norrsken;

    /** Each test has a Bo of its own: addresses are known in all accounts. */
    private final String bo = "bo" + UUID.randomUUID();

    @BeforeEach
    void bo_and_one_more_worked_in_october_and_november() {
        norrsken = new Norrsken(db);
        norrsken.employees(hourly("4711", "Bo", "Ekdahl", 28_500)
                                .replace(
                                        "\"Ekdahl\",",
                                        "\"Ekdahl\"," + bo.toUpperCase(Locale.ROOT) + "@norrsken.example")
                        + hourly("4712", "Åsa", "Öberg", 30_000))
                .then()
                .statusCode(200);
        norrsken.hours("""
                4711,2027-10-04,08:00,16:30,30,,WORK,Vinterljus,220-14,
                4712,2027-10-04,08:00,16:30,30,,WORK,Vinterljus,220-14,
                4711,2027-11-04,08:00,16:30,30,,WORK,Vinterljus,220-14,
                """).then().statusCode(200);
    }

    @Test
    void released_slips_are_listed_and_read_by_whose_they_are() throws IOException {
        released("2027-10", "2027-11-25");
        released("2027-11", "2027-12-22");

        var list = asBo().get(OWN + "?limit=1").then().statusCode(200).body("items.number", contains("2027-11-4711"));
        var next = list.extract().<String>path("next");
        var october = asBo().get(OWN + "?limit=1&cursor=" + next)
                .then()
                .body("items.number", contains("2027-10-4711"))
                .body("items[0].netMinor", equalTo(228_000 - 4_560 - taxOf("2027-10") - 31_000))
                .extract()
                .jsonPath();
        assertThat(text(october)).contains("Bo Ekdahl").contains("2027-10-4711").doesNotContain("Öberg");
    }

    private int taxOf(String period) {
        return -db.first(
                        "select tax_minor from pay_result where account_id = ? and month = ?::date and employee_no = '4711'",
                        row -> row.getInt(1),
                        norrsken.account,
                        period + "-01")
                .orElseThrow();
    }

    @Test
    void rule_and_sources_of_each_line_are_listed_as_payroll_sees_them() {
        var run = released("2027-10", "2027-11-25");
        List<Object> ofPayroll = norrsken.asEva().get(run + "/employees/4711").path("lines");
        String lines = asBo().get(OWN).path("items[0].lines");

        assertThat(ofPayroll).hasSizeGreaterThan(2);
        asBo().get(lines)
                .then()
                .statusCode(200)
                .body("items", equalTo(ofPayroll))
                .body("next", nullValue())
                .body("items.find { it.section == 'EARNING' }.sources", hasSize(1));
        assertThat(byTwo(lines)).isEqualTo(ofPayroll);
        asBo().get(lines + "?cursor=first")
                .then()
                .statusCode(400)
                .body("errors.field", contains("cursor"))
                .body("errors.value", contains("first"));
    }

    private List<Object> byTwo(String lines) {
        var all = new ArrayList<>();
        String next = null;
        do {
            var page = asBo().get(lines + "?limit=2" + (next == null ? "" : "&cursor=" + next))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertThat(page.getList("items")).hasSizeBetween(1, 2);
            all.addAll(page.getList("items"));
            next = page.getString("next");
        } while (next != null);
        return all;
    }

    @Test
    void before_the_release_there_is_none() {
        norrsken.approved(norrsken.calculated("2027-10", "2027-11-25"));

        asBo().get(OWN).then().statusCode(200).body("items", empty());
    }

    @Test
    void somebody_elses_slip_is_as_unknown_as_none() {
        released("2027-10", "2027-11-25");
        String slip = asBo().get(OWN).path("items[0].document");

        Norrsken.as(UUID.randomUUID(), "Åsa Öberg").get(slip).then().statusCode(404);
        Norrsken.as(UUID.randomUUID(), "Åsa Öberg").get(slip + "/lines").then().statusCode(404);
        Norrsken.as(UUID.randomUUID(), "Åsa Öberg").get(OWN).then().body("items", empty());
        asBo().get(OWN + "/" + UUID.randomUUID()).then().statusCode(404);
        asBo().get(OWN + "/" + UUID.randomUUID() + "/lines").then().statusCode(404);
    }

    @Test
    void who_has_taken_over_a_number_does_not_read_the_slips_of_who_had_it() {
        released("2027-10", "2027-11-25");
        String slip = asBo().get(OWN).path("items[0].document");

        var nils = "nils" + UUID.randomUUID();
        norrsken.employees(
                        hourly("4711", "Nils", "Ny", 28_500).replace("\"Ny\",", "\"Ny\"," + nils + "@norrsken.example"))
                .then()
                .statusCode(200);
        released("2027-11", "2027-12-22");

        var asNils = Norrsken.as(UUID.randomUUID(), nils + " Ny");
        asNils.get(OWN).then().statusCode(200).body("items.number", contains("2027-11-4711"));
        Norrsken.as(UUID.randomUUID(), nils + " Ny").get(slip).then().statusCode(404);
        Norrsken.as(UUID.randomUUID(), nils + " Ny").get(slip + "/lines").then().statusCode(404);
        asBo().get(OWN).then().body("items", empty());
    }

    @Test
    void a_cursor_that_is_of_no_own_slip_is_refused_by_name() {
        for (var cursor : List.of("tomorrow", UUID.randomUUID().toString()))
            asBo().get(OWN + "?cursor=" + cursor)
                    .then()
                    .statusCode(400)
                    .body("errors.field", contains("cursor"))
                    .body("errors.value", contains(cursor));
    }

    private String released(String period, String payDate) {
        var run = norrsken.calculated(period, payDate);
        norrsken.approved(run);
        norrsken.asEva().post(run + "/release").then().statusCode(200);
        return run;
    }

    private RequestSpecification asBo() {
        return Norrsken.as(UUID.randomUUID(), bo + " Ekdahl");
    }

    private String text(JsonPath page) throws IOException {
        var pdf = asBo().get(page.getString("items[0].document"))
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
