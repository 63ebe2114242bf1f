package dev.callboard.report.run;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.test.PlatformServers;
import dev.callboard.report.Norrsken;
import dev.callboard.report.Workbook;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

import javax.xml.parsers.DocumentBuilderFactory;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

import static dev.callboard.report.Norrsken.hourly;
import static dev.callboard.report.Norrsken.iban;
import static dev.callboard.report.Norrsken.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** What a run prints for the employer, in the account's language or another, as a document and as a table. */
@QuarkusTest
@WithTestResource(PlatformServers.class)
class EmployersReportsTest {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    Database db;

    private Norrsken norrsken;
    private String payRun;

    @BeforeEach
    void an_october_of_three() {
        norrsken = new Norrsken(db);
        norrsken.paysFrom(iban("Norrsken"));
        norrsken.employees(hourly("1", "Åsa", "Öberg", 30_000)
                + hourly("2", "=cmd|' /C calc'!A0", "Ek", 30_000)
                + hourly("3", "Bo", "Ekdahl", 28_500));
        norrsken.hours("""
                1,2027-10-04,08:00,16:00,0,,WORK,Vinterljus,220-14,
                2,2027-10-04,08:00,16:00,0,,WORK,Vinterljus,220-14,
                3,2027-10-20,08:00,19:15,0,,WORK,The Salt Road,410-20,
                """).then().statusCode(200);
        norrsken.csv("leave/import", "employee_no,from,to,kind\n3,2027-10-11,2027-10-15,PAID\n")
                .then()
                .statusCode(200);
        payRun = norrsken.calculated("2027-10", "2027-11-25");
        norrsken.released(payRun);
    }

    @Test
    void the_tax_summary_is_reconciled_with_the_pay_run() throws IOException {
        var run = norrsken.printedYear("tax-summary", 2027);

        // 2 × 8 h at 300.00; 8 + 2 × 1.5 + 1.25 × 2 = 13.5 h at 285.00; 2 % pension each
        assertThat(text(run))
                .contains("Tax summary 2027", "3 slips")
                .contains("October 2027 25 Nov 3 8,474.55 1,694.91 3,106.18 4,801.09")
                .contains("Difference 0 0.00 0.00 0.00 0.00");
        assertThat(table(run))
                .startsWith("period,paid,slips,taxable_base")
                .contains("2027-10,2027-11-25,3,8474.55,1694.91");
    }

    @Test
    void a_slip_that_is_other_than_its_pay_run_says_is_a_difference_of_its_month() throws IOException {
        QuarkusTransaction.requiringNew()
                .run(() -> db.update(
                        "update pay_result set tax_minor = tax_minor + 100 where account_id = ? and employee_no = '3'",
                        norrsken.account));

        var run = norrsken.printedYear("tax-summary", 2027);

        // 1.00 less was withheld from Bo than the run was approved with
        assertThat(text(run))
                .contains("October 2027 25 Nov 3 8,474.55 1,693.91 3,106.18 4,800.09")
                .contains("Difference 0 0.00 −1.00 0.00 −1.00")
                .contains("Difference, October 2027 0 0.00 −1.00 0.00 −1.00");
    }

    @Test
    void a_slip_that_its_pay_run_counted_and_nobody_finds_is_a_difference_too() throws IOException {
        QuarkusTransaction.requiringNew()
                .run(() -> db.update(
                        "update pay_result set slip_ordinal = null where account_id = ? and employee_no = '1'",
                        norrsken.account));

        var run = norrsken.printedYear("tax-summary", 2027);

        // 2,400.00 − 2 %; 20 % of it; 31.42 % and 4.5 % of 2,400.00
        assertThat(text(run)).contains("Difference, October 2027 −1 −2,352.00 −470.40 −862.08 −1,332.48");
    }

    @Test
    void the_leave_summary_names_who_took_more_than_she_had() throws IOException {
        var run = norrsken.printedYear("leave-summary", 2027);

        // 2.08 earned, 5.00 taken; a day is worth 8 × 285.00
        assertThat(text(run)).contains("3 Bo Ekdahl grip −2.92 −6,657.60").contains("3 people");
    }

    @Test
    void the_pay_register_is_a_document_and_a_table_without_formulas() throws IOException {
        var run = norrsken.printedOf(
                "{\"kind\": \"pay-register\", \"payRun\": \"%s\", \"format\": \"PDF\"}".formatted(id(payRun)));

        norrsken.asEva().get(run).then().body("payRun", equalTo(id(payRun).toString()));
        assertThat(text(run)).contains("Pay register October 2027", "3 Bo Ekdahl 11.25 3,847.50");
        assertThat(table(run)).contains("'=cmd|' /C calc'!A0 Ek,8.00,2400.00");
        norrsken.asEva()
                .get(run + "/items/1/document")
                .then()
                .header("Content-Disposition", equalTo("inline; filename=\"pay-register-2027-10.pdf\""));
    }

    @Test
    void the_table_of_a_run_opens_as_a_workbook() throws Exception {
        var run = norrsken.printedOf(
                "{\"kind\": \"pay-register\", \"payRun\": \"%s\", \"format\": \"PDF\"}".formatted(id(payRun)));

        var rows = rows(norrsken.asEva()
                .accept(XLSX)
                .get(run + "/table")
                .then()
                .statusCode(200)
                .contentType(XLSX)
                .extract()
                .asByteArray());

        var columns = rows.getFirst().stream().map(Cell::text).toList();
        assertThat(columns).contains("name", "hours", "gross");
        var second = rows.get(2);
        assertThat(second.get(columns.indexOf("name"))).isEqualTo(new Cell("inlineStr", "=cmd|' /C calc'!A0 Ek"));
        assertThat(number(second.get(columns.indexOf("hours")))).isEqualByComparingTo("8");
        assertThat(number(second.get(columns.indexOf("gross")))).isEqualByComparingTo("2400");
    }

    /** @param type empty or {@code n} for a number */
    private record Cell(String type, String text) {}

    private static BigDecimal number(Cell cell) {
        assertThat(cell.type()).isIn("", "n");
        return new BigDecimal(cell.text());
    }

    /** As a spreadsheet program reads them: no part may be missing, and nothing may be a formula. */
    private static List<List<Cell>> rows(byte[] workbook) throws Exception {
        assertThat(List.of("[Content_Types].xml", "xl/workbook.xml", Workbook.SHEET))
                .allSatisfy(part -> assertThat(Workbook.part(workbook, part)).isNotEmpty());
        var sheet = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(Workbook.part(workbook, Workbook.SHEET))));
        assertThat(sheet.getElementsByTagName("f").getLength()).isZero();
        return elements(sheet.getElementsByTagName("row")).stream()
                .map(row -> elements(row.getElementsByTagName("c")).stream()
                        .map(cell -> new Cell(cell.getAttribute("t"), cell.getTextContent()))
                        .toList())
                .toList();
    }

    private static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(at -> (Element) nodes.item(at))
                .toList();
    }

    @Test
    void slips_are_in_the_language_that_is_asked_for_and_else_in_the_accounts() throws IOException {
        var german = norrsken.printedOf(
                "{\"kind\": \"pay-slips\", \"payRun\": \"%s\", \"format\": \"PDF\", \"locale\": \"de\"}"
                        .formatted(id(payRun)));
        assertThat(text(german))
                .contains(
                        "Lohnabrechnung",
                        "Oktober 2027 Auszahlung am 25. November 2027",
                        "Normale Arbeitszeit 8,00 h 300,00 1,00 2.400,00")
                .contains("Steuer, Tabelle E-32, 0 bis 20.000", "Abzug nach Steuer: Gewerkschaft");

        var scheme = norrsken.asEva().get("/api/v1/accounts/" + norrsken.account + "/pay-scheme");
        norrsken.asEva()
                .header("If-Match", scheme.header("ETag"))
                .contentType("application/merge-patch+json")
                .body("{\"locale\": \"sv\"}")
                .patch("/api/v1/accounts/" + norrsken.account + "/pay-scheme")
                .then()
                .statusCode(200)
                .body("locale", equalTo("sv"));
        var swedish = norrsken.printed(payRun);
        norrsken.asEva().get(swedish).then().body("locale", equalTo("sv"));
        assertThat(text(swedish))
                .contains(
                        "Lönespecifikation",
                        "oktober 2027 Utbetalas 25 november 2027",
                        "Ordinarie tid",
                        "Skatt, tabell E-32, 0 till 20 000");
    }

    private String text(String run) throws IOException {
        return ReportRunTest.text(norrsken.asEva()
                        .get(run + "/items/1/document")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray())
                .replace("\n", " ")
                .replace('\u00A0', ' ');
    }

    private String table(String run) {
        return norrsken.asEva()
                .accept("text/csv")
                .get(run + "/table")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
