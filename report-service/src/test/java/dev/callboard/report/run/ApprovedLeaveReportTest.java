package dev.callboard.report.run;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.test.PlatformServers;
import dev.callboard.report.Norrsken;
import dev.callboard.report.render.Language;
import dev.callboard.report.render.Words;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

import static dev.callboard.report.Norrsken.hourly;
import static dev.callboard.report.Norrsken.iban;
import static java.time.DayOfWeek.MONDAY;
import static java.time.temporal.TemporalAdjusters.firstInMonth;
import static org.assertj.core.api.Assertions.assertThat;

/** What was asked for, approved and adjusted in this month is on paper when the month is paid. */
@QuarkusTest
@WithTestResource(PlatformServers.class)
class ApprovedLeaveReportTest {
    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    @Inject
    Database db;

    @Inject
    InstantSource clock;

    private Norrsken norrsken;
    private YearMonth month;
    private int leaveYear;
    private LocalDate monday;
    private LocalDate ahead;

    @BeforeEach
    void asa_worked_this_month() {
        norrsken = new Norrsken(db);
        norrsken.paysFrom(iban("Norrsken"));
        norrsken.employees(hourly("2086", "Åsa", "Öberg", 25_000)
                .replace(",,1990", ",asa" + norrsken.account + "@norrsken.example,1990"));
        month = YearMonth.from(today());
        leaveYear = month.getMonthValue() < 4 ? month.getYear() - 1 : month.getYear();
        monday = month.atDay(1).with(firstInMonth(MONDAY));
        ahead = month.plusMonths(1).atDay(1).with(firstInMonth(MONDAY));
        norrsken.hours("2086,%s,08:00,16:00,0,,WORK,Vinterljus,220-14,\n".formatted(monday.plusDays(3)))
                .then()
                .statusCode(200);
    }

    @Test
    void the_report_says_when_leave_was_asked_for_and_who_approved_it_and_what_was_adjusted_why() throws IOException {
        var taken = requested(monday, monday.plusDays(1));
        approve(taken);
        approve(requested(ahead, ahead.plusDays(2)));
        adjust("PAID", 50);
        adjust("SAVED", 500);
        var payRun = paid();

        var text = text(norrsken.printedYear("leave-report", leaveYear));
        var approval = "Requested %s · approved %s, Stina Lind"
                .formatted(printed(day(taken, "askedAt")), printed(day(taken, "endedAt")));
        assertThat(text)
                .contains(approval + " −2.00")
                .contains("Adjusted Eva Strand: half a day worked +0.50")
                .containsPattern("Adjusted, saved days Eva Strand: half a day worked \\+5\\.00 −?\\d\\.\\d\\d")
                .containsPattern("Paid, year \\S+ \\S+ \\S+ \\S+ 0\\.00 2\\.0[89] −2\\.00 0\\.50 0\\.00 0\\.5[89]")
                .containsPattern("Saved from \\S+ \\S+ \\S+ \\S+ 0\\.00 0\\.00 0\\.00 5\\.00 0\\.00 5\\.00")
                .containsPattern("Approved, not taken yet.*" + approval + " −3\\.00");
        // the slip has no column of its own for it: it is in what the year began with
        assertThat(text(norrsken.printed(payRun)))
                .containsPattern("Paid 0\\.50 2\\.0[89] −2\\.00 0\\.5[89]")
                .containsPattern("Saved.* 5\\.00 0\\.00 0\\.00 5\\.00");
        assertThat(text(norrsken.printedYear("leave-summary", leaveYear))).contains("grip 1 5.50 ");
        assertThat(table(norrsken.printedYear("leave-report", leaveYear)))
                .contains("opening,earned,taken,adjusted,paid_out,closing")
                .containsPattern("PAID,.*,0\\.00,2\\.0[89],-2\\.00,0\\.50,0\\.00,0\\.5[89]");
        assertThat(table(norrsken.printedYear("leave-summary", leaveYear))).contains("grip,1,5.50,");
    }

    @Test
    void a_run_prints_what_was_approved_and_adjusted_when_it_was_asked_for() throws IOException {
        paid();
        var before = norrsken.printedYear("leave-report", leaveYear);
        var text = text(before);
        approve(requested(ahead, ahead));
        var after = norrsken.printedYear("leave-report", leaveYear);

        assertThat(text).doesNotContain("approved");
        assertThat(text(before)).isEqualTo(text);
        assertThat(text(after)).contains("Stina Lind −1.00");
        assertThat(text(norrsken.printedYear("leave-report", leaveYear))).isEqualTo(text(after));
    }

    private String paid() {
        var payRun = norrsken.calculated(
                month.toString(), month.plusMonths(1).atDay(25).toString());
        norrsken.released(payRun);
        return payRun;
    }

    /** Path of a request. */
    private String requested(LocalDate from, LocalDate to) {
        var location = norrsken.asEva()
                .contentType(ContentType.JSON)
                .body("{\"employeeNo\": \"2086\", \"from\": \"%s\", \"to\": \"%s\", \"kind\": \"PAID\"}"
                        .formatted(from, to))
                .post("/api/v1/accounts/" + norrsken.account + "/leave-requests")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        return location.substring(location.indexOf("/api/v1"));
    }

    private void approve(String request) {
        norrsken.asStina()
                .header("If-Match", norrsken.asStina().get(request).header("ETag"))
                .post(request + "/approval")
                .then()
                .statusCode(200);
    }

    private void adjust(String balance, int hundredths) {
        norrsken.asEva()
                .contentType(ContentType.JSON)
                .body(
                        "{\"employeeNo\": \"2086\", \"balance\": \"%s\", \"daysHundredths\": %d, \"reason\": \"half a day worked\"}"
                                .formatted(balance, hundredths))
                .post("/api/v1/accounts/" + norrsken.account + "/leave-adjustments")
                .then()
                .statusCode(201);
    }

    private LocalDate day(String request, String instant) {
        return LocalDate.ofInstant(Instant.parse(norrsken.asEva().get(request).<String>path(instant)), STOCKHOLM);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), STOCKHOLM);
    }

    /** In the leave year without it. */
    private static String printed(LocalDate day) {
        return Words.of(Language.EN).date(day).replace(" " + day.getYear(), "");
    }

    private Response document(String run) {
        return norrsken.asEva().get(run + "/items/1/document");
    }

    private String text(String run) throws IOException {
        return ReportRunTest.text(document(run).asByteArray()).replaceAll("\\s+", " ");
    }

    private String table(String run) {
        return norrsken.asEva().accept("text/csv").get(run + "/table").asString();
    }
}
