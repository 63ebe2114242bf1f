package dev.callboard.report.payroll.payrun;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.test.PlatformServers;
import dev.callboard.report.Norrsken;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;

import static dev.callboard.report.Norrsken.employee;
import static dev.callboard.report.Norrsken.hourly;
import static dev.callboard.report.Norrsken.iban;
import static org.assertj.core.api.Assertions.assertThat;

/** Bo's year of deductions and reimbursements, kind by kind, month upon month. */
@QuarkusTest
@WithTestResource(PlatformServers.class)
class KindsToDateTest {
    private static final String OCTOBER = """
            4711,2027-10-04,08:00,16:00,0,,WORK,,,
            4711,2027-10-05,08:00,16:00,0,,WORK,,,
            4711,2027-10-04,,,,3,PER_DIEM,,,
            4711,2027-10-04,,,,214,MILEAGE,,,
            4711,2027-10-04,,,,5,KIT_RENTAL,,,
            """;
    /** And a day of October's per diem that comes late. */
    private static final String NOVEMBER = """
            4711,2027-11-01,08:00,16:00,0,,WORK,,,
            4711,2027-10-05,,,,1,PER_DIEM,,,
            4711,2027-11-01,,,,2,PER_DIEM,,,
            4711,2027-11-01,,,,100,MILEAGE,,,
            4711,2027-11-01,,,,1,KIT_RENTAL,,,
            """;

    @Inject
    Database db;

    private Norrsken norrsken;

    @BeforeEach
    void bo_is_paid_by_nord_2() {
        norrsken = new Norrsken(db);
        norrsken.paysFrom(iban("Norrsken"));
        norrsken.paysBy("nord-2").then().statusCode(200);
        norrsken.employees(hourly("4711", "Bo", "Ekdahl", 28_500)).then().statusCode(200);
    }

    @Test
    void two_months_add_up_and_a_new_year_begins_at_nothing() throws IOException {
        assertThat(slip("2027-10", "2027-11-25", OCTOBER))
                .contains("Gross pay 4,560.00 4,560.00")
                .contains("pension, own share 2 % of 4,560.00 −91.20 −91.20")
                .contains("union fee October −310.00 −310.00")
                .contains("per diem 3 days × 260.00 780.00 780.00")
                .contains("mileage 214 km × 2.50 535.00 535.00")
                .contains("kit rental 5 days × 150.00 750.00 750.00");
        // 91.20 + 45.60; 310.00 + 310.00; 780.00 + 780.00, of which 260.00 is October's; 535.00 + 250.00; 750.00 +
        // 150.00
        assertThat(slip("2027-11", "2027-12-22", NOVEMBER))
                .contains("Gross pay 2,280.00 6,840.00")
                .contains("pension, own share 2 % of 2,280.00 −45.60 −136.80")
                .contains("union fee November −310.00 −620.00")
                .contains("per diem 3 days × 260.00 780.00 1,560.00")
                .contains("mileage 100 km × 2.50 250.00 785.00")
                .contains("kit rental 1 day × 150.00 150.00 900.00");
        // December is paid in January: another year
        assertThat(slip("2027-12", "2028-01-25", """
                4711,2027-12-01,08:00,16:00,0,,WORK,,,
                4711,2027-12-01,,,,1,PER_DIEM,,,
                """))
                .contains("Gross pay 2,280.00 2,280.00")
                .contains("pension, own share 2 % of 2,280.00 −45.60 −45.60")
                .contains("union fee December −310.00 −310.00")
                .contains("per diem 1 day × 260.00 260.00 260.00");
    }

    @Test
    void who_was_left_out_of_a_run_has_nothing_of_it() throws IOException {
        norrsken.employees(employee("4711", "Bo", "Ekdahl", "", "E-32", "HOURLY", 28_500))
                .then()
                .statusCode(200);
        norrsken.employees(hourly("4712", "Åsa", "Öberg", 30_000)).then().statusCode(200);
        norrsken.hours("4712,2027-10-04,08:00,16:00,0,,WORK,,,\n").then().statusCode(200);
        norrsken.hours(OCTOBER).then().statusCode(200);
        norrsken.released(norrsken.calculated("2027-10", "2027-11-25"));
        norrsken.employees(hourly("4711", "Bo", "Ekdahl", 28_500)).then().statusCode(200);

        assertThat(slip("2027-11", "2027-12-22", NOVEMBER))
                .contains("pension, own share 2 % of 6,840.00 −136.80 −136.80")
                .contains("union fee November −310.00 −310.00")
                .contains("per diem 6 days × 260.00 1,560.00 1,560.00");
    }

    @Test
    void beside_a_kind_stands_nothing_where_an_opening_balance_may_have_had_some_of_it() throws IOException {
        // 9,000.00 less 2,000.00 of tax and 790.00 of deductions is the net: nothing was reimbursed
        norrsken.balances("4711,2027,900000,882000,200000,79000,621000,30,0\n")
                .then()
                .statusCode(200);

        assertThat(slip("2027-10", "2027-11-25", OCTOBER))
                .contains("Gross pay 4,560.00 13,560.00")
                .contains("pension, own share 2 % of 4,560.00 −91.20 Taxable base")
                .contains("union fee October −310.00 Reimbursed")
                .contains("per diem 3 days × 260.00 780.00 780.00")
                .contains("kit rental 5 days × 150.00 750.00 750.00");
    }

    /** The text of Bo's slip of a month that is paid with these hours. */
    private String slip(String period, String payDate, String hours) throws IOException {
        norrsken.hours(hours).then().statusCode(200);
        var run = norrsken.calculated(period, payDate);
        norrsken.released(run);
        var pdf = norrsken.asEva()
                .get(norrsken.printed(run) + "/items/1/document")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (var document = Loader.loadPDF(pdf)) {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document).replaceAll("[\\s\u00A0]+", " ");
        }
    }
}
