package dev.callboard.report.run;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.test.Mailbox;
import dev.callboard.kit.test.PlatformServers;
import dev.callboard.report.Norrsken;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.UUID;

import static dev.callboard.report.Norrsken.eventually;
import static dev.callboard.report.Norrsken.hourly;
import static dev.callboard.report.Norrsken.iban;
import static dev.callboard.report.Norrsken.id;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** Bo, born on 17 February 1990, and Zoë, born on 30 November 1984, are paid for October. */
@QuarkusTest
@WithTestResource(PlatformServers.class)
class DocumentPasswordsTest {
    private static final String OF_BO = "19900217";
    private static final String OF_ZOE = "19841130";

    @Inject
    Database db;

    private Norrsken norrsken;
    private String bo;
    private String payRun;
    private String run;

    @BeforeEach
    void two_slips_are_printed_and_released() {
        norrsken = new Norrsken(db);
        bo = "bo" + norrsken.account;
        norrsken.paysFrom(iban("Norrsken"));
        norrsken.employees(boIs("1990-02-17") + zoeIs("1984-11-30")).then().statusCode(200);
        norrsken.hours("4711,2027-10-04,,,,8,WORK,,,\n4712,2027-10-04,,,,8,WORK,,,\n")
                .then()
                .statusCode(200);
        payRun = norrsken.calculated("2027-10", "2027-11-25");
        norrsken.released(payRun);
        run = norrsken.printed(payRun);
    }

    private String boIs(String born) {
        return hourly("4711", "Bo", "Ekdahl", 28_500).replace(",,1990-02-17", "," + bo + "@norrsken.example," + born);
    }

    private String zoeIs(String born) {
        return hourly("4712", "Zoë", "Müller", 31_000).replace(",,1990-02-17", ",," + born);
    }

    private ValidatableResponse documentsOpenWith(String password) {
        var scheme = "/api/v1/accounts/" + norrsken.account + "/pay-scheme";
        return norrsken.asEva()
                .header("If-Match", norrsken.asEva().get(scheme).header("ETag"))
                .contentType("application/merge-patch+json")
                .body("{\"documentPassword\": " + password + "}")
                .patch(scheme)
                .then();
    }

    private void documentsOpenWithBirthDates() {
        documentsOpenWith("\"BIRTH_DATE\"").statusCode(200).body("documentPassword", equalTo("BIRTH_DATE"));
    }

    private Response slipOfBo() {
        return norrsken.asEva().get(run + "/items/1/document");
    }

    @Test
    void a_protected_slip_opens_with_the_birth_date_only_and_says_what_the_plain_one_does() throws IOException {
        var plain = slipOfBo().asByteArray();
        documentsOpenWithBirthDates();

        var slip = slipOfBo().then().statusCode(200).extract().asByteArray();

        try (var document = Loader.loadPDF(slip, OF_BO)) {
            assertThat(new PDFTextStripper().getText(document)).isEqualTo(ReportRunTest.text(plain));
            assertThat(document.getEncryption().getVersion()).isEqualTo(5);
            assertThat(document.getEncryption().getRevision()).isEqualTo(6);
            assertThat(document.getEncryption().getLength()).isEqualTo(256);
            var permission = document.getCurrentAccessPermission();
            assertThat(permission.canPrint()).isTrue();
            assertThat(permission.canExtractContent()).isTrue();
            assertThat(permission.canModify()).isFalse();
            assertThat(permission.isOwnerPermission()).isFalse();
        }
        for (var wrong : List.of("", OF_ZOE, "1990-02-17"))
            assertThatThrownBy(() -> Loader.loadPDF(slip, wrong)).isInstanceOf(InvalidPasswordException.class);
    }

    @Test
    void a_protected_document_has_no_ranges_and_no_tag_and_is_stored_nowhere() {
        var tag = slipOfBo().header("ETag");
        documentsOpenWithBirthDates();

        var answer = norrsken.asEva()
                .header("Range", "bytes=0-99")
                .header("If-None-Match", tag)
                .get(run + "/items/1/document")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("Cache-Control", "private, no-store")
                .extract();

        assertThat(answer.header("Content-Length")).isEqualTo(String.valueOf(answer.asByteArray().length));
        assertThat(answer.headers().hasHeaderWithName("ETag")).isFalse();
        assertThat(answer.headers().hasHeaderWithName("Accept-Ranges")).isFalse();
        assertThat(slipOfBo().asByteArray()).isNotEqualTo(answer.asByteArray());
    }

    @Test
    void without_a_password_a_document_is_what_it_was() {
        var before = slipOfBo();
        documentsOpenWithBirthDates();
        documentsOpenWith("\"NONE\"").statusCode(200);

        var after = slipOfBo();
        assertThat(after.asByteArray()).isEqualTo(before.asByteArray());
        assertThat(after.header("ETag")).isEqualTo(before.header("ETag"));
        assertThat(after.header("Accept-Ranges")).isEqualTo("bytes");
    }

    @Test
    void settings_of_before_there_was_a_choice_have_no_password() {
        QuarkusTransaction.requiringNew()
                .run(() -> db.update(
                        "update pay_settings set settings = settings - 'documentPassword' where account_id = ?",
                        norrsken.account));
        norrsken.asEva()
                .get("/api/v1/accounts/" + norrsken.account + "/pay-scheme")
                .then()
                .body("documentPassword", equalTo("NONE"));
        documentsOpenWith("\"SHOE_SIZE\"").statusCode(400);
        documentsOpenWithBirthDates();
        documentsOpenWith("null").statusCode(200).body("documentPassword", equalTo("NONE"));
    }

    @Test
    void who_has_no_birth_date_is_named_and_nothing_leaves_unprotected() throws IOException {
        documentsOpenWithBirthDates();
        norrsken.employees(boIs("1990-02-17") + zoeIs("")).then().statusCode(200);

        for (var path : List.of("/items/2/document", "/archive"))
            norrsken.asEva()
                    .get(run + path)
                    .then()
                    .statusCode(409)
                    .contentType("application/problem+json")
                    .body("type", containsString("password-missing"))
                    .body("detail", containsString("birthDate: missing for employee 4712"))
                    .body("employees", contains("4712"));
        preview("pay-slips", 2).then().statusCode(409).body("employees", contains("4712"));
        assertThat(text(slipOfBo(), OF_BO)).contains("Bo Ekdahl");

        norrsken.employees(zoeIs("1984-11-30")).then().statusCode(200);
        assertThat(text(norrsken.asEva().get(run + "/items/2/document"), OF_ZOE))
                .contains("Zoë Müller");
    }

    @Test
    void in_an_archive_each_document_opens_with_the_birth_date_of_its_own_person() throws IOException {
        documentsOpenWithBirthDates();

        var archive =
                norrsken.asEva().get(run + "/archive").then().statusCode(200).extract();
        var files = ReportRunTest.unzipped(archive.asByteArray());

        assertThat(files).containsOnlyKeys("2027-10-4711.pdf", "2027-10-4712.pdf");
        assertThat(text(files.get("2027-10-4711.pdf"), OF_BO)).contains("Bo Ekdahl");
        assertThat(text(files.get("2027-10-4712.pdf"), OF_ZOE)).contains("Zoë Müller");
    }

    @Test
    void many_people_are_not_one_protected_document_and_tables_are_for_payroll() {
        documentsOpenWithBirthDates();

        norrsken.asEva()
                .get(run + "/document")
                .then()
                .statusCode(409)
                .body("type", containsString("documents-protected"));
        norrsken.asEva().accept("text/csv").get(run + "/table").then().statusCode(200);
    }

    @Test
    void previews_and_the_reports_of_a_year_are_protected_and_the_employers_own_are_not() throws IOException {
        documentsOpenWithBirthDates();

        assertThat(text(preview("pay-slips", 1), OF_BO)).contains("Bo Ekdahl");
        for (var kind : List.of("tax-report", "leave-report"))
            assertThat(text(norrsken.asEva().get(norrsken.printedYear(kind, 2027) + "/items/2/document"), OF_ZOE))
                    .contains("Zoë Müller");
        var summary = norrsken.printedYear("tax-summary", 2027);
        assertThat(ReportRunTest.text(
                        norrsken.asEva().get(summary + "/items/1/document").asByteArray()))
                .contains("Tax summary 2027");
        norrsken.asEva().get(summary + "/document").then().statusCode(200);
    }

    @Test
    void the_slip_behind_a_mailed_link_and_ones_own_are_protected() throws Exception {
        documentsOpenWithBirthDates();
        mailed();

        var mail = Mailbox.of(bo + "@norrsken.example").awaitsOne();
        assertThat(mail.text()).contains("opens with your birth date").doesNotContain("1990");
        var link = mail.link();
        var mailed = given().get(link.substring(link.indexOf("/api/v1/")));
        assertThat(text(mailed, OF_BO)).contains("Bo Ekdahl");
        assertThat(mailed.header("Cache-Control")).isEqualTo("private, no-store");

        var asBo = Norrsken.as(UUID.randomUUID(), bo + " Ekdahl");
        String own = asBo.get("/api/v1/me/pay-slips").path("items[0].document");
        assertThat(text(asBo.get(own), OF_BO)).contains("Bo Ekdahl");
    }

    @Test
    void nobody_is_mailed_a_link_to_what_would_not_open() {
        documentsOpenWithBirthDates();
        norrsken.employees(boIs("")).then().statusCode(200);
        mailed();

        norrsken.asEva()
                .get(run + "/mailing/recipients?state=REFUSED")
                .then()
                .body("items.subject", contains("4711"))
                .body("items[0].reason", containsString("birthDate"));

        norrsken.employees(boIs("1990-02-17")).then().statusCode(200);
        mailed();
        assertThat(Mailbox.of(bo + "@norrsken.example").awaits(1)).hasSize(1);
    }

    private void mailed() {
        norrsken.asEva().post(run + "/mailing").then().statusCode(202);
        eventually(
                () -> norrsken.asEva().get(run + "/mailing"),
                it -> !it.<Boolean>path("open") && it.<Integer>path("queued") == 0);
    }

    private Response preview(String kind, int item) {
        return norrsken.asEva()
                .contentType("application/json")
                .body("{\"kind\": \"%s\", \"payRun\": \"%s\", \"format\": \"PDF\"}".formatted(kind, id(payRun)))
                .post("/api/v1/report-runs/preview?item=" + item);
    }

    private static String text(Response protectedDocument, String password) throws IOException {
        return text(protectedDocument.then().statusCode(200).extract().asByteArray(), password);
    }

    private static String text(byte[] protectedDocument, String password) throws IOException {
        try (var document = Loader.loadPDF(protectedDocument, password)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
