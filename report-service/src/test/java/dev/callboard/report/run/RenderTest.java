package dev.callboard.report.run;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.test.PlatformServers;
import dev.callboard.report.Norrsken;
import dev.callboard.report.render.MandelbrotRow;
import dev.callboard.report.render.MandelbrotTemplate;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import static dev.callboard.report.Norrsken.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

@QuarkusTest
@WithTestResource(PlatformServers.class)
class RenderTest {
    private static final String SIZE = "\"width\": 350, \"height\": 200, \"iterations\": 1000";

    @Inject
    Database db;

    private final UUID arvid = UUID.randomUUID();

    private RequestSpecification asArvid() {
        return Norrsken.as(arvid, "Arvid Lund");
    }

    private Response start(String size) {
        return asArvid()
                .contentType("application/json")
                .body("{\"kind\": \"mandelbrot\", " + size + "}")
                .post("/api/v1/renders");
    }

    private String drawn(String size) {
        var path = "/api/v1/renders/"
                + start(size).then().statusCode(202).extract().<String>path("id");
        eventually(() -> asArvid().get(path), it -> it.path("finishedAt") != null);
        return path;
    }

    /** By one worker, one row after the other. */
    private static byte[] byOneWorker() throws IOException {
        var template = new MandelbrotTemplate();
        var rows = IntStream.range(0, 200)
                .mapToObj(y -> template.draw(new MandelbrotRow(350, 200, 1000, y)))
                .iterator();
        var png = new ByteArrayOutputStream();
        template.merge("", Set.of("350-200"), rows, png);
        return png.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 64})
    void the_image_is_the_same_from_tasks_of_any_size(int rows) throws IOException {
        var path = drawn(SIZE + ", \"rowsPerTask\": " + rows);
        asArvid()
                .get(path)
                .then()
                .body("state", equalTo("DONE"))
                .body("tasks", equalTo(Math.ceilDiv(200, rows)))
                .body("drawn", equalTo(200));
        var image = asArvid()
                .get(path + "/image")
                .then()
                .statusCode(200)
                .contentType("image/png")
                .extract();
        assertThat(image.asByteArray()).isEqualTo(byOneWorker());
        asArvid()
                .header("If-None-Match", image.header("ETag"))
                .get(path + "/image")
                .then()
                .statusCode(304);
    }

    @Test
    void a_cancelled_image_stays_unfinished_and_makes_room_for_another() {
        var open = openOnes(drawn(SIZE));
        var path = "/api/v1/renders/" + open.getFirst();
        Norrsken.as(UUID.randomUUID(), "Fred Stone").delete(path).then().statusCode(404);

        asArvid().delete(path).then().statusCode(204);

        asArvid().get(path).then().body("state", equalTo("CANCELLED"));
        asArvid().get(path + "/image").then().statusCode(409);
        asArvid().delete(path).then().statusCode(409).body("type", containsString("report-run-finished"));
        start(SIZE).then().statusCode(202);
    }

    @Test
    void a_finished_image_is_not_cancelled() {
        var path = drawn(SIZE);
        asArvid().delete(path).then().statusCode(409).body("type", containsString("report-run-finished"));
        asArvid().get(path + "/image").then().statusCode(200);
    }

    @Test
    void an_image_is_its_owners_and_no_report() {
        var path = drawn(SIZE);
        Norrsken.as(UUID.randomUUID(), "Fred Stone").get(path).then().statusCode(404);
        Norrsken.as(UUID.randomUUID(), "Fred Stone").get(path + "/image").then().statusCode(404);
        asArvid().get(path.replace("renders", "report-runs")).then().statusCode(404);
        asArvid().delete(path.replace("renders", "report-runs")).then().statusCode(404);
    }

    @Test
    void an_image_has_limits() {
        start("\"width\": 2049, \"height\": 0, \"iterations\": 10001")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("width"))
                .body("errors.field", hasItem("height"))
                .body("errors.field", hasItem("iterations"));
        asArvid()
                .contentType("application/json")
                .body("{\"kind\": \"julia\", " + SIZE + "}")
                .post("/api/v1/renders")
                .then()
                .statusCode(400);
    }

    @Test
    void of_images_asked_for_at_the_same_moment_four_are_drawn() {
        var answers = new ArrayList<CompletableFuture<Integer>>();
        QuarkusTransaction.requiringNew().run(() -> {
            // nothing is sent meanwhile, so none of them can end
            db.list("select pg_advisory_xact_lock(hashtextextended('report-dispatch', 0))", _ -> 1);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 8; i++)
                    answers.add(CompletableFuture.supplyAsync(() -> start(SIZE).statusCode(), threads));
            }
        });
        assertThat(answers)
                .extracting(CompletableFuture::join)
                .filteredOn(it -> it == 202)
                .hasSize(4);
        assertThat(answers)
                .extracting(CompletableFuture::join)
                .filteredOn(it -> it == 409)
                .hasSize(4);
    }

    @Test
    void a_fifth_image_waits_for_the_others() {
        openOnes(drawn(SIZE));
        start(SIZE)
                .then()
                .statusCode(409)
                .body("type", containsString("too-many-renders"))
                .body("detail", equalTo("At most 4 at the same time"));
    }

    @Test
    void of_all_people_together_so_many_are_drawn_and_the_next_one_comes_again() {
        var others = othersOpen(drawn(SIZE), 64);
        try {
            start(SIZE)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "10")
                    .body("type", containsString("unavailable"))
                    .body("detail", containsString("(expected: less than 64 at the same time)"));
        } finally {
            QuarkusTransaction.requiringNew()
                    .run(() -> db.update("update report_run set state = 'CANCELLED' where id = any(?)", (Object)
                            others.toArray(UUID[]::new)));
        }
        start(SIZE).then().statusCode(202);
    }

    /** Of a person each. */
    private List<UUID> othersOpen(String like, int images) {
        return QuarkusTransaction.requiringNew()
                .call(() -> db.list("""
                insert into report_run (id, account_id, month, kind, format, pay_run_id, template_version, state, items,
                  chunk_size, chunks, created_by, created_at, version)
                select gen_random_uuid(), gen_random_uuid(), month, kind, format, pay_run_id, template_version, 'RUNNING',
                  items, chunk_size, chunks, created_by, created_at, 1
                from report_run, generate_series(1, ?) where id = ?
                returning id
                """, row -> row.getObject(1, UUID.class), images, Norrsken.id(like)));
    }

    /** Four more like this one, of which no task is on its way. */
    private List<UUID> openOnes(String like) {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<UUID> open = db.list("""
                    insert into report_run (id, account_id, month, kind, format, pay_run_id, template_version, state, items,
                      chunk_size, chunks, created_by, created_at, version)
                    select gen_random_uuid(), account_id, month, kind, format, pay_run_id, template_version, 'RUNNING', items,
                      chunk_size, chunks, created_by, created_at, 1
                    from report_run, generate_series(1, 4) where id = ?
                    returning id
                    """, row -> row.getObject(1, UUID.class), Norrsken.id(like));
            for (var id : open)
                db.update(
                        "insert into render select ?, width, height, iterations from render where id = ?",
                        id,
                        Norrsken.id(like));
            return open;
        });
    }
}
