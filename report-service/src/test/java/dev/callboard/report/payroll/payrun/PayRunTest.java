package dev.callboard.report.payroll.payrun;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.callboard.kit.database.Database;
import dev.callboard.kit.test.PlatformServers;
import dev.callboard.report.Norrsken;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import javax.xml.parsers.DocumentBuilderFactory;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import static dev.callboard.report.Norrsken.employee;
import static dev.callboard.report.Norrsken.hourly;
import static dev.callboard.report.Norrsken.iban;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@WithTestResource(PlatformServers.class)
class PayRunTest {
    private static final String WEEK = """
            4711,2027-10-04,08:00,16:30,30,,WORK,Vinterljus,220-14,
            4711,2027-10-05,08:00,19:00,60,,WORK,Vinterljus,220-14,
            4712,2027-10-04,08:00,16:30,30,,WORK,=cmd|' /C calc'!A0,220-14,
            """;

    @Inject
    Database db;

    private Norrsken norrsken;

    @BeforeEach
    void a_new_account() {
        norrsken = new Norrsken(db);
    }

    @Test
    void register_payment_file_and_journal_have_the_same_sum() throws Exception {
        norrsken.paysFrom(iban("Norrsken"));
        norrsken.employees(hourly("4711", "Bo", "Ekdahl", 28_500) + hourly("4712", "Åsa", "Öberg", 30_000))
                .then()
                .statusCode(200);
        norrsken.hours(WEEK).then().statusCode(200);
        norrsken.balances("4711,2027,31286440,31164711,8012255,310000,24216206,1080,10.5\n")
                .then()
                .statusCode(200);
        var run = norrsken.calculated("2027-10", "2027-11-25");
        norrsken.approved(run);

        // Bo: 18 h ordinary, of them 2 h overtime: (16 h × 285) + (2 h × 285 × 1.5)
        var register = norrsken.asEva().get(run + "/register");
        register.then()
                .statusCode(200)
                .body("items.employeeNo", contains("4711", "4712"))
                .body("items[0].grossMinor", equalTo(456_000 + 85_500))
                .body("items[0].yearToDateGrossMinor", equalTo(31_286_440 + 541_500))
                .body("items[0].yearToDateTaxMinor", equalTo(-8_012_255 - 106_134))
                .body("items[0].taxMinor", equalTo(-106_134))
                .body("items[0].netMinor", equalTo(541_500 - 10_830 - 106_134 - 31_000))
                .body("items[0].slip", equalTo("2027-10-4711"));
        List<Integer> nets = register.path("items.netMinor");
        var net = nets.stream().mapToLong(Integer::longValue).sum();
        norrsken.asEva()
                .get(run)
                .then()
                .body("totals.netMinor", equalTo((int) net))
                .body("totals.slips", equalTo(2));

        var bank = paymentFile(run);
        assertThat(bank.controlSum).isEqualByComparingTo(BigDecimal.valueOf(net, 2));
        assertThat(bank.sum).isEqualByComparingTo(bank.controlSum);
        assertThat(bank.count).isEqualTo(2);

        var journal = norrsken.asEva()
                .get(run + "/journal")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        var debit = BigDecimal.ZERO;
        var credit = BigDecimal.ZERO;
        var netCredit = BigDecimal.ZERO;
        for (var row : CsvReader.builder().ofNamedCsvRecord(journal)) {
            debit = debit.add(new BigDecimal(row.getField("debit")));
            credit = credit.add(new BigDecimal(row.getField("credit")));
            if (row.getField("account").equals("2820"))
                netCredit = netCredit.add(new BigDecimal(row.getField("credit")));
        }
        assertThat(debit).isEqualByComparingTo(credit).isPositive();
        assertThat(netCredit).isEqualByComparingTo(BigDecimal.valueOf(net, 2));
    }

    private record Bank(BigDecimal controlSum, BigDecimal sum, int count) {}

    private Bank paymentFile(String run) throws Exception {
        var bytes = norrsken.asEva()
                .get(run + "/payment-file")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        var xml = factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
        assertThat(xml.getDocumentElement().getNamespaceURI())
                .isEqualTo("urn:iso:std:iso:20022:tech:xsd:pain.001.001.09");
        var amounts = xml.getElementsByTagNameNS("*", "InstdAmt");
        var sum = BigDecimal.ZERO;
        for (int i = 0; i < amounts.getLength(); i++)
            sum = sum.add(new BigDecimal(amounts.item(i).getTextContent()));
        var control = xml.getElementsByTagNameNS("*", "CtrlSum");
        assertThat(control.item(0).getTextContent()).isEqualTo(control.item(1).getTextContent());
        return new Bank(new BigDecimal(control.item(0).getTextContent()), sum, amounts.getLength());
    }

    @Test
    void who_cannot_be_paid_is_excluded_by_name_until_it_is_mended() {
        norrsken.employees(hourly("1", "Bo", "Ekdahl", 28_500)
                        + employee("2", "Åsa", "Öberg", "", "E-32", "HOURLY", 28_500)
                        + employee("3", "Łukasz", "Żółć", "SE0012345678901234567890", "E-32", "HOURLY", 28_500)
                        + employee("4", "Zoë", "Müller", iban("4"), "E-99", "HOURLY", 28_500)
                        + hourly("5", "José", "Ñúñez", 28_500)
                        + hourly("6", "Hedda", "Falk", 28_500)
                        + employee("7", "Ольга", "Sund", iban("1"), "E-32", "MONTHLY", 4_200_000)
                        + hourly("8", "Đorđe", "Ilić", 28_500).replace("SEK", "EUR"))
                .then()
                .statusCode(200);
        var hours = new StringBuilder("5,2027-10-04,,,,8,WORK,,,\n5,2027-10-04,,,,-32,CORRECTION,,,Entered twice\n");
        for (int day = 4; day <= 9; day++)
            hours.append("1,2027-10-0").append(day).append(",,,,11,WORK,,,\n");
        for (var number : List.of("2", "3", "4", "8")) hours.append(number).append(",2027-10-04,,,,8,WORK,,,\n");
        hours.append("99,2027-10-04,,,,8,WORK,,,\n");
        norrsken.hours(hours.toString()).then().statusCode(200);

        var run = norrsken.calculated("2027-10", "2027-11-25");
        norrsken.asEva()
                .get(run)
                .then()
                .body("totals.employees", equalTo(8))
                .body("totals.slips", equalTo(2))
                .body("totals.exclusions", equalTo(6));
        var exceptions = norrsken.asEva().get(run + "/exceptions?limit=200");
        exceptions
                .then()
                .body(
                        "items.findAll { it.excludes }.collect { it.employeeNo + ' ' + it.kind }",
                        containsInAnyOrder(
                                "2 IBAN_MISSING",
                                "3 IBAN_INVALID",
                                "4 TAX_TABLE_UNKNOWN",
                                "5 NET_NOT_POSITIVE",
                                "6 WITHOUT_LINES",
                                "8 OTHER_CURRENCY"))
                .body(
                        "items.findAll { !it.excludes }.collect { it.employeeNo + ' ' + it.kind }",
                        containsInAnyOrder("1 IBAN_SHARED", "7 IBAN_SHARED", "1 LONG_WEEK", "99 EMPLOYEE_UNKNOWN"))
                .body("items.find { it.employeeNo == '3' }.name", equalTo("Łukasz Żółć"));
        assertThat(exceptions.asString()).doesNotContain("SE0012345678901234567890");
        theNetOfWhoIsNotExcludedIsTheRuns(run);

        var employee = "/api/v1/accounts/" + norrsken.account + "/employees/3";
        norrsken.asEva()
                .header("If-Match", norrsken.asEva().get(employee).header("ETag"))
                .contentType("application/merge-patch+json")
                .body("{\"iban\": \"" + iban("3") + "\"}")
                .patch(employee)
                .then()
                .statusCode(200);
        norrsken.asEva().post(run + "/calculation").then().statusCode(202);
        norrsken.calculationEnds(run);
        norrsken.asEva()
                .get(run)
                .then()
                .body("totals.slips", equalTo(3))
                .body("totals.exclusions", equalTo(5))
                .body("calculation", equalTo(2));
    }

    private void theNetOfWhoIsNotExcludedIsTheRuns(String run) {
        var register =
                norrsken.asEva().accept("text/csv").get(run + "/register").asString();
        var excluded = new ArrayList<String>();
        var net = BigDecimal.ZERO;
        for (var row : CsvReader.builder().ofNamedCsvRecord(register)) {
            if (row.getField("excluded").equals("yes")) excluded.add(row.getField("employee_no"));
            else net = net.add(new BigDecimal(row.getField("net")));
        }
        assertThat(excluded).containsExactly("2", "3", "4", "5", "6", "8");
        int ofTheRun = norrsken.asEva().get(run).path("totals.netMinor");
        assertThat(net).isEqualByComparingTo(BigDecimal.valueOf(ofTheRun, 2));
    }

    @Test
    void the_bank_gets_names_that_its_schema_has_room_for_and_no_file_without_a_payment() throws Exception {
        norrsken.paysFrom(iban("Norrsken"));
        var given = "A".repeat(79);
        norrsken.employees(hourly("4711", given, "B".repeat(80), 28_500)).then().statusCode(200);
        var nobody = norrsken.calculated("2027-09", "2027-10-25");
        norrsken.approved(nobody);
        norrsken.asEva()
                .get(nobody + "/payment-file")
                .then()
                .statusCode(409)
                .body("type", containsString("nothing-to-pay"));

        norrsken.hours("4711,2027-10-04,,,,8,WORK,,,\n").then().statusCode(200);
        var run = norrsken.calculated("2027-10", "2027-11-25");
        norrsken.approved(run);
        // as runs have it that were approved before approvals asked for what documents can show
        QuarkusTransaction.requiringNew()
                .run(() -> db.update(
                        "update pay_run set terms = jsonb_set(terms, '{employerName}', to_jsonb(?::text)) where id = ?",
                        "Norrsken\uFFFF",
                        Norrsken.id(run)));
        var file = norrsken.asEva().get(run + "/payment-file").asByteArray();
        var names = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(file))
                .getElementsByTagName("Nm");
        assertThat(names.item(0).getTextContent()).isEqualTo("Norrsken?");
        assertThat(names.item(names.getLength() - 1).getTextContent()).isEqualTo(given + " " + "B".repeat(60));
    }

    @Test
    void nothing_changes_after_approval() {
        norrsken.paysFrom(iban("Norrsken"));
        norrsken.employees(hourly("4711", "Bo", "Ekdahl", 28_500)).then().statusCode(200);
        norrsken.hours("4711,2027-10-04,,,,8,WORK,,,\n").then().statusCode(200);
        var run = norrsken.calculated("2027-10", "2027-11-25");
        norrsken.asEva()
                .get(run + "/payment-file")
                .then()
                .statusCode(409)
                .body("type", containsString("pay-run-not-approved"))
                .body("detail", equalTo("state: CALCULATED (expected: APPROVED or RELEASED)"));
        norrsken.asEva().post(run + "/review").then().statusCode(200).body("state", equalTo("REVIEWED"));
        norrsken.approved(run);
        var before = norrsken.asEva().get(run + "/register").asString();
        norrsken.employees(hourly("4711", "Bo", "Rich", 99_900)).then().statusCode(200);
        norrsken.asEva()
                .post(run + "/calculation")
                .then()
                .statusCode(409)
                .body("type", containsString("pay-run-approved"));
        for (var step : List.of("/approval", "/review"))
            norrsken.asEva()
                    .post(run + step)
                    .then()
                    .statusCode(409)
                    .body("type", containsString("pay-run-approved"))
                    .body("detail", startsWith("state: APPROVED (expected: CALCULATED or REVIEWED"));
        norrsken.asStina().post(run + "/release").then().statusCode(200).body("state", equalTo("RELEASED"));
        norrsken.asStina().post(run + "/release").then().statusCode(200); // again: the same
        assertThat(norrsken.asEva().get(run + "/register").asString()).isEqualTo(before);
        var periods = "/api/v1/accounts/" + norrsken.account + "/pay-periods";
        norrsken.asEva().get(periods).then().body("items[0].state", equalTo("CLOSED"));
        norrsken.asEva()
                .contentType(ContentType.JSON)
                .body("{\"month\": \"2027-10\", \"payDate\": \"2027-11-26\"}")
                .post(periods)
                .then()
                .statusCode(409)
                .body("type", containsString("pay-period-closed"));

        // what comes late is a correction in the next period, and the year goes on
        norrsken.hours("4711,2027-10-20,,,,4,WORK,Vinterljus,220-14,\n4711,2027-11-02,,,,8,WORK,Vinterljus,220-14,\n");
        var november = norrsken.calculated("2027-11", "2027-12-22");
        norrsken.asEva()
                .get(november + "/employees/4711")
                .then()
                .body("lines.find { it.corrects == '2027-10' }.quantity", equalTo(240))
                .body("lines.find { it.section == 'EARNING' && it.corrects == null }.rateMinor", equalTo(99_900));
        norrsken.asEva()
                .get(november + "/register")
                .then()
                .body("items[0].yearToDateGrossMinor", equalTo(228_000 + 12 * 99_900));
        norrsken.asEva().get(november + "/exceptions").then().body("items.kind", hasItem("PAY_CHANGED"));
    }

    @Test
    void another_person_approves_where_the_account_asks_for_it() {
        var scheme = "/api/v1/accounts/" + norrsken.account + "/pay-scheme";
        norrsken.asEva()
                .header("If-Match", norrsken.asEva().get(scheme).header("ETag"))
                .contentType("application/merge-patch+json")
                .body("{\"approverDiffers\": true}")
                .patch(scheme)
                .then()
                .statusCode(200);
        norrsken.employees(employee("7", "Ольга", "Sund", iban("7"), "E-32", "MONTHLY", 4_200_000));
        var run = norrsken.calculated("2027-10", "2027-11-25");
        norrsken.asEva()
                .post(run + "/approval")
                .then()
                .statusCode(403)
                .body("type", containsString("approver-must-differ"));
        norrsken.approved(run);
    }

    @Test
    void another_accounts_run_is_as_unknown_as_none() {
        norrsken.employees(employee("7", "Ольга", "Sund", iban("7"), "E-32", "MONTHLY", 4_200_000));
        var run = norrsken.calculated("2027-10", "2027-11-25");
        var stranger = Norrsken.as(new Norrsken(db).eva, "Eva Other").get(run);
        var unknown = norrsken.asEva().get("/api/v1/pay-runs/" + UUID.randomUUID());
        assertThat(shape(stranger.jsonPath())).isEqualTo(shape(unknown.jsonPath()));
        assertThat(stranger.statusCode()).isEqualTo(404);
        Norrsken.as(norrsken.ana, "Ana Ruiz").get(run).then().statusCode(404);
        Norrsken.as(norrsken.ana, "Ana Ruiz").post(run + "/approval").then().statusCode(404);
    }

    private static String shape(JsonPath problem) {
        return problem.getString("type")
                + problem.getString("title")
                + problem.getInt("status")
                + problem.getString("detail");
    }

    @Test
    void a_run_is_started_once_per_period_and_key() {
        norrsken.employees(employee("7", "Ольга", "Sund", iban("7"), "E-32", "MONTHLY", 4_200_000));
        var key = UUID.randomUUID().toString();
        var first = start(key, "2027-10").then().statusCode(202).extract();
        start(key, "2027-10").then().statusCode(202).header("Location", equalTo(first.header("Location")));
        start(key, "2027-11").then().statusCode(422);
        start(UUID.randomUUID().toString(), "2027-10").then().statusCode(409).body("payRun", equalTo(first.path("id")));
        start(UUID.randomUUID().toString(), "October")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("period"));
    }

    private io.restassured.response.Response start(String key, String period) {
        return norrsken.asEva()
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body("{\"period\": \"" + period + "\", \"payDate\": \"2027-11-25\"}")
                .post("/api/v1/accounts/" + norrsken.account + "/pay-runs");
    }

    @Test
    void a_formula_stays_text_in_the_register() {
        norrsken.employees(hourly("4711", "=cmd|' /C calc'!A0", "Ekdahl", 28_500))
                .then()
                .statusCode(200);
        norrsken.hours("4711,2027-10-04,,,,8,WORK,,,\n").then().statusCode(200);
        var run = norrsken.calculated("2027-10", "2027-11-25");
        var csv = norrsken.asEva()
                .accept("text/csv")
                .get(run + "/register")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(csv).contains("4711,'=cmd|' /C calc'!A0 Ekdahl,2027-10-4711,no,8.00,0.00,2280.00");
        norrsken.asEva()
                .accept(PayRunResource.XLSX)
                .get(run + "/register")
                .then()
                .statusCode(200)
                .contentType(PayRunResource.XLSX);
        norrsken.asEva()
                .accept("text/csv")
                .get(run + "/exceptions")
                .then()
                .statusCode(200)
                .contentType("text/csv");
        norrsken.asEva().get(run + "/register?limit=1").then().body("items", hasSize(1));
        norrsken.asEva().accept("image/png").get(run + "/register").then().statusCode(406);
    }
}
