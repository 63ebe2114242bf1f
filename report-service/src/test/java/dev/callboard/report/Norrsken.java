package dev.callboard.report;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.test.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import java.math.BigInteger;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** The account Norrsken Produktion AB, new for each test, with Eva at payroll, Stina its owner and Ana who only plans. */
public final class Norrsken {
    public static final String EMPLOYEES_HEADER =
            "employee_no,given_name,family_name,email,birth_date,street,postal_code,city,country,iban,tax_id,tax_table,"
                    + "pay_kind,rate_minor,currency,started_on,annual_leave_days,department,job_title,agreement,"
                    + "holiday_pay_bp,cost_code\n";
    public static final String HOURS_HEADER =
            "employee_no,date,start,end,break_minutes,hours,kind,project,cost_code,note\n";
    public static final String BALANCES_HEADER =
            "employee_no,year,gross_minor,taxable_minor,tax_minor,deductions_minor,net_minor,hours,leave_days\n";
    public static final String BENEFITS_HEADER = "employee_no,period,kind,amount_minor\n";
    /** Also for thousands of slips on a slow machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    public final UUID account = UUID.randomUUID();
    public final UUID eva = UUID.randomUUID();
    public final UUID stina = UUID.randomUUID();
    public final UUID ana = UUID.randomUUID();
    private final Database db;

    public Norrsken(Database db) {
        this.db = db;
        QuarkusTransaction.requiringNew().run(() -> {
            db.update(
                    "insert into account_summary values (?, 'Norrsken Produktion AB', 'SEK', false, clock_timestamp())",
                    account);
            member(eva, "PAYROLL");
            member(stina, "OWNER");
            member(ana, "PLANNER");
        });
    }

    private void member(UUID user, String right) {
        db.update("insert into account_member values (?, ?, string_to_array(?, ','), 1)", account, user, right);
    }

    public RequestSpecification asEva() {
        return as(eva, "Eva Strand");
    }

    public RequestSpecification asStina() {
        return as(stina, "Stina Lind");
    }

    public static RequestSpecification as(UUID user, String name) {
        return given().header(
                        "Authorization",
                        "Bearer "
                                + Tokens.user(
                                        user,
                                        name.split(" ")[0].toLowerCase(java.util.Locale.ROOT) + "@norrsken.example",
                                        name));
    }

    public Response employees(String rows) {
        return csv("employees/import", EMPLOYEES_HEADER + rows);
    }

    public Response hours(String rows) {
        return csv("hours/import", HOURS_HEADER + rows);
    }

    public Response balances(String rows) {
        return csv("opening-balances/import", BALANCES_HEADER + rows);
    }

    public Response benefits(String rows) {
        return csv("benefits/import", BENEFITS_HEADER + rows);
    }

    public Response csv(String path, String body) {
        return asEva().contentType("text/csv; charset=UTF-8")
                .body(body.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/api/v1/accounts/" + account + "/" + path);
    }

    /** An hourly employee on tax table E-32 with a valid account. */
    public static String hourly(String number, String given, String family, long rate) {
        return employee(number, given, family, iban(number), "E-32", "HOURLY", rate);
    }

    public static String employee(
            String number, String given, String family, String iban, String table, String kind, long rate) {
        return String.join(
                        ",",
                        number,
                        quoted(given),
                        quoted(family),
                        "",
                        "1990-02-17",
                        "Repslagargatan 19",
                        "118 46",
                        "Stockholm",
                        "SE",
                        iban,
                        "X" + number + "17",
                        table,
                        kind,
                        Long.toString(rate),
                        "SEK",
                        "2020-01-01",
                        "25",
                        "grip",
                        "best boy grip",
                        "Crew",
                        "1200",
                        "410-20")
                + "\n";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    /** Valid check digits on an invented bank code. */
    public static String iban(String seed) {
        var bban = "999" + "%017d".formatted(Math.abs((long) seed.hashCode()));
        var remainder =
                new BigInteger(bban + "281400").mod(BigInteger.valueOf(97)).intValue(); // SE00
        return "SE%02d%s".formatted(98 - remainder, bban);
    }

    /** What slips and bank files say of the employer. */
    public void paysFrom(String iban) {
        var scheme = asEva().get("/api/v1/accounts/" + account + "/pay-scheme");
        asEva().header("If-Match", scheme.header("ETag"))
                .contentType("application/merge-patch+json")
                .body("""
                        {"employerAddress": "Hamnmagasinet 3, 116 30 Stockholm", "organisationNo": "559000-0000",
                         "contact": "Eva Strand, payroll, 070-174 06 40, payroll@norrsken.example", "debtorIban": "%s"}
                        """.formatted(iban))
                .patch("/api/v1/accounts/" + account + "/pay-scheme")
                .then()
                .statusCode(200);
    }

    /** By another packaged scheme than Nord 1. */
    public Response paysBy(String scheme) {
        return payScheme("{\"scheme\": \"" + scheme + "\"}");
    }

    /** Answer to a merge patch of the pay settings. */
    public Response payScheme(String patch) {
        var path = "/api/v1/accounts/" + account + "/pay-scheme";
        return asEva().header("If-Match", asEva().get(path).header("ETag"))
                .contentType("application/merge-patch+json")
                .body(patch.getBytes(java.nio.charset.StandardCharsets.UTF_8)) // whatever the default of this type is
                .patch(path);
    }

    /** Path of a calculated run, which is paid from some account if the test names none. */
    public String calculated(String period, String payDate) {
        var scheme = asEva().get("/api/v1/accounts/" + account + "/pay-scheme");
        if (scheme.path("debtorAccount").equals(""))
            payScheme("{\"debtorIban\": \"" + iban("Norrsken") + "\"}").then().statusCode(200);
        return calculatedAsItIs(period, payDate);
    }

    public String calculatedAsItIs(String period, String payDate) {
        var location = asEva().contentType(ContentType.JSON)
                .body("{\"period\": \"%s\", \"payDate\": \"%s\"}".formatted(period, payDate))
                .post("/api/v1/accounts/" + account + "/pay-runs")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        var path = location.substring(location.indexOf("/api/v1"));
        calculationEnds(path);
        return path;
    }

    public void calculationEnds(String payRun) {
        var run = eventually(() -> asEva().get(payRun), it -> !it.path("state").equals("CALCULATING"));
        assertThat((String) run.path("state")).as(run.asString()).isEqualTo("CALCULATED");
    }

    public void approved(String payRun) {
        asStina().post(payRun + "/approval").then().statusCode(200);
    }

    public void released(String payRun) {
        approved(payRun);
        asStina().post(payRun + "/release").then().statusCode(200);
    }

    /** Path of a report run that is at its end. */
    public String printed(String payRun) {
        var path = printing(payRun);
        ends(path);
        return path;
    }

    public String printing(String payRun) {
        return printingOf("{\"kind\": \"pay-slips\", \"payRun\": \"%s\", \"format\": \"PDF\"}".formatted(id(payRun)));
    }

    /** Path of a report run of a year that is at its end. */
    public String printedYear(String kind, int year) {
        return printedOf("{\"kind\": \"%s\", \"account\": \"%s\", \"year\": %d, \"format\": \"PDF\"}"
                .formatted(kind, account, year));
    }

    public String printedOf(String request) {
        var path = printingOf(request);
        ends(path);
        return path;
    }

    private String printingOf(String request) {
        var location = asEva().contentType(ContentType.JSON)
                .body(request)
                .post("/api/v1/report-runs")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        return location.substring(location.indexOf("/api/v1"));
    }

    public void ends(String reportRun) {
        eventually(() -> asEva().get(reportRun), it -> it.path("state").equals("DONE"));
    }

    public static UUID id(String path) {
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }

    public static <T> T eventually(Supplier<T> look, Predicate<T> until) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        var seen = look.get();
        while (!until.test(seen)) {
            if (System.nanoTime() > end) throw new AssertionError("not in " + PATIENCE + ": " + shown(seen));
            try {
                Thread.sleep(50);
            } catch (InterruptedException ended) {
                throw new AssertionError(ended);
            }
            seen = look.get();
        }
        return seen;
    }

    private static String shown(Object seen) {
        return seen instanceof Response response ? response.asString() : String.valueOf(seen);
    }
}
