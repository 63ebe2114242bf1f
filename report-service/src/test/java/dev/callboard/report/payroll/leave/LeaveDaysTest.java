package dev.callboard.report.payroll.leave;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.test.PlatformServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

import static dev.callboard.report.Norrsken.hourly;
import static dev.callboard.report.Norrsken.iban;
import static java.time.DayOfWeek.MONDAY;
import static java.time.temporal.TemporalAdjusters.next;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** On which days there is leave to ask for, and balances to adjust. */
@QuarkusTest
@WithTestResource(PlatformServers.class)
class LeaveDaysTest {
    @Inject
    Database db;

    @Inject
    InstantSource clock;

    private AsasLeave leave;

    @BeforeEach
    void asa_is_employed() {
        leave = new AsasLeave(db, clock);
    }

    @Test
    void dates_that_cannot_be_are_refused_by_their_value() {
        refused(leave.monday.plusDays(1), leave.monday, "PAID", 400, "/problems/invalid", "to: " + leave.monday);
        refused(leave.monday, leave.monday, "HOLIDAY", 400, "/problems/invalid", "kind: HOLIDAY (expected: one of ");
        refused(
                leave.monday.plusDays(5),
                leave.monday.plusDays(6),
                "PAID",
                400,
                "/problems/invalid",
                "to: " + leave.monday.plusDays(6));

        var year = leave.leaveYear();
        var before = year.minusDays(1);
        refused(
                before,
                before,
                "PAID",
                422,
                "/problems/leave-year-mismatch",
                "from: " + before + " (expected: " + year);
        var over = year.plusYears(1).plusDays(7);
        refused(over.minusDays(14), over, "PAID", 422, "/problems/leave-year-mismatch", "to: " + over);
        var late = year.plusYears(2);
        refused(late, late, "PAID", 422, "/problems/leave-year-mismatch", "from: " + late);

        for (var never : List.of("-999999999-01-01", "1999-12-31", "2101-01-01", "+999999999-12-31"))
            refused(
                    LocalDate.parse(never),
                    LocalDate.parse(never),
                    "PAID",
                    400,
                    "/problems/invalid",
                    "from: " + never + " (expected: a day of the years 2000 to 2100)");

        leave.asked(
                        leave.norrsken.asEva(),
                        "{\"from\": \"%1$s\", \"to\": \"%1$s\", \"kind\": \"PAID\"}".formatted(leave.monday))
                .then()
                .statusCode(400)
                .body("detail", equalTo("employeeNo: missing (expected: the number of an employee)"));
        leave.asked(
                        leave.norrsken.asEva(),
                        "{\"employeeNo\": \"99\", \"from\": \"%1$s\", \"to\": \"%1$s\", \"kind\": \"PAID\"}"
                                .formatted(leave.monday))
                .then()
                .statusCode(400)
                .body("detail", equalTo("employeeNo: 99 (expected: the number of an employee)"));
        leave.asAsa().get(leave.requests).then().body("items", empty());
    }

    @Test
    void days_that_are_taken_already_are_refused() {
        leave.ask(leave.asAsa(), leave.monday, leave.monday.plusDays(2), "PAID")
                .then()
                .statusCode(201);
        leave.ask(leave.asAsa(), leave.monday.plusDays(2), leave.monday.plusDays(3), "SICK")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/leave-overlaps"))
                .body("detail", containsString(leave.monday.plusDays(2) + " to " + leave.monday.plusDays(3)))
                .body("detail", containsString("asked for: " + leave.monday + " to " + leave.monday.plusDays(2)));

        var later = leave.monday.with(next(MONDAY));
        leave.imported(later, later.plusDays(1));
        leave.ask(leave.asAsa(), later.plusDays(1), later.plusDays(1), "PAID")
                .then()
                .statusCode(409)
                .body("detail", containsString("booked: " + later + " to " + later.plusDays(1)));
    }

    @Test
    void leave_that_was_imported_meanwhile_keeps_a_request_from_being_approved() {
        var path = AsasLeave.path(leave.ask(leave.asAsa(), leave.monday, leave.monday.plusDays(2), "PAID"));
        leave.imported(leave.monday.plusDays(1), leave.monday.plusDays(1));

        leave.decide(leave.norrsken.asEva(), path, "approval")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/leave-overlaps"));

        leave.norrsken
                .asEva()
                .get(path)
                .then()
                .body("state", equalTo("REQUESTED"))
                .body("endedAt", nullValue());
        assertThat(leave.bookings()).hasSize(1);
    }

    @Test
    void an_imported_row_mends_what_was_approved_and_says_so() {
        leave.decide(
                        leave.norrsken.asEva(),
                        AsasLeave.path(leave.ask(leave.asAsa(), leave.monday, leave.monday.plusDays(2), "PAID")),
                        "approval")
                .then()
                .statusCode(200);
        leave.imported(leave.monday, leave.monday);

        assertThat(leave.bookings()).containsExactly("2086 %1$s %1$s PAID null null null".formatted(leave.monday));
    }

    @Test
    void an_imported_row_that_says_the_same_leaves_it_approved() {
        leave.decide(
                        leave.norrsken.asEva(),
                        AsasLeave.path(leave.ask(leave.asAsa(), leave.monday, leave.monday, "PAID")),
                        "approval")
                .then()
                .statusCode(200);
        leave.imported(leave.monday, leave.monday);

        assertThat(leave.bookings()).singleElement().asString().endsWith(" Eva Strand");
    }

    @Test
    void nobody_imports_leave_of_their_own() {
        var path = AsasLeave.path(leave.ask(leave.asAsa(), leave.monday, leave.monday, "PAID"));
        leave.decide(leave.norrsken.asEva(), path, "approval").then().statusCode(200);
        var later = leave.monday.with(next(MONDAY));
        leave.imported(later, later);
        var booked = leave.bookings();
        // the number is Eva's now
        leave.norrsken
                .employees(AsasLeave.addressed(hourly("2086", "Eva", "Strand", 30_000), "EVA"))
                .then()
                .statusCode(200);

        refusedOfEva(leave.monday, leave.monday.plusDays(4)); // was approved here
        refusedOfEva(later, later.plusDays(4)); // was imported
        refusedOfEva(later.plusDays(7), later.plusDays(7)); // is new
        leave.imported(later, later);
        assertThat(leave.bookings()).isEqualTo(booked);
    }

    private void refusedOfEva(LocalDate from, LocalDate to) {
        leave.row("2086", from, to)
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/leave-of-ones-own"))
                .body("detail", equalTo("employee 2086: leave from " + from));
    }

    @Test
    void in_a_pay_period_whose_run_is_approved_there_is_nothing_to_ask_for_or_to_adjust() {
        leave.norrsken.paysFrom(iban("Norrsken"));
        var month = leave.thisMonth();
        var before = AsasLeave.path(
                leave.ask(leave.asAsa(), AsasLeave.firstMonday(month), AsasLeave.firstMonday(month), "PAID"));
        var booked = AsasLeave.firstMonday(month).plusWeeks(1);
        leave.imported(booked, booked);
        leave.norrsken
                .hours("2086,%s,08:00,16:00,0,,WORK,Vinterljus,220-14,\n".formatted(month.atDay(2)))
                .then()
                .statusCode(200);
        var payRun = leave.norrsken.calculated(
                month.toString(), month.plusMonths(1).atDay(25).toString());
        leave.norrsken.approved(payRun);
        nothingCanBeDoneIn(month, before);
        leave.norrsken.asStina().post(payRun + "/release").then().statusCode(200);
        nothingCanBeDoneIn(month, before);

        leave.norrsken
                .asEva()
                .contentType(ContentType.JSON)
                .body(
                        "{\"employeeNo\": \"2086\", \"balance\": \"PAID\", \"daysHundredths\": 100, \"reason\": \"Moved\"}")
                .post(leave.adjustments)
                .then()
                .statusCode(201)
                .body("date", equalTo(month.plusMonths(1).atDay(1).toString()));
    }

    private void nothingCanBeDoneIn(YearMonth month, String before) {
        var day = month.atEndOfMonth();
        while (day.getDayOfWeek().getValue() > 5) day = day.minusDays(1);
        refused(
                day,
                day,
                "PAID",
                409,
                "/problems/pay-period-closed",
                "from: %s (expected: %s or later, as %s is closed)"
                        .formatted(day, month.plusMonths(1).atDay(1), month));
        leave.decide(leave.norrsken.asEva(), before, "approval")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/pay-period-closed"));
        leave.adjust("2086", 100).then().statusCode(409).body("type", equalTo("/problems/pay-period-closed"));
        var booked = AsasLeave.firstMonday(month).plusWeeks(1);
        leave.imported(booked, booked); // says what is known
        notImported("2086", booked, booked.plusDays(1)); // would change it
        notImported("2086", booked.plusDays(1), booked.plusDays(1)); // would be new
        notImported("4711", day, day.plusDays(7)); // begins in the period
    }

    private void notImported(String number, LocalDate from, LocalDate to) {
        var bookings = leave.bookings();
        leave.row(number, from, to)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/pay-period-closed"))
                .body("detail", containsString("employee " + number + ": leave from " + from));
        assertThat(leave.bookings()).isEqualTo(bookings);
    }

    @Test
    void of_two_who_ask_for_the_same_days_at_once_one_is_refused() throws Exception {
        var together = new CyclicBarrier(2);
        Callable<Integer> asking = () -> {
            together.await();
            return leave.ask(leave.asAsa(), leave.monday, leave.monday.plusDays(1), "PAID")
                    .statusCode();
        };
        try (var threads = Executors.newFixedThreadPool(2)) {
            var answers = threads.invokeAll(List.of(asking, asking));
            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(201, 409);
        }
    }

    @Test
    void adjustments_are_listed_with_their_reasons() {
        leave.adjust("2086", 50).then().statusCode(201).body("madeByName", equalTo("Eva Strand"));
        leave.adjust("4711", -25)
                .then()
                .statusCode(201)
                .body("date", equalTo(leave.today().toString()));
        leave.adjust("2086", 0).then().statusCode(400).body("errors.field", contains("daysHundredths"));
        leave.adjust("99", 50).then().statusCode(400).body("errors.value", contains("99"));

        leave.norrsken
                .asEva()
                .get(leave.adjustments)
                .then()
                .body("items.daysHundredths", contains(-25, 50))
                .body("items.reason", contains("Half a day worked", "Half a day worked"));
        String next = leave.norrsken.asEva().get(leave.adjustments + "?limit=1").path("next");
        leave.norrsken
                .asEva()
                .get(leave.adjustments + "?limit=1&cursor=" + next)
                .then()
                .body("items.employeeNo", contains("2086"));
        leave.norrsken
                .asEva()
                .get(leave.adjustments + "?employeeNo=4711")
                .then()
                .body("items.daysHundredths", contains(-25));
        leave.asAsa().get(leave.adjustments).then().statusCode(404);
        leave.asAsa()
                .contentType(ContentType.JSON)
                .body(AsasLeave.adjustment("2086", 50, leave.today()))
                .post(leave.adjustments)
                .then()
                .statusCode(403);
        leave.norrsken
                .asEva()
                .contentType(ContentType.JSON)
                .body(AsasLeave.adjustment("2086", 50, leave.today().plusDays(2)))
                .post(leave.adjustments)
                .then()
                .statusCode(400)
                .body("errors.field", contains("date"));
    }

    @Test
    void an_adjustment_is_of_our_time() {
        for (var never : List.of("-999999999-01-01", "+999999999-12-31"))
            leave.norrsken
                    .asEva()
                    .contentType(ContentType.JSON)
                    .body(AsasLeave.adjustment("2086", 50, LocalDate.parse(never)))
                    .post(leave.adjustments)
                    .then()
                    .statusCode(400)
                    .body("errors.field", contains("date"));
    }

    private void refused(LocalDate from, LocalDate to, String kind, int status, String type, String detail) {
        leave.ask(leave.asAsa(), from, to, kind)
                .then()
                .statusCode(status)
                .body("type", equalTo(type))
                .body("detail", containsString(detail));
    }
}
