package dev.callboard.report.logo;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.test.PlatformServers;
import dev.callboard.report.HeldRun;
import dev.callboard.report.Norrsken;
import dev.callboard.report.render.NorrskenLogo;
import dev.callboard.report.render.Picture;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import static dev.callboard.report.Norrsken.eventually;
import static dev.callboard.report.Norrsken.hourly;
import static dev.callboard.report.Norrsken.id;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** Eva gives the account a logo; what it is printed with is settled when a run begins. */
@QuarkusTest
@WithTestResource(PlatformServers.class)
class AccountLogoTest {
    private static final byte[] OLD = NorrskenLogo.png(400, 100);
    private static final byte[] NEW = NorrskenLogo.jpeg(300, 90);
    private static final int NONE = 0;

    @Inject
    Database db;

    private Norrsken norrsken;
    private String path;

    @BeforeEach
    void a_new_account() {
        norrsken = new Norrsken(db);
        path = "/api/v1/accounts/" + norrsken.account + "/logo";
    }

    private Response put(RequestSpecification by, String type, byte[] file) {
        // without its charset a picture is sent as it is
        return by.config(RestAssured.config()
                        .encoderConfig(RestAssured.config()
                                .getEncoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs(type, ContentType.BINARY)))
                .contentType(type)
                .body(file)
                .put(path);
    }

    private void logo(String type, byte[] file) {
        put(norrsken.asEva(), type, file).then().statusCode(200);
    }

    @Test
    void a_logo_is_given_read_replaced_and_taken_away() {
        norrsken.asEva().get(path).then().statusCode(404);
        put(norrsken.asEva(), "image/png", OLD)
                .then()
                .statusCode(200)
                .body("sha256", equalTo(Picture.of(OLD).sha256()))
                .body("mediaType", equalTo("image/png"))
                .body("width", equalTo(400))
                .body("height", equalTo(100));
        var given = norrsken.asEva().get(path).then().statusCode(200).contentType("image/png");
        assertThat(given.extract().asByteArray()).isEqualTo(OLD);
        norrsken.asEva()
                .header("If-None-Match", given.extract().header("ETag"))
                .get(path)
                .then()
                .statusCode(304);

        put(norrsken.asStina(), "image/jpeg", NEW).then().statusCode(200);
        assertThat(norrsken.asEva()
                        .get(path)
                        .then()
                        .contentType("image/jpeg")
                        .extract()
                        .asByteArray())
                .isEqualTo(Picture.of(NEW).file());
        assertThat(kept()).containsExactly(Picture.of(NEW).sha256()); // nothing was printed with the first

        norrsken.asEva().delete(path).then().statusCode(204);
        norrsken.asEva().get(path).then().statusCode(404);
        norrsken.asEva().delete(path).then().statusCode(204);
        assertThat(kept()).isEmpty();
    }

    @Test
    void who_reads_a_logo_does_not_wait_for_who_changes_it() {
        logo("image/png", OLD);

        QuarkusTransaction.requiringNew().timeout(90).run(() -> {
            db.list("select pg_advisory_xact_lock(hashtextextended(?, 0))", _ -> 1, "logo/" + norrsken.account);
            norrsken.asEva().get(path).then().statusCode(200);
        });
    }

    private List<String> kept() {
        return QuarkusTransaction.requiringNew()
                .call(() -> db.list(
                        "select sha256 from logo where account_id = ? order by sha256",
                        row -> row.getString(1),
                        norrsken.account));
    }

    @Test
    void only_payroll_and_the_owner_have_to_do_with_it() {
        logo("image/png", OLD);

        put(Norrsken.as(norrsken.ana, "Ana Planner"), "image/png", OLD).then().statusCode(403);
        Norrsken.as(norrsken.ana, "Ana Planner").get(path).then().statusCode(403);
        Norrsken.as(norrsken.ana, "Ana Planner").delete(path).then().statusCode(403);
        put(Norrsken.as(UUID.randomUUID(), "Fred Stranger"), "image/png", OLD)
                .then()
                .statusCode(404);
        Norrsken.as(UUID.randomUUID(), "Fred Stranger").get(path).then().statusCode(404);
        RestAssured.given().get(path).then().statusCode(401);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    image/png     | a JPEG      | 422 | Content-Type: image/png (expected: image/jpeg, as the file is)
                    image/jpeg    | a PNG       | 422 | Content-Type: image/jpeg (expected: image/png, as the file is)
                    image/png     | text        | 422 | format: unknown (expected: PNG or JPEG)
                    image/png     | too much    | 422 | size: more than 262144 bytes
                    image/png     | half a PNG  | 422 | ends within a part
                    image/svg+xml | text        | 415 | ''
                    """)
    void a_file_that_is_none_is_refused_and_changes_nothing(String type, String what, int status, String detail) {
        logo("image/png", OLD);

        put(norrsken.asEva(), type, file(what))
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo(status == 422 ? "/problems/logo-refused" : "/problems/unsupported-media-type"))
                .body("detail", containsString(detail));

        assertThat(norrsken.asEva().get(path).asByteArray()).isEqualTo(OLD);
    }

    private static byte[] file(String what) {
        return switch (what) {
            case "a JPEG" -> NEW;
            case "a PNG" -> OLD;
            case "half a PNG" -> Arrays.copyOf(OLD, OLD.length / 2);
            case "too much" -> Arrays.copyOf(OLD, 3 << 20);
            default -> "a picture of a hill".getBytes(US_ASCII);
        };
    }

    @Test
    void a_run_is_drawn_with_the_logo_that_it_was_begun_with_to_the_last_slip() throws IOException {
        var payRun = approved("\uD83C\uDFAC"); // of which no slip can tell
        logo("image/png", OLD);
        var held = QuarkusTransaction.requiringNew().timeout(300).call(() -> {
            db.list("select pg_advisory_xact_lock(hashtextextended('report-dispatch', 0))", _ -> 1);
            return HeldRun.lastChunkOf(db, norrsken.printing(payRun));
        });
        byte[] before;
        try (held) {
            eventually(() -> norrsken.asEva().get(held.path), it -> it.<Integer>path("done") > 0);
            before = preview(payRun, 4);
            logo("image/jpeg", NEW);
            norrsken.asEva().get(held.path).then().body("state", equalTo("RUNNING"));
        }
        norrsken.ends(held.path);

        for (int item = 2; item <= 4; item++)
            assertThat(logosOf(document(held.path, item))).containsExactly(400);
        assertThat(document(held.path, 4)).isEqualTo(before);
        assertThat(sha256(before)).isEqualTo(sha256Of(held.path, 4));
        assertThat(logosOf(norrsken.asEva().get(held.path + "/document").asByteArray()))
                .containsExactly(400, 400, 400);

        var retried = norrsken.asEva()
                .post(held.path + "/retry")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        assertThat(logoOf(id(retried))).isEqualTo(Picture.of(OLD).sha256());

        assertThat(logosOf(preview(payRun, 4))).containsExactly(300);
        var second = norrsken.printed(payRun);
        assertThat(logosOf(document(second, 4))).containsExactly(300);
        assertThat(sha256Of(second, 4)).isNotEqualTo(sha256Of(held.path, 4));

        norrsken.asEva().delete(path).then().statusCode(204);
        var third = norrsken.printed(payRun);
        assertThat(logosOf(document(third, 4))).containsExactly(NONE);
        assertThat(logosOf(norrsken.asEva().get(held.path + "/document").asByteArray()))
                .containsExactly(400, 400, 400);
        assertThat(kept()).hasSize(2); // a run names each
    }

    @Test
    void the_register_of_the_month_has_it_too() throws IOException {
        var payRun = approved("Vinterljus");
        logo("image/png", OLD);
        var run = norrsken.printedOf(
                "{\"kind\": \"pay-register\", \"payRun\": \"%s\", \"format\": \"PDF\"}".formatted(id(payRun)));

        assertThat(logosOf(document(run, 1))).containsExactly(400);
    }

    /** Four people; the first has this name. */
    /** @param production of the first one's day */
    private String approved(String production) {
        norrsken.employees(hourly("1", "Nils", "Ekdahl", 28_500)
                        + hourly("2", "Bo", "Ekdahl", 28_500)
                        + hourly("3", "Åsa", "Öberg", 30_000)
                        + hourly("4", "Ольга", "Волкова", 31_000))
                .then()
                .statusCode(200);
        norrsken.hours("1,2027-10-04,,,,8,WORK," + production
                        + ",,\n2,2027-10-04,,,,8,WORK,,,\n3,2027-10-04,,,,8,WORK,,,\n" + "4,2027-10-04,,,,8,WORK,,,\n")
                .then()
                .statusCode(200);
        var payRun = norrsken.calculated("2027-10", "2027-11-25");
        norrsken.approved(payRun);
        return payRun;
    }

    private byte[] document(String run, int item) {
        return norrsken.asEva()
                .get(run + "/items/" + item + "/document")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private byte[] preview(String payRun, int item) {
        return norrsken.asEva()
                .contentType(ContentType.JSON)
                .body("{\"kind\": \"pay-slips\", \"payRun\": \"%s\", \"format\": \"PDF\"}".formatted(id(payRun)))
                .post("/api/v1/report-runs/preview?item=" + item)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private String sha256Of(String run, int item) {
        return norrsken.asEva().get(run + "/items?limit=100").path("items.find {it.item == " + item + "}.sha256");
    }

    private String logoOf(UUID run) {
        return QuarkusTransaction.requiringNew()
                .call(() -> db.first("select logo from report_run where id = ?", row -> row.getString(1), run)
                        .orElseThrow());
    }

    /** Of each page the width in pixels. */
    private static List<Integer> logosOf(byte[] pdf) throws IOException {
        var widths = new ArrayList<Integer>();
        try (var document = Loader.loadPDF(pdf)) {
            for (var page : document.getPages()) {
                var logo = (PDImageXObject) page.getResources().getXObject(COSName.getPDFName("L"));
                widths.add(logo == null ? NONE : logo.getWidth());
            }
        }
        return widths;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
