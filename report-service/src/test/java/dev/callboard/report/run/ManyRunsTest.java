package dev.callboard.report.run;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.test.PlatformServers;
import dev.callboard.report.HeldRun;
import dev.callboard.report.Norrsken;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import java.util.function.Supplier;

import static dev.callboard.report.Norrsken.employee;
import static dev.callboard.report.Norrsken.eventually;
import static dev.callboard.report.Norrsken.hourly;
import static dev.callboard.report.Norrsken.iban;
import static dev.callboard.report.Norrsken.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** Runs side by side, and one document in between. */
@QuarkusTest
@WithTestResource(PlatformServers.class)
class ManyRunsTest {
    private static final int LARGE = 20_000;

    @Inject
    Database db;

    private Norrsken norrsken;

    @BeforeEach
    void a_new_account() {
        norrsken = new Norrsken(db);
    }

    private static String paid(Norrsken norrsken, int people) {
        var employees = new StringBuilder();
        for (int i = 1; i <= people; i++) {
            var number = "E%05d".formatted(i);
            employees.append(employee(number, "Hedda", "Falk", iban(number), "E-32", "MONTHLY", 4_200_000 + i));
        }
        norrsken.employees(employees.toString()).then().statusCode(200);
        var payRun = norrsken.calculated("2027-10", "2027-11-25");
        norrsken.approved(payRun);
        return payRun;
    }

    @Test
    void a_hundred_small_runs_end_before_the_large_one_that_was_there_first() {
        var mine = paid(norrsken, LARGE);
        var others = new Norrsken(db);
        var theirs = paid(others, 100);
        var small = new ArrayList<String>();
        var large = whileNothingIsSent(() -> {
            var first = norrsken.printing(mine);
            for (int i = 0; i < 100; i++) small.add(others.printing(theirs));
            return first;
        });

        var ends = new ArrayList<Instant>();
        for (var run : small) {
            others.ends(run);
            others.asEva().get(run).then().body("done", equalTo(100));
            ends.add(Instant.parse(others.asEva().get(run).path("finishedAt")));
        }
        norrsken.ends(large);
        norrsken.asEva().get(large).then().body("done", equalTo(LARGE));
        var end = Instant.parse(norrsken.asEva().get(large).path("finishedAt"));
        assertThat(ends).hasSize(100).allMatch(each -> each.isBefore(end));
    }

    /** The dispatchers of all instances agree by this lock. */
    private <T> T whileNothingIsSent(Supplier<T> ask) {
        return QuarkusTransaction.requiringNew().timeout(300).call(() -> {
            db.list("select pg_advisory_xact_lock(hashtextextended('report-dispatch', 0))", _ -> 1);
            return ask.get();
        });
    }

    @Test
    void a_preview_is_drawn_while_a_run_is_and_has_the_bytes_of_the_run() {
        var payRun = paid(norrsken, 3_000);
        var held = whileNothingIsSent(() -> HeldRun.lastChunkOf(db, norrsken.printing(payRun)));
        ExtractableResponse<Response> preview;
        try (held) {
            eventually(() -> norrsken.asEva().get(held.path), it -> it.<Integer>path("done") > 0);
            preview = preview(norrsken.eva, id(payRun), 2_999)
                    .then()
                    .statusCode(200)
                    .extract();
            norrsken.asEva().get(held.path).then().body("state", equalTo("RUNNING"));
        }
        assertThat(preview.header("Content-Disposition")).isEqualTo("inline; filename=\"2027-10-E02999.pdf\"");
        norrsken.ends(held.path);
        assertThat(preview.asByteArray())
                .isEqualTo(
                        norrsken.asEva().get(held.path + "/items/2999/document").asByteArray());
    }

    @Test
    void a_preview_is_refused_as_the_run_would_be() {
        norrsken.employees(hourly("1", "Bo", "Ekdahl", 28_500)).then().statusCode(200);
        norrsken.hours("1,2027-10-04,,,,8,WORK,\uD83C\uDFAC,,\n").then().statusCode(200);
        var payRun = norrsken.calculated("2027-10", "2027-11-25");
        preview(norrsken.eva, id(payRun), 1)
                .then()
                .statusCode(409)
                .body("type", containsString("pay-run-not-approved"));
        norrsken.approved(payRun);
        preview(norrsken.eva, id(payRun), 1).then().statusCode(409).body("detail", containsString("U+1F3AC"));
        preview(norrsken.eva, id(payRun), 2).then().statusCode(404);
        preview(norrsken.ana, id(payRun), 1).then().statusCode(422);
        norrsken.asEva().get("/api/v1/report-runs").then().body("items.size()", equalTo(0));
    }

    private static Response preview(UUID user, UUID payRun, int item) {
        return Norrsken.as(user, "Some One")
                .contentType("application/json")
                .body("{\"kind\": \"pay-slips\", \"payRun\": \"%s\", \"format\": \"PDF\"}".formatted(payRun))
                .post("/api/v1/report-runs/preview?item=" + item);
    }
}
