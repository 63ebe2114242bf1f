package dev.callboard.report.room;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.test.PlatformServers;
import dev.callboard.report.Norrsken;
import dev.callboard.report.room.Room.Use;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

import static dev.callboard.report.Norrsken.eventually;
import static dev.callboard.report.Norrsken.hourly;
import static dev.callboard.report.room.Room.Use.FILES;
import static dev.callboard.report.room.Room.Use.PAPERS;
import static dev.callboard.report.room.Room.Use.PREVIEWS;
import static dev.callboard.report.room.Room.Use.RUNS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** What is asked for when others have taken all the memory that there is for it. */
@QuarkusTest
@WithTestResource(PlatformServers.class)
class RoomTest {
    private static final int MORE_THAN_ALL = 1_000;
    private static final UUID OTHERS = UUID.randomUUID();

    @Inject
    Database db;

    @Inject
    Room room;

    @Inject
    MeterRegistry metrics;

    private Norrsken norrsken;
    private String payRun;
    private String run;

    @BeforeEach
    void bo_is_paid() {
        norrsken = new Norrsken(db);
        norrsken.employees(hourly("4711", "Bo", "Ekdahl", 28_500)).then().statusCode(200);
        norrsken.hours("4711,2027-10-04,,,,8,WORK,,,\n").then().statusCode(200);
        payRun = norrsken.calculated("2027-10", "2027-11-25");
        norrsken.released(payRun);
        run = norrsken.printed(payRun);
    }

    private void whileOthersHaveAll(Use use, Runnable asking) {
        int taken = room.take(use, OTHERS, MORE_THAN_ALL);
        try {
            asking.run();
        } finally {
            room.giveBack(use, OTHERS, taken);
        }
    }

    /** All at the same time: each waits for its patience to end. */
    private static void areRefused(List<Supplier<Response>> questions) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = questions.stream()
                    .map(question -> CompletableFuture.supplyAsync(question, threads))
                    .toList();
            for (var answer : answers) isRefused(answer.join());
        }
    }

    private static void isRefused(Response answer) {
        answer.then()
                .statusCode(503)
                .header("Retry-After", "5")
                .contentType("application/problem+json")
                .body("type", containsString("unavailable"))
                .body("detail", containsString("asked for at the same time"))
                .body("retryAfter", equalTo(5));
    }

    private Response preview(String request) {
        return norrsken.asEva()
                .contentType("application/json")
                .body(request.replace("PAY_RUN", Norrsken.id(payRun).toString())
                        .replace("ACCOUNT", norrsken.account.toString()))
                .post("/api/v1/report-runs/preview");
    }

    @Test
    void a_file_without_room_is_had_when_there_is_some_and_previews_do_not_wait_for_it() {
        var files = List.of(
                run + "/archive",
                run + "/document",
                run + "/table",
                payRun + "/register",
                payRun + "/journal",
                payRun + "/payment-file");
        whileOthersHaveAll(FILES, () -> {
            areRefused(files.stream().map(this::asked).toList());
            preview("{\"kind\": \"pay-slips\", \"payRun\": \"PAY_RUN\", \"format\": \"PDF\"}")
                    .then()
                    .statusCode(200);
            norrsken.asEva().get(run + "/items/1/document").then().statusCode(200);
        });
        assertThat(metrics.get("callboard.room.refused")
                        .tag("use", "files")
                        .counter()
                        .count())
                .isGreaterThanOrEqualTo(files.size());

        for (var file : files) asked(file).get().then().statusCode(200);
        eventually(() -> room.taken(FILES), it -> it == 0);
    }

    private Supplier<Response> asked(String path) {
        return () -> norrsken.asEva()
                .accept(path.endsWith("register") ? "text/csv" : "*/*")
                .get(path);
    }

    /** A table is written as its rows are read, and those are held up. */
    @Test
    void what_is_set_aside_for_a_file_is_held_while_it_is_written() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var table = QuarkusTransaction.requiringNew().call(() -> {
                db.update("lock table report_item");
                var asked = CompletableFuture.supplyAsync(asked(run + "/table"), threads);
                // others wait for items, too
                eventually(() -> room.taken(FILES) > 0 && waitingForItems(), it -> it);
                return asked;
            });
            table.join().then().statusCode(200).body(containsString("4711"));
        }
        eventually(() -> room.taken(FILES), it -> it == 0);
    }

    private boolean waitingForItems() {
        return db.first("select 1 from pg_locks where relation = 'report_item'::regclass and not granted", _ -> true)
                .orElse(false);
    }

    @Test
    void a_paper_without_room_is_not_even_read() {
        var account = "/api/v1/accounts/" + norrsken.account + "/documents/";
        var project = "/api/v1/projects/" + UUID.randomUUID() + "/";
        var papers = List.of(
                account + "statement",
                account + "invoices/1",
                project + "documents/summoning-grid",
                project + "documents/plan",
                project + "call-sheets/2027-10-04");
        whileOthersHaveAll(
                PAPERS, () -> areRefused(papers.stream().map(this::asked).toList()));
        assertThat(room.taken(PAPERS)).isZero();
    }

    @Test
    void who_has_half_of_a_room_gets_no_more_of_it_by_making_up_accounts_and_others_get_theirs() {
        var stranger = UUID.randomUUID();
        int half = room.take(PAPERS, stranger, 24);
        try {
            Supplier<Response> another = () -> Norrsken.as(stranger, "Sam Strang")
                    .get("/api/v1/accounts/" + UUID.randomUUID() + "/documents/statement");
            areRefused(List.of(another, another));
            norrsken.asEva()
                    .get("/api/v1/accounts/" + norrsken.account + "/documents/statement")
                    .then()
                    .body("detail", containsString("cannot be read just now")); // there is no account-service here
        } finally {
            room.giveBack(PAPERS, stranger, half);
        }
    }

    @Test
    void a_preview_of_everybody_waits_for_room_and_one_of_a_person_does_not() {
        var slip = "{\"kind\": \"pay-slips\", \"payRun\": \"PAY_RUN\", \"format\": \"PDF\"}";
        var register = slip.replace("pay-slips", "pay-register");
        whileOthersHaveAll(PREVIEWS, () -> {
            isRefused(preview(register));
            preview(slip).then().statusCode(200);
        });
        preview(register).then().statusCode(200);
        eventually(() -> room.taken(PREVIEWS), it -> it == 0);
    }

    @Test
    void a_run_that_writes_down_what_it_prints_waits_for_room_and_leaves_nothing_without() {
        whileOthersHaveAll(RUNS, () -> isRefused(tax(norrsken.asEva())));
        assertThat(db.list("select id from report_run where account_id = ?", _ -> 1, norrsken.account))
                .hasSize(1);

        norrsken.printedYear("tax-report", 2027);
        eventually(() -> room.taken(RUNS), it -> it == 0);
    }

    private Response tax(RequestSpecification who) {
        return who.contentType("application/json")
                .body("{\"kind\": \"tax-report\", \"account\": \"%s\", \"year\": 2027, \"format\": \"PDF\"}"
                        .formatted(norrsken.account))
                .post("/api/v1/report-runs");
    }

    /** Else the one that waits has the key and its connection, and the other is told that the first is under way. */
    @Test
    void who_waits_for_room_to_print_a_year_has_not_taken_its_key() {
        var key = UUID.randomUUID().toString();
        Supplier<Response> keyed = () -> tax(norrsken.asEva().header("Idempotency-Key", key));
        whileOthersHaveAll(RUNS, () -> areRefused(List.of(keyed, keyed)));

        var id = keyed.get().then().statusCode(202).extract().path("id");
        keyed.get()
                .then()
                .statusCode(202)
                .header("Idempotency-Replayed", "true")
                .body("id", equalTo(id));
        eventually(() -> room.taken(RUNS), it -> it == 0);
    }
}
