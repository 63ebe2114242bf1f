package dev.callboard.report.payroll.payrun;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.callboard.kit.database.Database;
import dev.callboard.kit.test.PlatformServers;
import dev.callboard.report.Norrsken;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.TreeMap;

import static dev.callboard.report.Norrsken.hourly;
import static dev.callboard.report.Norrsken.iban;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/** What Bo receives in kind, from the file to the journal. */
@QuarkusTest
@WithTestResource(PlatformServers.class)
class BenefitsPayTest {
    /** 18 h, of them 2 h overtime: a gross of 5,415.00. */
    private static final String WEEK = """
            4711,2027-10-04,08:00,16:30,30,,WORK,Vinterljus,220-14,
            4711,2027-10-05,08:00,19:00,60,,WORK,Vinterljus,220-14,
            """;

    private static final String NOVEMBER_DAY = "4711,2027-11-01,08:00,16:00,0,,WORK,Vinterljus,220-14,\n";
    private static final String LODGING_AND_MEALS = "4711,2027-10,lodging,300000\n4711,2027-10,meals,72000\n";

    @Inject
    Database db;

    private Norrsken norrsken;

    @BeforeEach
    void bo_is_paid_by_nord_2() {
        norrsken = new Norrsken(db);
        norrsken.paysFrom(iban("Norrsken"));
        norrsken.employees(hourly("4711", "Bo", "Ekdahl", 28_500)).then().statusCode(200);
        norrsken.paysBy("nord-2")
                .then()
                .statusCode(200)
                .body("rules.benefits.rule", contains("lodging", "car", "meals"));
        norrsken.hours(WEEK).then().statusCode(200);
    }

    @Test
    void benefits_are_taxed_and_not_paid_and_the_journal_balances() {
        norrsken.benefits(LODGING_AND_MEALS).then().statusCode(200).body("imported", equalTo(2));
        norrsken.benefits("99,2027-10,car,100000\n").then().statusCode(200);

        var run = norrsken.calculated("2027-10", "2027-11-25");

        norrsken.asEva()
                .get(run + "/exceptions")
                .then()
                .body("items.find { it.kind == 'EMPLOYEE_UNKNOWN' }.employeeNo", equalTo("99"));
        // base 5,415.00 + 3,720.00 − 108.30, of which 20 %; the union fee is 310.00
        var net = 541_500 - 10_830 - 180_534 - 31_000;
        norrsken.asEva()
                .get(run + "/register")
                .then()
                .body("items[0].grossMinor", equalTo(541_500))
                .body("items[0].benefitsMinor", equalTo(372_000))
                .body("items[0].beforeTaxMinor", equalTo(-10_830))
                .body("items[0].taxableMinor", equalTo(902_670))
                .body("items[0].taxMinor", equalTo(-180_534))
                .body("items[0].netMinor", equalTo(net))
                // 31.42 % of gross and benefits, 4.5 % of gross
                .body("items[0].employerCostMinor", equalTo(287_022 + 24_368));
        norrsken.asEva().get(run).then().body("totals.benefitsMinor", equalTo(372_000));
        norrsken.approved(run);
        var register =
                norrsken.asEva().accept("text/csv").get(run + "/register").asString();
        assertThat(register).contains(",gross,benefits,deductions_before_tax,", ",5415.00,3720.00,-108.30,9026.70,");
        var accounts = journal(run);
        assertThat(accounts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("0");
        assertThat(accounts)
                .containsEntry("7381", new BigDecimal("3000.00"))
                .containsEntry("7382", new BigDecimal("720.00"))
                .containsEntry("7399", new BigDecimal("-3720.00"))
                .containsEntry("2820", BigDecimal.valueOf(-net, 2));
        assertThat(norrsken.asEva().get(run + "/payment-file").asString())
                .contains("<CtrlSum>" + BigDecimal.valueOf(net, 2) + "</CtrlSum>");
    }

    @Test
    void a_row_replaces_what_was_stated_and_the_same_file_changes_nothing() {
        norrsken.benefits(LODGING_AND_MEALS).then().statusCode(200);
        var run = norrsken.calculated("2027-10", "2027-11-25");
        norrsken.benefits(LODGING_AND_MEALS).then().statusCode(200);
        norrsken.approved(run); // still what was calculated

        norrsken.hours(NOVEMBER_DAY).then().statusCode(200);
        norrsken.benefits("4711,2027-11,lodging,300000\n4711,2027-11,meals,72000\n")
                .then()
                .statusCode(200);
        var november = norrsken.calculated("2027-11", "2027-12-22");
        norrsken.benefits("4711,2027-11,lodging,310000\n4711,2027-11,meals,0\n")
                .then()
                .statusCode(200);
        norrsken.asStina()
                .post(november + "/approval")
                .then()
                .statusCode(409)
                .body("type", containsString("pay-run-stale"));
        norrsken.asEva().post(november + "/calculation").then().statusCode(202);
        norrsken.calculationEnds(november);
        benefits(november, "lodging").body("amountMinor", contains(310_000)).body("corrects", contains(nullValue()));
        norrsken.asEva().get(november + "/employees/4711").then().body("lines.rule", not(hasItem("meals")));
    }

    @Test
    void of_a_month_that_was_paid_the_difference_is_a_correction_of_the_next_run() {
        norrsken.benefits(LODGING_AND_MEALS).then().statusCode(200);
        norrsken.released(norrsken.calculated("2027-10", "2027-11-25"));
        norrsken.hours(NOVEMBER_DAY).then().statusCode(200);
        norrsken.benefits("4711,2027-10,lodging,240000\n4711,2027-10,meals,72000\n4711,2027-10,car,50000\n")
                .then()
                .statusCode(200);

        var november = norrsken.calculated("2027-11", "2027-12-22");

        benefits(november, "lodging").body("amountMinor", contains(-60_000)).body("corrects", contains("2027-10"));
        benefits(november, "car").body("amountMinor", contains(50_000)).body("corrects", contains("2027-10"));
        norrsken.asEva().get(november + "/employees/4711").then().body("lines.rule", not(hasItem("meals")));
        norrsken.released(november);
        assertThat(yearToDate("lodging", "2027-11-01")).isEqualTo(240_000);

        norrsken.benefits("4711,2027-10,lodging,300000\n").then().statusCode(200); // it was right after all
        benefits(norrsken.calculated("2027-12", "2028-01-25"), "lodging").body("amountMinor", contains(60_000));
        assertThat(yearToDate("lodging", "2027-12-01")).isEqualTo(60_000); // paid in another year
    }

    @Test
    void a_benefit_whose_tax_nothing_covers_waits_for_a_slip() {
        norrsken.employees(hourly("4712", "Åsa", "Öberg", 30_000)).then().statusCode(200);
        norrsken.benefits("4712,2027-10,car,200000\n").then().statusCode(200);
        var october = norrsken.calculated("2027-10", "2027-11-25");
        norrsken.asEva()
                .get(october + "/exceptions")
                .then()
                .body("items.findAll { it.employeeNo == '4712' }.kind", contains("NET_NOT_POSITIVE"));
        norrsken.released(october);
        norrsken.hours("4712,2027-11-01,08:00,16:00,0,,WORK,,,\n").then().statusCode(200);

        norrsken.asEva()
                .get(norrsken.calculated("2027-11", "2027-12-22") + "/employees/4712")
                .then()
                .body("lines.find { it.rule == 'car' }.corrects", equalTo("2027-10"))
                .body("lines.find { it.rule == 'car' }.amountMinor", equalTo(200_000));
    }

    @Test
    void every_bad_cell_is_listed_and_nothing_is_imported() {
        norrsken.benefits("4711,2027-10,lodging,300000\n" + """
                        4711,2027-10,boat,100
                        4711,2027-13,car,100
                        4711,2027-10,car,-1
                        ,2027-10,car,2.5
                        4711,2027-10,lodging,310000
                        ,2027-10,car,100
                        """)
                .then()
                .statusCode(422)
                .body("errors.line", contains(3, 4, 5, 6, 6, 7, 8))
                .body(
                        "errors.column",
                        contains(
                                "kind", "period", "amount_minor", "employee_no", "amount_minor", "kind", "employee_no"))
                .body("errors[0].expected", equalTo("one of lodging, car, meals"))
                .body("errors[1].expected", equalTo("a month like 2027-10"))
                .body("errors[5].expected", equalTo("each kind once an employee and period"));
        norrsken.asEva()
                .get(norrsken.calculated("2027-10", "2027-11-25") + "/employees/4711")
                .then()
                .body("lines.findAll { it.section == 'BENEFIT' }", hasSize(0));
    }

    @Test
    void a_scheme_without_kinds_takes_none_and_hours_are_no_way_around_it() {
        norrsken.paysBy("nord-1").then().statusCode(200).body("rules.benefits", hasSize(0));
        norrsken.benefits("4711,2027-10,lodging,300000\n")
                .then()
                .statusCode(422)
                .body("errors[0].expected", equalTo("no benefit: Nord 1 has no kinds of them"));
        norrsken.hours("4711,2027-10-06,,,,6,BENEFIT,,,\n")
                .then()
                .statusCode(422)
                .body("errors[0].expected", containsString("one of WORK, TRAVEL"));
        Norrsken.as(norrsken.ana, "Ana Ruiz")
                .contentType("text/csv")
                .body(Norrsken.BENEFITS_HEADER + "4711,2027-10,lodging,300000\n")
                .post("/api/v1/accounts/" + norrsken.account + "/benefits/import")
                .then()
                .statusCode(403);
    }

    /** Debit less credit, by account. */
    private TreeMap<String, BigDecimal> journal(String run) {
        var accounts = new TreeMap<String, BigDecimal>();
        var csv = norrsken.asEva()
                .get(run + "/journal")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        for (var row : CsvReader.builder().ofNamedCsvRecord(csv))
            accounts.merge(
                    row.getField("account"),
                    new BigDecimal(row.getField("debit")).subtract(new BigDecimal(row.getField("credit"))),
                    BigDecimal::add);
        return accounts;
    }

    private ValidatableResponse benefits(String run, String rule) {
        return norrsken.asEva()
                .get(run + "/employees/4711")
                .then()
                .rootPath("lines.findAll { it.rule == '%s' }".formatted(rule));
    }

    private long yearToDate(String rule, String month) {
        return db.first(
                        "select ytd_minor from pay_line where account_id = ? and month = ?::date and rule = ?",
                        row -> row.getLong(1),
                        norrsken.account,
                        month,
                        rule)
                .orElseThrow();
    }
}
