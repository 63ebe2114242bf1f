package dev.callboard.report.payroll.leave;

import dev.callboard.kit.database.Database;
import dev.callboard.report.Norrsken;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import static dev.callboard.report.Norrsken.hourly;
import static java.time.DayOfWeek.MONDAY;
import static java.time.temporal.TemporalAdjusters.firstInMonth;

/** Åsa's leave: days of the next month, as leave is of this leave year or the next. */
final class AsasLeave {
    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    final Norrsken norrsken;
    final String requests;
    final String adjustments;
    final LocalDate monday;

    /** Each test has an Åsa of its own: addresses are known in all accounts. */
    final String asa = "asa" + UUID.randomUUID();

    private final UUID asaId = UUID.randomUUID();
    private final Database db;
    private final InstantSource clock;

    AsasLeave(Database db, InstantSource clock) {
        this.db = db;
        this.clock = clock;
        norrsken = new Norrsken(db);
        norrsken.employees(addressed(hourly("2086", "Åsa", "Öberg", 25_000), asa)
                        + addressed(hourly("4711", "Bo", "Ekdahl", 28_500), "bo" + UUID.randomUUID()))
                .then()
                .statusCode(200);
        requests = "/api/v1/accounts/" + norrsken.account + "/leave-requests";
        adjustments = "/api/v1/accounts/" + norrsken.account + "/leave-adjustments";
        monday = firstMonday(thisMonth().plusMonths(1));
    }

    Response ask(RequestSpecification somebody, LocalDate from, LocalDate to, String kind) {
        return asked(somebody, "{\"from\": \"%s\", \"to\": \"%s\", \"kind\": \"%s\"}".formatted(from, to, kind));
    }

    Response asked(RequestSpecification somebody, String body) {
        return somebody.contentType(ContentType.JSON).body(body).post(requests);
    }

    /** On the version that the request now has. */
    Response decide(RequestSpecification somebody, String path, String decision) {
        return somebody.header("If-Match", norrsken.asEva().get(path).header("ETag"))
                .contentType(ContentType.JSON)
                .body(decision.equals("refusal") ? "{\"reason\": \"The night of the 30th is shot\"}" : "")
                .post(path + "/" + decision);
    }

    Response adjust(String number, int hundredths) {
        return norrsken.asEva()
                .contentType(ContentType.JSON)
                .body(adjustment(number, hundredths, today()))
                .post(adjustments);
    }

    static String adjustment(String number, int hundredths, LocalDate day) {
        return """
                {"employeeNo": "%s", "date": "%s", "balance": "PAID", "daysHundredths": %d, "reason": "Half a day worked"}
                """.formatted(number, day, hundredths);
    }

    void imported(LocalDate from, LocalDate to) {
        row("2086", from, to).then().statusCode(200);
    }

    /** Of paid leave, imported by Eva. */
    Response row(String number, LocalDate from, LocalDate to) {
        return norrsken.csv("leave/import", "employee_no,from,to,kind\n%s,%s,%s,PAID\n".formatted(number, from, to));
    }

    List<String> bookings() {
        return db.list(
                """
                select employee_no, first_day, last_day, kind, requested_on, approved_on, approved_by from leave_booking
                where account_id = ? order by employee_no, first_day
                """,
                row -> "%s %s %s %s %s %s %s"
                        .formatted(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7)),
                norrsken.account);
    }

    LocalDate day(String path, String instant) {
        return LocalDate.ofInstant(Instant.parse(norrsken.asEva().get(path).<String>path(instant)), STOCKHOLM);
    }

    RequestSpecification asAsa() {
        return Norrsken.as(asaId, asa + " Öberg");
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), STOCKHOLM);
    }

    YearMonth thisMonth() {
        return YearMonth.from(today());
    }

    static LocalDate firstMonday(YearMonth month) {
        return month.atDay(1).with(firstInMonth(MONDAY));
    }

    /** Nord 1's, from April. */
    LocalDate leaveYear() {
        var april = LocalDate.of(today().getYear(), 4, 1);
        return april.isAfter(today()) ? april.minusYears(1) : april;
    }

    static String path(Response created) {
        var location = created.header("Location");
        return location.substring(location.indexOf("/api/v1"));
    }

    static String addressed(String employee, String name) {
        var columns = employee.split(",", 5);
        return String.join(",", columns[0], columns[1], columns[2], name + "@norrsken.example", columns[4]);
    }
}
