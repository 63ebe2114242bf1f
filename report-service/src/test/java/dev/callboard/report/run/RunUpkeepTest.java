package dev.callboard.report.run;

import dev.callboard.kit.blob.BlobStore;
import dev.callboard.kit.database.Database;
import dev.callboard.kit.test.PlatformServers;
import dev.callboard.report.Norrsken;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.UUID;

import static dev.callboard.report.Norrsken.eventually;
import static dev.callboard.report.Norrsken.hourly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

/** What is removed by itself, and what is not. */
@QuarkusTest
@WithTestResource(PlatformServers.class)
class RunUpkeepTest {
    @Inject
    Database db;

    @Inject
    BlobStore blobs;

    @Inject
    RunUpkeep upkeep;

    private final UUID arvid = UUID.randomUUID();

    private RequestSpecification asArvid() {
        return Norrsken.as(arvid, "Arvid Lund");
    }

    private String image() {
        var path = "/api/v1/renders/"
                + asArvid()
                        .contentType("application/json")
                        .body("{\"kind\": \"mandelbrot\", \"width\": 20, \"height\": 10, \"iterations\": 10}")
                        .post("/api/v1/renders")
                        .then()
                        .statusCode(202)
                        .extract()
                        .<String>path("id");
        eventually(() -> asArvid().get(path), it -> it.path("finishedAt") != null);
        return path;
    }

    private void ended(String path, String ago) {
        QuarkusTransaction.requiringNew()
                .run(() -> db.update(
                        "update report_run set finished_at = now() - ?::interval where id = ?",
                        ago,
                        Norrsken.id(path)));
    }

    private List<String> stored(String path) {
        try (var names = blobs.list("runs/" + Norrsken.id(path) + "/")) {
            return names.toList();
        }
    }

    private int rows(String path) {
        return List.of(
                        "report_run where id",
                        "render where id",
                        "report_chunk where run_id",
                        "report_item where run_id")
                .stream()
                .mapToInt(of -> db.first("select count(*) from " + of + " = ?", row -> row.getInt(1), Norrsken.id(path))
                        .orElseThrow())
                .sum();
    }

    @Test
    void an_image_is_kept_for_thirty_days() {
        var old = image();
        var younger = image();
        ended(old, "30 days 1 hour");
        ended(younger, "29 days 23 hours");
        assertThat(stored(old)).isNotEmpty();

        upkeep.tidy();

        asArvid().get(old).then().statusCode(404).body("type", containsString("not-found"));
        asArvid().get(old + "/image").then().statusCode(404);
        assertThat(stored(old)).isEmpty();
        assertThat(rows(old)).isZero();
        asArvid().get(younger + "/image").then().statusCode(200);
    }

    @Test
    void reports_are_kept_and_what_was_drawn_in_vain_is_not() {
        var norrsken = new Norrsken(db);
        norrsken.employees(hourly("4711", "Bo", "Ekdahl", 28_500)).then().statusCode(200);
        norrsken.hours("4711,2027-10-04,,,,8,WORK,,,\n").then().statusCode(200);
        var payRun = norrsken.calculated("2027-10", "2027-11-25");
        norrsken.approved(payRun);
        var run = norrsken.printed(payRun);
        var drawn = stored(run);
        // by a worker that was thought dead
        blobs.put("runs/" + Norrsken.id(run) + "/chunk-00000-pay-slip/4-en-0123456789abcdef", out -> out.write(1));

        upkeep.tidy();

        assertThat(stored(run)).isEqualTo(drawn);
        ended(run, "11 years");
        upkeep.tidy();
        norrsken.asEva().get(run + "/items/1/document").then().statusCode(200);
        norrsken.asEva().get(run + "/archive").then().statusCode(200);
    }
}
