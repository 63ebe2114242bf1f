package dev.callboard.report.run;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.test.PlatformServers;
import dev.callboard.report.Norrsken;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;

import static dev.callboard.report.Norrsken.hourly;
import static dev.callboard.report.Norrsken.iban;
import static org.assertj.core.api.Assertions.assertThat;

/** Bo's benefits of October, and one of them stated anew, on everything that is printed of them. */
@QuarkusTest
@WithTestResource(PlatformServers.class)
class BenefitDocumentsTest {
    @Inject
    Database db;

    private Norrsken norrsken;
    private String october;
    private String november;

    @BeforeEach
    void bo_lives_and_eats_on_location() {
        norrsken = new Norrsken(db);
        norrsken.paysFrom(iban("Norrsken"));
        norrsken.paysBy("nord-2").then().statusCode(200);
        norrsken.employees(hourly("4711", "Bo", "Ekdahl", 28_500)).then().statusCode(200);
        norrsken.hours("4711,2027-10-04,08:00,16:00,0,,WORK,,,\n4711,2027-10-05,08:00,16:00,0,,WORK,,,\n")
                .then()
                .statusCode(200);
        norrsken.benefits("4711,2027-10,lodging,300000\n4711,2027-10,meals,72000\n")
                .then()
                .statusCode(200);
        october = norrsken.calculated("2027-10", "2027-11-25");
        norrsken.released(october);
        norrsken.hours("4711,2027-11-01,08:00,16:00,0,,WORK,,,\n").then().statusCode(200);
        norrsken.benefits("4711,2027-10,lodging,240000\n").then().statusCode(200);
        november = norrsken.calculated("2027-11", "2027-12-22");
        norrsken.released(november);
    }

    @Test
    void the_slip_takes_a_benefit_in_and_out_with_the_year_to_date_of_its_kind() throws IOException {
        assertThat(printed(norrsken.printed(october)))
                .contains("Gross pay 4,560.00")
                .contains("Taxable benefit: lodging October 3,000.00 3,000.00")
                .contains("Taxable benefit: meals October 720.00 720.00")
                .contains("Taxable base 8,188.80")
                .contains("Less received in kind: lodging October −3,000.00 −3,000.00");
        assertThat(printed(norrsken.printed(november)))
                .contains("Includes a correction to October")
                .contains("Taxable benefit: lodging October −600.00 2,400.00")
                .contains("Taxable base 1,634.40 9,823.20")
                .contains("Less received in kind: lodging October 600.00 −2,400.00");
    }

    @Test
    void the_tax_reports_have_what_was_received_in_kind_in_their_base() throws IOException {
        assertThat(printed(norrsken.printedYear("tax-report", 2027)))
                .contains("2027-10-4711 4,560.00 3,720.00 −91.20 8,188.80 −1,637.76 −310.00 0.00")
                .contains("November ◆ 22 Dec 2027-11-4711 2,280.00 −600.00 −45.60 1,634.40 −326.88 −310.00 0.00")
                .contains("Total, 2 slips 6,840.00 3,120.00 −136.80 9,823.20 −1,964.64 −620.00 0.00")
                .contains("November 2027-10-4711 Taxable benefit: lodging −600.00")
                .contains("Difference 0.00");
        // 31.42 % of gross and benefits, 4.5 % of gross, and the tax
        assertThat(printed(norrsken.printedYear("tax-summary", 2027)))
                .contains("October 2027 25 Nov 1 8,188.80 1,637.76 2,806.78 4,444.54")
                .contains("November 2027 22 Dec 1 1,634.40 326.88 630.46 957.34")
                .contains("Difference 0 0.00 0.00 0.00 0.00");
    }

    @Test
    void the_register_has_a_column_for_them_in_its_table_and_says_on_paper_what_the_base_is() throws IOException {
        var run = norrsken.printedOf("{\"kind\": \"pay-register\", \"payRun\": \"%s\", \"format\": \"PDF\"}"
                .formatted(Norrsken.id(october)));
        assertThat(norrsken.asEva().accept("text/csv").get(run + "/table").asString())
                .contains("hours,gross,benefits,before_tax,")
                .contains("16.00,4560.00,3720.00,-91.20,8188.80,-1637.76,-310.00,0.00,2521.04");
        assertThat(printed(run)).contains("Taxable base = gross + benefits − deductions before tax.");
    }

    private String printed(String run) throws IOException {
        return ReportRunTest.text(norrsken.asEva()
                        .get(run + "/items/1/document")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray())
                .replaceAll("[\\s\u00A0]+", " ");
    }
}
