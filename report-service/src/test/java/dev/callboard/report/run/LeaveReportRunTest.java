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

import static dev.callboard.report.Norrsken.hourly;
import static dev.callboard.report.Norrsken.iban;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithTestResource(PlatformServers.class)
class LeaveReportRunTest {
    private static final String HEADER = "employee_no,from,to,kind\n";

    @Inject
    Database db;

    private Norrsken norrsken;

    @BeforeEach
    void asa_works_in_october() {
        norrsken = new Norrsken(db);
        norrsken.paysFrom(iban("Norrsken"));
        norrsken.employees(hourly("2086", "Åsa", "Öberg", 25_000));
        norrsken.balances("2086,2027,10000000,9800000,2400000,417000,7183000,400,10.5\n");
        norrsken.hours("""
                2086,2027-10-04,08:00,16:00,0,,WORK,Vinterljus,220-14,
                2086,2027-10-05,,,,8,LEAVE,Vinterljus,220-14,
                """).then().statusCode(200);
    }

    @Test
    void leave_that_was_imported_is_in_the_ledger_and_what_is_ahead_apart() throws IOException {
        leave("2086,2027-10-11,2027-10-15,PAID\n2086,2027-10-18,2027-10-19,SICK\n2086,2027-11-22,2027-11-23,PAID\n")
                .then()
                .statusCode(200)
                .body("imported", equalTo(3));
        norrsken.released(norrsken.calculated("2027-10", "2027-11-25"));

        var run = norrsken.printedYear("leave-report", 2027);
        norrsken.asEva().get(run).then().body("span", equalTo("2027-28")).body("done", equalTo(1));

        // 10.50 + 2.08 − 5 booked − 1 in hours
        assertThat(ReportRunTest.text(document(run).asByteArray()).replace("\n", " "))
                .contains("Leave report 2027/28", "Åsa Öberg")
                .contains("Paid, year 2027/28 31 Mar 2028 10.50 2.08 −6.00 0.00 0.00 6.58")
                .contains("11 Oct Paid leave 11–15 Oct")
                .contains("Paid leave, in hours October −1.00")
                .contains("Sick −2.00 2.00 taken")
                .containsPattern("18 Oct Sick 18–19 Oct Approved elsewhere · imported \\S+ \\S+( \\S+)? −2\\.00 5\\.50")
                .contains("22–23 Nov Paid leave")
                .contains("4.58");
        assertThat(norrsken.asEva().accept("text/csv").get(run + "/table").asString())
                .contains(
                        ",PAID,2027-04-01,2028-03-31,10.50,2.08,-6.00,0.00,0.00,6.58,DONE,\r\n",
                        ",UNPAID,2027-04-01,,,,0.00,,,,DONE,\r\n",
                        ",SICK,2027-04-01,,,,-2.00,,,,DONE,\r\n",
                        ",PARENTAL,2027-04-01,,,,0.00,,,,DONE,\r\n");
        assertThat(document(norrsken.printedYear("leave-report", 2027)).asByteArray())
                .isEqualTo(document(run).asByteArray());
    }

    @Test
    void a_slip_says_of_leave_what_the_leave_report_says_also_when_it_is_paid_in_the_next_year() throws IOException {
        leave("2086,2027-09-30,2027-10-08,PAID\n").then().statusCode(200);
        norrsken.released(norrsken.calculated("2027-10", "2027-11-25"));
        norrsken.hours("2086,2027-12-06,,,,8,WORK,,,\n").then().statusCode(200);
        var december = norrsken.calculated("2027-12", "2028-01-25");
        norrsken.released(december);

        // 10.50 + 2 × 2.08 − 6 booked after 30 September − 1 in hours
        assertThat(ReportRunTest.text(document(norrsken.printed(december)).asByteArray()))
                .contains("1 Apr 2027 to 31 Mar 2028, as of 31 Dec 2027", "Paid 10.50 4.16 −7.00 7.66");
        assertThat(ReportRunTest.text(
                        document(norrsken.printedYear("leave-report", 2027)).asByteArray()))
                .contains("10.50 4.16 −7.00 0.00 0.00 7.66");
    }

    @Test
    void a_run_prints_what_was_booked_when_it_was_asked_for() {
        norrsken.released(norrsken.calculated("2027-10", "2027-11-25"));
        var before = norrsken.printedYear("leave-report", 2027);
        leave("2086,2027-11-22,2027-11-23,PAID\n").then().statusCode(200);
        var after = norrsken.printedYear("leave-report", 2027);

        assertThat(document(after).header("ETag")).isNotEqualTo(document(before).header("ETag"));
        assertThat(document(before).asByteArray()).isNotEqualTo(document(after).asByteArray());
    }

    @Test
    void every_bad_row_is_listed_and_nothing_is_imported() {
        leave("2086,2027-10-11,2027-10-08,PAID\n2086,2027-10-12,2027-10-13,HOLIDAY\n,2027-10-12,2027-10-13,PAID\n")
                .then()
                .statusCode(422)
                .body("errors.column", containsInAnyOrder("to", "kind", "employee_no"));
        leave("2086,2027-10-11,2027-10-15,PAID\n2086,2027-10-15,2027-10-18,SICK\n")
                .then()
                .statusCode(422)
                .body("errors.line", containsInAnyOrder(3));

        assertThat(bookings()).isZero();
    }

    @Test
    void a_row_of_the_same_first_day_replaces_and_one_over_booked_days_is_refused() {
        leave("2086,2027-10-11,2027-10-15,PAID\n").then().statusCode(200);
        leave("2086,2027-10-11,2027-10-13,SICK\n").then().statusCode(200);
        assertThat(bookings()).isOne();

        leave("2086,2027-11-01,2027-11-02,PAID\n2086,2027-10-12,2027-10-20,PAID\n")
                .then()
                .statusCode(409)
                .body("type", containsString("leave-overlaps"))
                .body("detail", containsString("2086 from 2027-10-12 overlaps leave from 2027-10-11"));
        assertThat(bookings()).isOne();
    }

    private long bookings() {
        return db.first(
                        "select count(*) from leave_booking where account_id = ?",
                        row -> row.getLong(1),
                        norrsken.account)
                .orElseThrow();
    }

    private Response leave(String rows) {
        return norrsken.csv("leave/import", HEADER + rows);
    }

    private Response document(String run) {
        return norrsken.asEva().get(run + "/items/1/document");
    }
}
