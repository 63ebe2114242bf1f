package dev.callboard.report.run;

import dev.callboard.kit.blob.BlobStore;
import dev.callboard.kit.database.Database;
import dev.callboard.kit.test.PlatformServers;
import dev.callboard.kit.test.Tokens;
import dev.callboard.report.Norrsken;
import dev.callboard.report.render.Tail;
import dev.callboard.report.render.Template;
import dev.callboard.report.run.Printing.Numbered;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import static dev.callboard.report.Norrsken.eventually;
import static dev.callboard.report.Norrsken.hourly;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** What the disk, another build or one bad item does to the others. */
@QuarkusTest
@WithTestResource(PlatformServers.class)
class StorageTest {
    @Inject
    Database db;

    @Inject
    BlobStore blobs;

    @Inject
    Chunks chunks;

    @Inject
    MeterRegistry metrics;

    @ConfigProperty(name = "callboard.blobs.folder", defaultValue = "target/blobs")
    Path folder;

    /** A line of text behind one that all share. */
    private record Note(String version, String head) implements Template<String> {
        @Override
        public Tail draw(String text) {
            return switch (text) {
                case "in a unit that has no such day" -> throw new UnsupportedOperationException(text);
                case "in itself" -> throw new StackOverflowError();
                default -> new Tail("head", text.getBytes(UTF_8), 1);
            };
        }

        @Override
        public byte[] prefix(String name) {
            return head.getBytes(UTF_8);
        }

        @Override
        public void merge(String title, Set<String> prefixes, Iterator<Tail> tails, OutputStream out)
                throws IOException {
            while (tails.hasNext()) out.write(tails.next().bytes());
        }
    }

    private static Note note(String head) {
        return new Note("note-" + UUID.randomUUID() + "/1-en", head);
    }

    private Templates ofABuild() {
        var templates = new Templates(List.of());
        templates.blobs = blobs;
        return templates;
    }

    @Test
    void two_builds_that_make_other_bytes_of_one_version_keep_their_documents_apart() {
        var blue = note("Dear Bo, ");
        var green = new Note(blue.version, "Dear Mr Ekdahl,\n");
        var one = ofABuild();
        var first = one.stored(blue, "head");
        var second = ofABuild().stored(green, "head");

        assertThat(ofABuild().read(first.blob()).with("hi".getBytes(UTF_8)))
                .asString()
                .isEqualTo("Dear Bo, hi");
        assertThat(ofABuild().read(second.blob()).with("hi".getBytes(UTF_8)))
                .asString()
                .isEqualTo("Dear Mr Ekdahl,\nhi");
        assertThat(ofABuild().stored(blue, "head").blob()).isEqualTo(first.blob());
        assertThat(one.prefixOf(blue, first.blob())).isEqualTo("head");
        assertThat(one.prefixOf(blue, second.blob())).isNull();
    }

    @Test
    void an_archive_of_other_bytes_has_another_name() {
        var template = note("Dear Bo, ");
        var run = UUID.randomUUID();
        assertThat(drawn(run, template, "hi").blob())
                .isEqualTo(drawn(run, template, "hi").blob());
        assertThat(drawn(run, template, "hi").blob())
                .isNotEqualTo(drawn(run, template, "hello").blob());
    }

    @Test
    void an_item_that_fails_as_nobody_foresaw_fails_alone() {
        var drawn = drawn(
                UUID.randomUUID(), note("Dear Bo, "), "hi", "in a unit that has no such day", "in itself", "hello");
        assertThat(drawn.items())
                .extracting(DrawnChunk.Item::reason)
                .containsExactly(null, "internal: UnsupportedOperationException", "internal: StackOverflowError", null);
    }

    private DrawnChunk drawn(UUID run, Note template, String... texts) {
        var drawn = new DrawnChunk(run, 0, template.version, texts.length);
        int item = 0;
        for (var text : texts)
            chunks.drawOne(drawn, template, ++item, new Numbered<>(item, "E" + item, new UUID(0, item), text));
        return drawn;
    }

    @Test
    void a_run_waits_for_the_disk_as_long_as_it_takes() throws IOException {
        var norrsken = new Norrsken(db);
        var payRun = boIsPaid(norrsken);
        var run = QuarkusTransaction.requiringNew().call(() -> {
            db.list("select pg_advisory_xact_lock(hashtextextended('report-dispatch', 0))", _ -> 1);
            var asked = norrsken.printing(payRun);
            // where its folder should be is a file: nothing can be written there
            Files.createDirectories(folder.resolve("runs"));
            Files.createFile(folder.resolve("runs/" + Norrsken.id(asked)));
            return asked;
        });

        for (int refusal = 1; refusal <= 6; refusal++) { // more often than an attempt is made
            var sofar = refusal;
            eventually(() -> postponed(run), it -> it >= sofar);
            sentAgainAtOnce(run);
        }
        norrsken.asEva()
                .get(run)
                .then()
                .body("state", equalTo("RUNNING"))
                .body("failed", equalTo(0))
                .body("waiting.chunks", equalTo(1))
                .body("waiting.since", notNullValue())
                .body("waiting.lastError", equalTo("storage: FileAlreadyExistsException"));
        norrsken.asEva().get("/api/v1/report-runs?state=RUNNING").then().body("items[0].waiting.chunks", equalTo(1));
        var gauge = metrics.get("callboard.chunks.postponed").gauge();
        eventually(gauge::value, waiting -> waiting >= 1);
        eventually(() -> postponed(run), it -> it >= 7);
        Files.delete(folder.resolve("runs/" + Norrsken.id(run)));
        sentAgainAtOnce(run);
        norrsken.ends(run);
        norrsken.asEva().get(run).then().body("done", equalTo(1)).body("waiting", nullValue());
        eventually(gauge::value, waiting -> waiting == 0);
    }

    private static String boIsPaid(Norrsken norrsken) {
        norrsken.employees(hourly("4711", "Bo", "Ekdahl", 28_500)).then().statusCode(200);
        norrsken.hours("4711,2027-10-04,,,,8,WORK,,,\n").then().statusCode(200);
        var payRun = norrsken.calculated("2027-10", "2027-11-25");
        norrsken.approved(payRun);
        return payRun;
    }

    @Test
    void what_is_stored_otherwise_than_it_was_drawn_is_served_to_nobody() throws IOException {
        var norrsken = new Norrsken(db);
        var run = norrsken.printed(boIsPaid(norrsken));
        var blob = blob(run);
        byte[] drawn;
        try (var in = blobs.get(blob)) {
            drawn = in.readAllBytes();
        }
        var altered = drawn.clone();
        altered[altered.length / 2] ^= 1;

        blobs.put(blob, out -> out.write(drawn, 0, drawn.length - 1));
        for (var part : List.of("/items/1/document", "/archive", "/document")) isDamaged(norrsken, run + part);
        blobs.put(blob, out -> out.write(altered));
        isDamaged(norrsken, run + "/items/1/document");
        blobs.delete(blob);
        for (var part : List.of("/items/1/document", "/archive", "/document")) isDamaged(norrsken, run + part);

        blobs.put(blob, out -> out.write(drawn));
        for (var part : List.of("/items/1/document", "/archive", "/document"))
            norrsken.asEva().get(run + part).then().statusCode(200);
    }

    /** Length and place are right, one bit is not: that is seen when the tail is read, behind what was written by then. */
    @Test
    void what_was_altered_behind_the_first_bytes_breaks_the_answer_off() throws IOException {
        var norrsken = new Norrsken(db);
        norrsken.employees(hourly("4712", "Åsa", "Öberg", 28_500)).then().statusCode(200);
        norrsken.hours("4712,2027-10-04,,,,8,WORK,,,\n").then().statusCode(200);
        var run = norrsken.printed(boIsPaid(norrsken));
        var blob = blob(run);
        byte[] drawn;
        try (var in = blobs.get(blob)) {
            drawn = in.readAllBytes();
        }
        drawn[drawn.length - 10] ^= 1;
        blobs.put(blob, out -> out.write(drawn));

        for (var part : List.of("/archive", "/document"))
            assertThatThrownBy(() -> download(norrsken, run + part)).as(part).isInstanceOf(IOException.class);
    }

    /** By a client that knows where an answer ends. */
    private static byte[] download(Norrsken norrsken, String path) throws IOException, InterruptedException {
        var question = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Authorization", "Bearer " + Tokens.user(norrsken.eva, "eva@norrsken.example", "Eva Strand"))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(question, BodyHandlers.ofByteArray()).body();
        }
    }

    private static void isDamaged(Norrsken norrsken, String document) {
        norrsken.asEva().get(document).then().statusCode(500).body("type", containsString("report-damaged"));
    }

    private String blob(String run) {
        return db.first(
                        "select blob from report_chunk where run_id = ? order by chunk desc limit 1",
                        row -> row.getString(1),
                        Norrsken.id(run))
                .orElseThrow();
    }

    private int postponed(String run) {
        return QuarkusTransaction.requiringNew().call(() -> db.first(
                        "select postponed from report_chunk where run_id = ? and worker is null",
                        row -> row.getInt(1),
                        Norrsken.id(run))
                .orElse(-1));
    }

    private void sentAgainAtOnce(String run) {
        QuarkusTransaction.requiringNew()
                .run(() -> db.update(
                        "update report_chunk set sent_at = clock_timestamp() - interval '1 minute' where run_id = ?",
                        Norrsken.id(run)));
    }
}
