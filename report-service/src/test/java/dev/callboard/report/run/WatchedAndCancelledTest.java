package dev.callboard.report.run;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.messaging.Outbox;
import dev.callboard.kit.test.PlatformServers;
import dev.callboard.kit.test.Tokens;
import dev.callboard.report.HeldRun;
import dev.callboard.report.Norrsken;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import static dev.callboard.report.Norrsken.eventually;
import static dev.callboard.report.Norrsken.hourly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithTestResource(PlatformServers.class)
class WatchedAndCancelledTest {
    @Inject
    Database db;

    @Inject
    Outbox outbox;

    @Inject
    MeterRegistry metrics;

    @Inject
    Dispatcher dispatcher;

    @Inject
    Instance instance;

    @Inject
    Workers workers;

    private Norrsken norrsken;
    private String payRun;

    @BeforeEach
    void forty_people_are_paid() {
        norrsken = new Norrsken(db);
        var employees = new StringBuilder();
        var hours = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            employees.append(hourly("E%03d".formatted(i), "Hedda", "Falk", 20_000 + i));
            hours.append("E%03d,2027-10-04,08:00,17:00,60,,WORK,Vinterljus,220-14,\n".formatted(i));
        }
        norrsken.employees(employees.toString()).then().statusCode(200);
        norrsken.hours(hours.toString()).then().statusCode(200);
        payRun = norrsken.calculated("2027-10", "2027-11-25");
        norrsken.approved(payRun);
    }

    @Test
    void a_cancelled_run_draws_nothing_more() {
        try (var run = new HeldRun(db, norrsken, payRun)) {
            norrsken.asEva()
                    .get(run.path + "/archive")
                    .then()
                    .statusCode(409)
                    .body("detail", equalTo("state: RUNNING (expected: DONE or CANCELLED)"));
            norrsken.asEva().delete(run.path).then().statusCode(204);
            var cancelled = norrsken.asEva().get(run.path).asString();
            deliverAgain(run.id);

            norrsken.asEva()
                    .get(run.path)
                    .then()
                    .body("state", equalTo("CANCELLED"))
                    .body("done", equalTo(0))
                    .body("allowed", hasSize(0));
            assertThat(norrsken.asEva().get(run.path).asString()).isEqualTo(cancelled);
            norrsken.asEva().get(run.path + "/items?state=DONE").then().body("items", hasSize(0));
            var table =
                    norrsken.asEva().accept("text/csv").get(run.path + "/table").asString();
            assertThat(table.lines().skip(1))
                    .hasSize(40)
                    .allMatch(row -> row.matches("\\d+,E0\\d\\d,Hedda Falk,[0-9a-f-]{36},CANCELLED,not drawn: .*,0,"));
            norrsken.asEva()
                    .delete(run.path)
                    .then()
                    .statusCode(409)
                    .body("type", containsString("report-run-finished"))
                    .body("detail", equalTo("state: CANCELLED (expected: QUEUED or RUNNING)"));
        }
    }

    @Test
    void a_finished_run_never_changes() {
        var run = norrsken.printed(payRun);
        var before = norrsken.asEva().get(run).asString();
        var document = norrsken.asEva().get(run + "/items/7/document").asByteArray();

        deliverAgain(Norrsken.id(run));
        norrsken.asEva()
                .delete(run)
                .then()
                .statusCode(409)
                .body("detail", equalTo("state: DONE (expected: QUEUED or RUNNING)"));
        norrsken.asEva()
                .post(run + "/retry")
                .then()
                .statusCode(409)
                .body("type", containsString("nothing-to-retry"))
                .body("detail", equalTo("failed: 0 (expected: 1 or more)"));

        assertThat(norrsken.asEva().get(run).asString()).isEqualTo(before);
        assertThat(norrsken.asEva().get(run + "/items/7/document").asByteArray())
                .isEqualTo(document);
    }

    @Test
    void a_task_that_is_delivered_again_draws_nothing_again() {
        var run = norrsken.printed(payRun);
        var before = norrsken.asEva().get(run + "/items?limit=200").asString();
        new Redelivery(db, outbox).of(Norrsken.id(run), 0, 0, 0);
        norrsken.asEva().get(run).then().body("done", equalTo(40)).body("state", equalTo("DONE"));
        assertThat(norrsken.asEva().get(run + "/items?limit=200").asString()).isEqualTo(before);
    }

    @Test
    void chunks_are_pending_until_they_are_drawn() {
        var pending = metrics.get("callboard.chunks.pending").gauge();
        try (var run = new HeldRun(db, norrsken, payRun)) {
            eventually(pending::value, value -> value >= 2);
            norrsken.asEva().delete(run.path).then().statusCode(204);
        }
        eventually(pending::value, value -> value == 0);
    }

    @Test
    void while_two_chunks_a_thread_are_out_no_other_is_sent() {
        eventually(this::living, living -> living.equals(List.of(instance.name())));
        try (var held = new HeldRun(db, norrsken, payRun, 2 * workers.threads(), 1)) {
            var waiting = norrsken.printing(payRun);
            dispatchesOnce();

            assertThat(db.list(
                            "select state from report_chunk where run_id = ?",
                            row -> row.getString(1),
                            Norrsken.id(waiting)))
                    .isNotEmpty()
                    .containsOnly("WAITING");
            norrsken.asEva().get(waiting).then().body("state", equalTo("QUEUED"));

            norrsken.asEva().delete(held.path).then().statusCode(204);
            norrsken.ends(waiting);
        }
    }

    /** Instances whose threads count. */
    private List<String> living() {
        return db.list(
                "select instance from render_worker"
                        + " where threads > 0 and seen_at > clock_timestamp() - interval '4 seconds'",
                row -> row.getString(1));
    }

    /** An instance says that it lives at the beginning of a round: between two of these it looked for what to send. */
    private void dispatchesOnce() {
        for (int beats = 0; beats < 2; beats++) {
            var before = lastBeat();
            eventually(this::lastBeat, now -> now.isAfter(before));
        }
    }

    private OffsetDateTime lastBeat() {
        return db.first(
                        "select seen_at from render_worker where instance = ?",
                        row -> row.getObject(1, OffsetDateTime.class),
                        instance.name())
                .orElseThrow();
    }

    @Test
    void an_instance_that_could_not_say_that_it_lives_does_not_take_its_own_chunks_for_those_of_the_dead() {
        try (var run = new HeldRun(db, norrsken, payRun)) {
            QuarkusTransaction.begin();
            try {
                db.list("select pg_advisory_xact_lock(hashtextextended('report-dispatch', 0))", _ -> 1);
                db.update("update report_chunk set worker = ? where run_id = ?", instance.name(), run.id);
                db.update(
                        "update render_worker set seen_at = clock_timestamp() - interval '1 minute' where instance = ?",
                        instance.name());

                dispatcher.takeBack();

                assertThat(db.list("select state from report_chunk where run_id = ?", row -> row.getString(1), run.id))
                        .containsOnly("SENT");
            } finally {
                QuarkusTransaction.rollback();
            }
        }
    }

    @Test
    void who_loses_the_right_sees_no_further_step() throws IOException, InterruptedException {
        try (var run = new HeldRun(db, norrsken, payRun)) {
            var events = watch(run.path).iterator();
            assertThat(next(events)).isEqualTo("id:1");
            step(run.id);
            assertThat(next(events)).isEqualTo("id:2");

            QuarkusTransaction.requiringNew()
                    .run(() ->
                            db.update("update account_member set rights = '{VIEWER}' where user_id = ?", norrsken.eva));
            step(run.id);
            assertThat(next(events)).isNull();
        }
    }

    @Test
    void all_streams_of_a_run_are_told() throws IOException, InterruptedException {
        try (var run = new HeldRun(db, norrsken, payRun)) {
            var first = watch(run.path).iterator();
            var second = watch(run.path).iterator();
            assertThat(next(first)).isEqualTo("id:1");
            assertThat(next(second)).isEqualTo("id:1");
            step(run.id);
            assertThat(next(first)).isEqualTo("id:2");
            assertThat(next(second)).isEqualTo("id:2");
            norrsken.asEva().delete(run.path).then().statusCode(204);
            assertThat(next(first)).isEqualTo("id:3");
            assertThat(next(first)).isNull();
            assertThat(next(second)).isEqualTo("id:3");
        }
    }

    @Test
    void who_watches_is_told_that_a_chunk_waits_and_for_what() throws IOException, InterruptedException {
        try (var run = new HeldRun(db, norrsken, payRun)) {
            var events = watch(run.path).iterator();
            assertThat(next(events)).isEqualTo("id:1");
            // this instance has it and draws it not: so it is after the answer to a commit was lost
            QuarkusTransaction.requiringNew().run(() -> db.update("""
                    update report_chunk set worker = ?, sent_at = clock_timestamp() - interval '1 minute'
                    where run_id = ? and chunk = 0
                    """, instance.name(), run.id));

            assertThat(next(events)).isEqualTo("id:2");
            norrsken.asEva()
                    .get(run.path)
                    .then()
                    .body("waiting.chunks", equalTo(1))
                    .body("waiting.lastError", equalTo("the database was away"));
            norrsken.asEva().delete(run.path).then().statusCode(204);
            norrsken.asEva().get(run.path).then().body("waiting", nullValue());
        }
    }

    private void step(UUID run) {
        QuarkusTransaction.requiringNew()
                .run(() -> db.update("update report_run set version = version + 1 where id = ?", run));
    }

    private Stream<String> watch(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + path + "/events"))
                .header("Authorization", "Bearer " + Tokens.user(norrsken.eva, "eva@norrsken.example", "Eva Strand"))
                .header("Accept", "text/event-stream")
                .build();
        HttpResponse<Stream<String>> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofLines());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    /** The id of the next event; null at the end of the stream. */
    private static String next(Iterator<String> lines) {
        while (lines.hasNext()) {
            var line = lines.next();
            if (line.startsWith("id:")) return line.replace(" ", "");
        }
        return null;
    }

    private void deliverAgain(UUID run) {
        new Redelivery(db, outbox).of(run, 0, 1);
    }
}
