package dev.callboard.report.run;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.test.PlatformServers;
import dev.callboard.report.Norrsken;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static dev.callboard.report.Norrsken.employee;
import static dev.callboard.report.Norrsken.hourly;
import static dev.callboard.report.Norrsken.iban;
import static dev.callboard.report.run.ReportRunTest.text;
import static dev.callboard.report.run.ReportRunTest.unzipped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

/**
 * Twelve people who break other systems, from the file to the printed slip, and Bo among them. Each is right in the
 * document, or left out under a reason that names what is wrong.
 */
@QuarkusTest
@WithTestResource(PlatformServers.class)
class HostileEmployeesTest {
    private static final String FOUR_HUNDRED = "Wolfeschlegelstein".repeat(23).substring(0, 400);
    private static final String EIGHTY =
            "Keihanaikukauakahihuliheekahaunaele".repeat(3).substring(0, 80);
    private static final int LINES = 60;
    private static final String WITHOUT_FORM =
            "the fonts have no form for U+%s (expected: Latin, Greek or Cyrillic letters)";

    @Inject
    Database db;

    @Test
    void each_is_right_in_the_document_or_named_with_a_reason_and_the_others_are_unharmed() throws IOException {
        var norrsken = new Norrsken(db);
        norrsken.paysFrom(iban("Norrsken"));
        aFileWithAnImpossiblePersonIsRefusedByCell(norrsken);

        norrsken.employees(hourly("00-bo", "Bo", "Ekdahl", 28_500)
                        + hourly("01-long", EIGHTY, EIGHTY, 28_500)
                        + hourly("02-rtl", "Bo\u200Fris", "Ekdahl", 28_500)
                        + hourly("03-script", ")/JS(app.alert(1))/S/JavaScript", "\\)Ekdahl(", 28_500)
                        + hourly("04-formula", "=cmd|' /C calc'!A0", "Ekdahl", 28_500)
                        + hourly("05-emoji", "\uD83C\uDFAC", "Ekdahl", 28_500)
                        + hourly("06-zero", "Zero", "Hours", 28_500)
                        + hourly("07-below", "Less", "Than Nothing", 28_500)
                        + hourly("08-minus", "Minus", "Corrected", 28_500)
                        + employee("09-table", "No", "Table", iban("09"), "E-99", "HOURLY", 28_500)
                        + hourly("10-lines", "Many", "Lines", 28_500)
                        + hourly("11-marks", "A\u030Asa", "O\u0308berg", 28_500)
                        + hourly("12-work", "Work", "Abroad", 28_500)
                        + hourly("13-place", "Place", "Abroad", 28_500).replace(",Stockholm,", ",\u5317\u4EAC,"))
                .then()
                .statusCode(200);
        norrsken.hours(hours()).then().statusCode(200);
        var payRun = norrsken.calculated("2027-10", "2027-11-25");

        var exceptions = exceptions(norrsken, payRun);
        assertThat(exceptions.get("06-zero")).isEqualTo("WITHOUT_LINES: no work and no salary in the period");
        assertThat(exceptions.get("07-below")).startsWith("NET_NOT_POSITIVE: net -");
        assertThat(exceptions.get("09-table")).startsWith("TAX_TABLE_UNKNOWN: “E-99” (expected: one of ");

        assertThat(exceptions.get("02-rtl")).isEqualTo("TEXT_NOT_PRINTABLE: name: " + WITHOUT_FORM.formatted("200F"));
        assertThat(exceptions.get("05-emoji"))
                .isEqualTo("TEXT_NOT_PRINTABLE: name: " + WITHOUT_FORM.formatted("1F3AC"));
        assertThat(exceptions.get("13-place"))
                .isEqualTo("TEXT_NOT_PRINTABLE: address: " + WITHOUT_FORM.formatted("5317"));
        assertThat(exceptions.get("12-work"))
                .isEqualTo("LINE_NOT_PRINTABLE: production: " + WITHOUT_FORM.formatted("1F3AC"));
        assertThat(exceptions).hasSize(7);

        norrsken.approved(payRun);
        var run = norrsken.printed(payRun);
        norrsken.asEva().get(run).then().body("done", equalTo(7)).body("failed", equalTo(1));
        norrsken.asEva()
                .get(run + "/items?state=FAILED")
                .then()
                .body("items.subject", contains("12-work"))
                .body("items.reason", contains(containsString(WITHOUT_FORM.formatted("1F3AC"))));

        var table = norrsken.asEva().accept("text/csv").get(run + "/table").asString();
        assertThat(table.lines().filter(row -> row.contains(",12-work,Work Abroad,")))
                .singleElement()
                .asString()
                .contains(",FAILED,", "U+1F3AC");

        var slips = unzipped(norrsken.asEva().get(run + "/archive").asByteArray());
        assertThat(slips).hasSize(7);
        assertThat(text(slips.get("2027-10-00-bo.pdf"))).contains("Bo Ekdahl", "2,280.00");
        assertThat(unbroken(slips.get("2027-10-01-long.pdf"))).contains(EIGHTY + EIGHTY);
        assertThat(text(slips.get("2027-10-03-script.pdf"))).contains(")/JS(app.alert(1))/S/JavaScript \\)Ekdahl(");
        assertThat(text(slips.get("2027-10-04-formula.pdf"))).contains("=cmd|' /C calc'!A0 Ekdahl");
        assertThat(text(slips.get("2027-10-08-minus.pdf"))).contains("\u2212570.00", "1,710.00");
        assertThat(text(slips.get("2027-10-11-marks.pdf"))).contains("Åsa Öberg");
        everyLineIsPrintedOnThreePages(slips.get("2027-10-10-lines.pdf"));
        for (var slip : slips.values()) hasNoAction(slip);

        var register =
                norrsken.asEva().accept("text/csv").get(payRun + "/register").asString();
        assertThat(register).contains("'=cmd|").doesNotContain(",=cmd|", "\"=cmd|");
    }

    private static void aFileWithAnImpossiblePersonIsRefusedByCell(Norrsken norrsken) {
        norrsken.employees(hourly("00-bo", "Bo", "Ekdahl", 28_500)
                        + hourly("12-longer", FOUR_HUNDRED, "Ekdahl", 28_500)
                        + hourly("13-unborn", "Not", "Born", 28_500).replace("1990-02-17", "2190-02-17"))
                .then()
                .statusCode(422)
                .body("errors", hasSize(2))
                .body("errors.line", contains(3, 4))
                .body("errors.column", contains("given_name", "birth_date"))
                .body("errors[0].value", equalTo(FOUR_HUNDRED.substring(0, 80) + "…"))
                .body("errors[0].expected", equalTo("at most 80 characters of plain text"))
                .body("errors[1].value", equalTo("(not shown)"))
                .body("errors[1].expected", equalTo("a day that is over"));
    }

    private static String hours() {
        var hours = new StringBuilder();
        for (var number : List.of(
                "00-bo",
                "01-long",
                "02-rtl",
                "03-script",
                "04-formula",
                "05-emoji",
                "07-below",
                "08-minus",
                "09-table",
                "11-marks",
                "13-place")) hours.append(number).append(",2027-10-04,,,,8,WORK,Vinterljus,220-14,\n");
        hours.append("12-work,2027-10-04,,,,8,WORK,\uD83C\uDFAC,220-14,\n");
        hours.append("06-zero,2027-10-04,,,,0,WORK,Vinterljus,220-14,\n");
        hours.append("07-below,2027-10-05,,,,-10,CORRECTION,Vinterljus,220-14,\n");
        hours.append("08-minus,2027-10-05,,,,-2,CORRECTION,Vinterljus,220-14,\n");
        for (int i = 1; i <= LINES; i++)
            hours.append("10-lines,2027-10-%02d,,,,1,WORK,Production %03d,220-14,\n".formatted(i % 28 + 1, i));
        return hours.toString();
    }

    private static Map<String, String> exceptions(Norrsken norrsken, String payRun) {
        List<Map<String, String>> items =
                norrsken.asEva().get(payRun + "/exceptions?limit=200").path("items");
        var found = new HashMap<String, String>();
        for (var item : items) found.put(item.get("employeeNo"), item.get("kind") + ": " + item.get("detail"));
        return found;
    }

    private static void everyLineIsPrintedOnThreePages(byte[] slip) throws IOException {
        try (var document = Loader.loadPDF(slip)) {
            assertThat(document.getNumberOfPages()).isGreaterThanOrEqualTo(3);
        }
        var text = text(slip);
        for (int i = 1; i <= LINES; i++) assertThat(text).contains("Production %03d".formatted(i));
    }

    private static void hasNoAction(byte[] slip) throws IOException {
        try (var document = Loader.loadPDF(slip)) {
            assertThat(document.getDocumentCatalog().getOpenAction()).isNull();
            assertThat(document.getDocumentCatalog().getNames()).isNull();
            for (var page : document.getPages())
                assertThat(page.getAnnotations()).isEmpty();
        }
    }

    /** A long name is broken over lines. */
    private static String unbroken(byte[] slip) throws IOException {
        return text(slip).replaceAll("\\s", "");
    }
}
