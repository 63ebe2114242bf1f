package dev.callboard.report.run;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.test.PlatformServers;
import dev.callboard.report.HeldRun;
import dev.callboard.report.Norrsken;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;

import static dev.callboard.report.Norrsken.employee;
import static dev.callboard.report.Norrsken.hourly;
import static dev.callboard.report.Norrsken.iban;
import static dev.callboard.report.Norrsken.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
@WithTestResource(PlatformServers.class)
class ReportRunTest {
    @Inject
    Database db;

    private Norrsken norrsken;

    @BeforeEach
    void a_new_account() {
        norrsken = new Norrsken(db);
    }

    /** 40 people whose names the fonts cover. */
    private String approvedRun() {
        var names = new String[] {
            "Åsa Öberg",
            "Łukasz Żółć",
            "Zoë Müller",
            "José Ñúñez",
            "Đorđe Ilić",
            "Γιώργος Νίκου",
            "Ольга Волкова",
            "Bo Ekdahl"
        };
        var employees = new StringBuilder();
        var hours = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            var name = names[i % names.length].split(" ");
            employees.append(hourly("E%03d".formatted(i), name[0], name[1], 20_000 + i));
            hours.append("E%03d,2027-10-04,08:00,17:00,60,,WORK,Vinterljus,220-14,\n".formatted(i));
        }
        norrsken.paysFrom(iban("Norrsken"));
        norrsken.employees(employees.toString()).then().statusCode(200);
        norrsken.hours(hours.toString()).then().statusCode(200);
        var run = norrsken.calculated("2027-10", "2027-11-25");
        norrsken.approved(run);
        return run;
    }

    @Test
    void every_slip_says_what_the_register_says() throws IOException {
        var payRun = approvedRun();
        var run = norrsken.printed(payRun);
        norrsken.asEva()
                .get(run)
                .then()
                .body("items", equalTo(40))
                .body("done", equalTo(40))
                .body("failed", equalTo(0))
                .body("queued", equalTo(0));
        Map<String, byte[]> slips = unzipped(norrsken.asEva()
                .get(run + "/archive")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray());
        assertThat(slips).hasSize(40);
        for (var entry :
                norrsken.asEva().get(payRun + "/register?limit=200").jsonPath().getList("items", Map.class)) {
            var text = text(slips.get("2027-10-" + entry.get("employeeNo") + ".pdf"));
            assertThat(text)
                    .contains("Employee " + entry.get("employeeNo"), (String) entry.get("name"), printed((Integer)
                            entry.get("netMinor")));
        }
        norrsken.asEva()
                .get(run + "/items?limit=200&state=DONE")
                .then()
                .body("items", hasSize(40))
                .body("items[39].subject", equalTo("E039"));
        var table = norrsken.asEva()
                .accept("text/csv")
                .get(run + "/table")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(table.lines()).hasSize(41);
        var merged = norrsken.asEva()
                .get(run + "/document")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (var document = Loader.loadPDF(merged)) {
            assertThat(document.getNumberOfPages()).isEqualTo(40);
        }
    }

    @Test
    void a_document_has_its_exact_length_its_tag_and_its_ranges() {
        var run = norrsken.printed(approvedRun());
        var path = run + "/items/8/document";
        var whole = norrsken.asEva()
                .get(path)
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("Cache-Control", "private, no-cache")
                .extract();
        var bytes = whole.asByteArray();
        assertThat(whole.header("Content-Length")).isEqualTo(String.valueOf(bytes.length));
        norrsken.asEva()
                .header("If-None-Match", whole.header("ETag"))
                .get(path)
                .then()
                .statusCode(304);
        var part = norrsken.asEva()
                .header("Range", "bytes=100-199")
                .get(path)
                .then()
                .statusCode(206)
                .extract();
        assertThat(part.asByteArray()).isEqualTo(Arrays.copyOfRange(bytes, 100, 200));
        assertThat(part.header("Content-Range")).isEqualTo("bytes 100-199/" + bytes.length);
        norrsken.asEva()
                .header("Range", "bytes=99999999-")
                .get(path)
                .then()
                .statusCode(416)
                .contentType("application/problem+json");
        norrsken.asEva().get(run + "/items/41/document").then().statusCode(404);
        norrsken.asEva().get(run + "/items/0/document").then().statusCode(404);
    }

    @Test
    void behind_the_last_item_there_is_none() {
        var run = norrsken.printed(approvedRun());
        norrsken.asEva().get(run + "/items?cursor=39").then().body("items.item", contains(40));
        for (var query : List.of("cursor=40", "cursor=2147483647", "cursor=2147483647&state=QUEUED", "state=QUEUED"))
            norrsken.asEva().get(run + "/items?" + query).then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void the_same_slips_are_the_same_bytes_in_another_run() throws IOException {
        var payRun = approvedRun();
        var first = unzipped(
                norrsken.asEva().get(norrsken.printed(payRun) + "/archive").asByteArray());
        var second = unzipped(
                norrsken.asEva().get(norrsken.printed(payRun) + "/archive").asByteArray());
        assertThat(second.keySet()).containsExactlyElementsOf(first.keySet());
        second.forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(first.get(name)));
    }

    @Test
    void one_bad_item_costs_nobody_else_a_slip_and_is_retried_alone() {
        norrsken.employees(hourly("1", "Bo", "Ekdahl", 28_500)
                        + hourly("2", "Ines", "Carvalho", 28_500)
                        + hourly("3", "Hedda", "Falk", 28_500))
                .then()
                .statusCode(200);
        norrsken.hours("1,2027-10-04,,,,8,WORK,,,\n2,2027-10-04,,,,8,WORK,漢字,,\n3,2027-10-04,,,,8,WORK,,,\n")
                .then()
                .statusCode(200);
        var payRun = norrsken.calculated("2027-10", "2027-11-25");
        norrsken.approved(payRun);
        var run = norrsken.printed(payRun);
        norrsken.asEva()
                .get(run)
                .then()
                .body("done", equalTo(2))
                .body("failed", equalTo(1))
                .body("allowed", contains("download", "retry"));
        norrsken.asEva().get(run + "/items?state=FAILED").then().body("items.subject", contains("2"));
        norrsken.asEva().get(run + "/items/2/document").then().statusCode(409);

        var retry = norrsken.asEva().post(run + "/retry").then().statusCode(202).extract();
        var again = retry.header("Location").substring(retry.header("Location").indexOf("/api"));
        norrsken.ends(again);
        norrsken.asEva()
                .get(again)
                .then()
                .body("items", equalTo(1))
                .body("failed", equalTo(1))
                .body("retryOf", equalTo(id(run).toString()));
        norrsken.asEva().get(run).then().body("failed", equalTo(1)); // finished runs never change
    }

    @Test
    void chunks_of_a_dead_worker_are_drawn_by_another() {
        var payRun = approvedRun();
        var runId = leftByTheDead(payRun, 1, 1);
        norrsken.ends("/api/v1/report-runs/" + runId);
        norrsken.asEva().get("/api/v1/report-runs/" + runId).then().body("done", equalTo(40));
    }

    @Test
    void a_chunk_that_nobody_can_draw_fails_after_some_attempts() {
        var payRun = approvedRun();
        var run = norrsken.printing(payRun);
        norrsken.ends(run);
        var stuck = leftByTheDead(payRun, 5);
        norrsken.ends("/api/v1/report-runs/" + stuck);
        norrsken.asEva()
                .get("/api/v1/report-runs/" + stuck + "/items?limit=1")
                .then()
                .body("items[0].state", equalTo("FAILED"))
                .body("items[0].reason", equalTo("not drawn in 5 attempts: the instance that drew it ended"));
    }

    @Test
    void what_nobody_could_draw_is_drawn_by_a_retry_once_somebody_can() {
        var payRun = approvedRun();
        var undisturbed = norrsken.printed(payRun);
        var half = leftByTheDead(payRun, 1, 5);
        var run = "/api/v1/report-runs/" + half;
        norrsken.ends(run);
        norrsken.asEva().get(run).then().body("done", equalTo(20)).body("failed", equalTo(20));
        var before = norrsken.asEva().get(run).asString();

        var location = norrsken.asEva()
                .post(run + "/retry")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        var retry = location.substring(location.indexOf("/api"));
        norrsken.ends(retry);

        norrsken.asEva()
                .get(retry)
                .then()
                .body("retryOf", equalTo(half.toString()))
                .body("items", equalTo(20))
                .body("done", equalTo(20))
                .body("failed", equalTo(0))
                .body("allowed", contains("download"));
        for (int item : new int[] {1, 20})
            assertThat(norrsken.asEva()
                            .get(retry + "/items/" + item + "/document")
                            .asByteArray())
                    .isEqualTo(norrsken.asEva()
                            .get(undisturbed + "/items/" + (20 + item) + "/document")
                            .asByteArray());
        assertThat(norrsken.asEva().get(run).asString()).isEqualTo(before); // finished runs never change
    }

    @Test
    void a_cancelled_run_stays_cancelled_and_a_finished_one_finished() {
        var payRun = approvedRun();
        var done = norrsken.printed(payRun);
        norrsken.asEva().delete(done).then().statusCode(409).body("type", containsString("report-run-finished"));
        try (var run = new HeldRun(db, norrsken, payRun)) {
            norrsken.asEva().delete(run.path).then().statusCode(204);
            norrsken.asEva().delete(run.path).then().statusCode(409);
            norrsken.asEva().get(run.path).then().body("state", equalTo("CANCELLED"));
        }
        norrsken.asEva()
                .get("/api/v1/report-runs?state=CANCELLED")
                .then()
                .body("items.state.unique()", contains("CANCELLED"));
        norrsken.asEva().get("/api/v1/report-runs?state=DONE").then().body("items.state.unique()", contains("DONE"));
    }

    @Test
    void progress_is_watched_to_the_end() {
        var run = norrsken.printing(approvedRun());
        var events = norrsken.asEva()
                .accept("text/event-stream")
                .get(run + "/events")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(events)
                .contains("event:finished")
                .contains("\"state\":\"DONE\"")
                .contains("\"done\":40");
        var last = events.lines()
                .filter(line -> line.startsWith("id:"))
                .reduce((_, id) -> id)
                .orElseThrow()
                .substring(3)
                .strip();
        var again = norrsken.asEva()
                .header("Last-Event-ID", last)
                .accept("text/event-stream")
                .get(run + "/events")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(again).doesNotContain("event:");
    }

    @Test
    void only_what_is_approved_is_printed_and_only_for_payroll() {
        norrsken.employees(employee("7", "Ольга", "Sund", iban("7"), "E-32", "MONTHLY", 4_200_000));
        var payRun = norrsken.calculated("2027-10", "2027-11-25");
        start(norrsken.eva, id(payRun)).then().statusCode(409).body("type", containsString("pay-run-not-approved"));
        start(norrsken.eva, UUID.randomUUID()).then().statusCode(422);
        norrsken.approved(payRun);
        start(norrsken.ana, id(payRun)).then().statusCode(422);
        var run = norrsken.printed(payRun);
        Norrsken.as(norrsken.ana, "Ana Ruiz").get(run).then().statusCode(404);
        Norrsken.as(new Norrsken(db).eva, "Eva Other")
                .get(run + "/items/1/document")
                .then()
                .statusCode(404);
        Norrsken.as(norrsken.ana, "Ana Ruiz").get("/api/v1/report-runs").then().body("items", hasSize(0));
    }

    private static io.restassured.response.Response start(UUID user, UUID payRun) {
        return Norrsken.as(user, "Some One")
                .contentType("application/json")
                .body("{\"kind\": \"pay-slips\", \"payRun\": \"%s\", \"format\": \"PDF\"}".formatted(payRun))
                .post("/api/v1/report-runs");
    }

    /** A run of forty slips of which a dead instance has every chunk. @param attempts one for each chunk */
    private UUID leftByTheDead(String payRun, int... attempts) {
        var run = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> {
            db.update("""
                    insert into report_run (id, account_id, month, kind, format, pay_run_id, template_version, state, items,
                      chunk_size, chunks, created_by, created_at, started_at, version)
                    select ?, account_id, month, 'PAY_SLIPS', 'PDF', id, 'test', 'RUNNING', 40, ?, ?, ?, now(), now(), 1
                    from pay_run where id = ?
                    """, run, 40 / attempts.length, attempts.length, norrsken.eva, id(payRun));
            for (int chunk = 0; chunk < attempts.length; chunk++)
                db.update("""
                        insert into report_chunk (account_id, month, run_id, chunk, state, attempts, sent_at, worker)
                        select account_id, month, ?, ?, 'SENT', ?, clock_timestamp() - interval '1 minute',
                          'report-service-9/dead'
                        from pay_run where id = ?
                        """, run, chunk, attempts[chunk], id(payRun));
        });
        return run;
    }

    private static String printed(int minor) {
        return String.format(java.util.Locale.ROOT, "%,.2f", minor / 100.0);
    }

    static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    static Map<String, byte[]> unzipped(byte[] archive) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                files.put(entry.getName(), zip.readAllBytes());
        }
        return files;
    }
}
