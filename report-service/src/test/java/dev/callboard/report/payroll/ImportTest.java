package dev.callboard.report.payroll;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.test.PlatformServers;
import dev.callboard.kit.test.Tokens;
import dev.callboard.report.Norrsken;
import dev.callboard.report.bulk.CsvImport;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@WithTestResource(PlatformServers.class)
class ImportTest {
    private static final String BO = Norrsken.hourly("4711", "Bo", "Ekdahl", 28_500);

    @Inject
    Database db;

    private Norrsken norrsken;

    @BeforeEach
    void a_new_account() {
        norrsken = new Norrsken(db);
    }

    @Test
    void employees_are_added_and_replaced() {
        norrsken.employees(BO + Norrsken.hourly("4712", "Ольга", "Żółć", 30_000))
                .then()
                .statusCode(200)
                .body("imported", equalTo(2));
        norrsken.employees(Norrsken.hourly("4711", "Bo", "Ekdahl", 29_000))
                .then()
                .statusCode(200);
        norrsken.asEva()
                .get(path("employees"))
                .then()
                .statusCode(200)
                .body("items.employeeNo", contains("4711", "4712"))
                .body("items.rateMinor", contains(29_000, 30_000))
                .body("items[1].givenName", equalTo("Ольга"))
                .body(
                        "items[0].bankAccount",
                        equalTo("•••• " + Norrsken.iban("4711").substring(20)))
                .body("items[0].taxId", equalTo("•••• ••17"));
    }

    @Test
    void every_bad_cell_is_listed_and_nothing_is_imported() {
        var bad = Norrsken.hourly("4712", "Åsa", "Öberg", -1)
                + Norrsken.hourly("4711", "Bo", "Twice", 100)
                + BO.replace("4711", "4713")
                        .replace("HOURLY", "DAYLY")
                        .replace("2020-01-01", "2020-02-30")
                        .replace("SEK", "kr");
        norrsken.employees(BO + bad)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", containsString("/problems/invalid-rows"))
                .body("found", equalTo(5))
                .body("errors.line", contains(3, 4, 5, 5, 5))
                .body("errors.column", contains("rate_minor", "employee_no", "pay_kind", "currency", "started_on"))
                .body("errors.value", contains("-1", "4711", "DAYLY", "kr", "2020-02-30"))
                .body("errors[2].expected", equalTo("one of HOURLY, DAILY, WEEKLY, MONTHLY, FEE"));
        norrsken.asEva().get(path("employees")).then().body("items", hasSize(0));
    }

    @Test
    void at_most_a_thousand_bad_cells_are_listed() {
        var rows = new StringBuilder();
        for (int i = 0; i < 1_500; i++) rows.append(Norrsken.hourly("n" + i, "Bo", "Ekdahl", -1));
        norrsken.employees(rows.toString())
                .then()
                .statusCode(422)
                .body("found", equalTo(1_500))
                .body("errors", hasSize(1_000))
                .body("detail", containsString("the first 1000 are listed"));
    }

    @Test
    void a_file_of_which_each_row_is_remembered_has_a_limit() {
        var rows = new StringBuilder();
        for (int i = 0; i <= CsvImport.MOST_DISTINCT_ROWS; i++) rows.append(i).append(",2027,0,0,0,,0,,\n");
        norrsken.balances(rows.toString())
                .then()
                .statusCode(422)
                .body("type", containsString("/problems/invalid-rows"))
                .body("detail", equalTo("rows: more than 200000 (expected: at most 200000 in a file; split it)"));
    }

    @Test
    void an_account_number_is_in_no_error_and_no_answer() {
        var iban = "SE99" + "7".repeat(60);
        var answer = norrsken.employees(Norrsken.employee("4711", "Bo", "Ekdahl", iban, "E-32", "HOURLY", 1));
        answer.then().statusCode(422).body("errors.column", contains("iban"));
        assertThat(answer.asString()).doesNotContain("7777");
        norrsken.employees(BO).then().statusCode(200);
        assertThat(norrsken.asEva().get(path("employees/4711")).asString()).doesNotContain(Norrsken.iban("4711"));
    }

    @Test
    void an_invalid_account_number_or_tax_table_is_not_the_files_fault() {
        norrsken.employees(Norrsken.employee("4711", "Bo", "Ekdahl", "SE00 1234", "E-99", "HOURLY", 1))
                .then()
                .statusCode(200);
        norrsken.asEva().get(path("employees/4711")).then().body("bankAccountValid", equalTo(false));
    }

    @Test
    void a_wrong_header_a_missing_cell_and_bad_bytes_are_told() {
        norrsken.csv("employees/import", "employee_no,nickname\n1,Bo\n")
                .then()
                .statusCode(422)
                .body("errors.find { it.column == 'nickname' }.line", equalTo(1));
        norrsken.hours("4711,2027-10-20\n")
                .then()
                .statusCode(422)
                .body("errors[0].line", equalTo(2))
                .body("errors[0].value", equalTo("2 cells"));
        var bytes = (Norrsken.HOURS_HEADER + "47?11,2027-10-20,08:00,16:00,30,,,,,\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        bytes[Norrsken.HOURS_HEADER.length() + 2] = (byte) 0xe5;
        norrsken.asEva()
                .contentType("text/csv")
                .body(bytes)
                .post(path("hours/import"))
                .then()
                .statusCode(422)
                .body("errors[0].line", equalTo(2))
                .body("errors[0].expected", equalTo("UTF-8"));
        norrsken.hours("4711,2027-10-20,08:00,16:00,30,,,,,\n4711,2027-10-21,08:00,16:00,30,,,,,\"never closed\n"
                        + "4711,2027-10-22,08:00,16:00,30,,,,,\n".repeat(2_000))
                .then()
                .statusCode(422)
                .body("errors.line", contains(3))
                .body("errors[0].expected", containsString("closed quotes"));
        norrsken.csv("hours/import", "").then().statusCode(422);
    }

    @Test
    void hours_must_make_sense() {
        norrsken.hours("""
                        4711,2027-10-20,,,,-1,WORK,,,
                        4711,2027-10-20,08:00,07:00,,,WORK,,,
                        4711,2027-10-20,08:00,16:00,480,,WORK,,,
                        4711,2027-10-20,25:00,16:00,,,WORK,,,
                        4711,2027-10-20,,,,8,HOLIDAY,,,
                        4711,2027-10-20,,,,-2,CORRECTION,,,Entered twice
                        """)
                .then()
                .statusCode(422)
                .body("errors.line", contains(2, 3, 4, 5, 6))
                .body("errors[0].expected", equalTo("0 to 24"))
                .body("errors[1].expected", equalTo("at most 18 h after the start"))
                .body("errors[2].column", equalTo("break_minutes"))
                .body("errors[4].value", equalTo("HOLIDAY"));
    }

    @Test
    void the_same_file_is_not_paid_twice() {
        var file = "4711,2027-10-20,08:00,16:00,30,,WORK,Vinterljus,220-14,\n";
        norrsken.hours(file).then().statusCode(200).body("imported", equalTo(1));
        norrsken.hours(file).then().statusCode(409).body("type", containsString("hours-already-imported"));
        new Norrsken(db).hours(file).then().statusCode(200); // another account's file is another file
    }

    @Test
    void an_upload_that_breaks_off_changes_nothing() throws Exception {
        var body = (Norrsken.EMPLOYEES_HEADER + BO).getBytes(StandardCharsets.UTF_8);
        try (var socket = new Socket("localhost", RestAssured.port)) {
            var head = "POST " + path("employees/import") + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\n"
                    + "Authorization: Bearer " + Tokens.user(norrsken.eva, "eva@norrsken.example", "Eva Strand")
                    + "\r\nContent-Length: " + (body.length + 500) + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes(); // until the server has closed it too
        } catch (IOException reset) {
            // or that
        }
        norrsken.employees(BO.replace("4711", "4712")).then().statusCode(200);
        norrsken.asEva().get(path("employees")).then().statusCode(200).body("items.employeeNo", contains("4712"));
    }

    @Test
    void an_employee_is_mended_by_who_saw_the_latest_version() {
        norrsken.employees(BO).then().statusCode(200);
        var seen = norrsken.asEva().get(path("employees/4711")).header("ETag");
        patch(seen, "{\"iban\": \"GB82 WEST 1234 5698 7654 32\"}")
                .then()
                .statusCode(200)
                .body("bankAccount", equalTo("•••• 5432"));
        patch(seen, "{\"rateMinor\": 1}").then().statusCode(412);
        patch(norrsken.asEva().get(path("employees/4711")).header("ETag"), "{\"birthDate\": \"2190-02-17\"}")
                .then()
                .statusCode(400)
                .body("errors.field", contains("birthDate"))
                .body(not(containsString("2190")));
        patch("\"99\"", "{\"shoeSize\": 1}").then().statusCode(412);
        norrsken.asEva()
                .contentType("application/merge-patch+json")
                .body("{}")
                .patch(path("employees/4711"))
                .then()
                .statusCode(428);
    }

    @Test
    void only_payroll_sees_employees_and_strangers_see_no_account() {
        norrsken.employees(BO).then().statusCode(200);
        norrsken.asStina().get(path("employees")).then().statusCode(200);
        Norrsken.as(norrsken.ana, "Ana Ruiz").get(path("employees")).then().statusCode(403);
        RestAssured.get(path("employees")).then().statusCode(401);
    }

    private io.restassured.response.Response patch(String ifMatch, String body) {
        return norrsken.asEva()
                .header("If-Match", ifMatch)
                .contentType("application/merge-patch+json")
                .body(body)
                .patch(path("employees/4711"));
    }

    private String path(String rest) {
        return "/api/v1/accounts/" + norrsken.account + "/" + rest;
    }
}
