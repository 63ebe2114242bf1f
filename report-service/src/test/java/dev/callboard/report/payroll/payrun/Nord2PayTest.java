package dev.callboard.report.payroll.payrun;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.test.PlatformServers;
import dev.callboard.report.Norrsken;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static dev.callboard.report.Norrsken.employee;
import static dev.callboard.report.Norrsken.hourly;
import static dev.callboard.report.Norrsken.iban;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/** Rows of every kind, from the file to what is paid, by the scheme that has a rule for each. */
@QuarkusTest
@WithTestResource(PlatformServers.class)
class Nord2PayTest {
    private static final String LAST_DAYS_OF_SEPTEMBER = """
            4711,2027-09-27,08:00,16:00,0,,WORK,Vinterljus,220-14,
            4711,2027-09-28,08:00,16:00,0,,WORK,Vinterljus,220-14,
            4711,2027-09-29,08:00,16:00,0,,WORK,Vinterljus,220-14,
            4711,2027-09-30,08:00,16:00,0,,WORK,Vinterljus,220-14,
            """;
    private static final String FIRST_DAY_OF_OCTOBER = "4711,2027-10-01,08:00,16:00,0,,WORK,Vinterljus,220-14,\n";

    @Inject
    Database db;

    private Norrsken norrsken;

    @BeforeEach
    void a_new_account() {
        norrsken = new Norrsken(db);
        norrsken.employees(hourly("4711", "Bo", "Ekdahl", 28_500)).then().statusCode(200);
    }

    @Test
    void every_kind_of_row_is_paid_by_its_rule() {
        norrsken.paysBy("nord-2")
                .then()
                .statusCode(200)
                .body("rules.weekOvertime.afterMinutes", contains(2_160, 2_280));
        norrsken.hours("""
                4711,2027-10-04,15:00,23:00,0,,WORK,Vinterljus,220-14,
                4711,2027-10-05,07:00,15:00,0,,WORK,Vinterljus,220-14,
                4711,2027-10-06,,,,6,STANDBY,Vinterljus,220-14,
                4711,2027-10-07,08:00,16:30,30,30,CANCELLATION,Vinterljus,220-14,
                4711,2027-10-08,,,,5,KIT_RENTAL,Vinterljus,220-14,
                4711,2027-10-08,,,,5,KIT_RENTAL_TAXABLE,Vinterljus,220-14,
                """).then().statusCode(200).body("imported", equalTo(6));

        var run = norrsken.calculated("2027-10", "2027-11-25");

        bo(run).body("lines.find { it.rule == 'broken-rest' }.quantity", equalTo(180))
                .body("lines.find { it.rule == 'standby' }.amountMinor", equalTo(51_300))
                .body("lines.find { it.rule == 'cancellation' }.amountMinor", equalTo(114_000))
                .body("lines.find { it.rule == 'kit-rental' }.amountMinor", equalTo(75_000))
                .body("lines.find { it.rule == 'kit-rental' }.section", equalTo("REIMBURSEMENT"))
                .body("lines.find { it.rule == 'kit-rental-taxable' }.amountMinor", equalTo(100_000));
    }

    @Test
    void a_week_goes_on_from_what_the_run_before_paid_of_it() {
        norrsken.paysBy("nord-2").then().statusCode(200);
        norrsken.hours(LAST_DAYS_OF_SEPTEMBER).then().statusCode(200);
        norrsken.released(norrsken.calculated("2027-09", "2027-10-25"));
        norrsken.hours(FIRST_DAY_OF_OCTOBER).then().statusCode(200);

        var october = norrsken.calculated("2027-10", "2027-11-25");

        bo(october)
                .body("lines.find { it.rule == 'ordinary' }.quantity", equalTo(240))
                .body("lines.find { it.rule == 'overtime-week-36' }.quantity", equalTo(120))
                .body("lines.find { it.rule == 'overtime-week-38' }.quantity", equalTo(120));
    }

    @Test
    void a_week_rate_is_paid_once_for_a_week_over_two_periods() {
        norrsken.employees(employee("4711", "Bo", "Ekdahl", iban("4711"), "E-32", "WEEKLY", 1_100_000))
                .then()
                .statusCode(200);
        norrsken.hours(LAST_DAYS_OF_SEPTEMBER).then().statusCode(200);
        norrsken.released(norrsken.calculated("2027-09", "2027-10-25"));
        norrsken.hours(FIRST_DAY_OF_OCTOBER + "4711,2027-10-04,08:00,16:00,0,,WORK,Vinterljus,220-14,\n")
                .then()
                .statusCode(200);

        var october = norrsken.calculated("2027-10", "2027-11-25");

        bo(october)
                .body("lines.find { it.rule == 'week' }.quantity", equalTo(1))
                .body("lines.find { it.rule == 'week' }.first", equalTo("2027-10-04"));
    }

    @Test
    void a_kind_without_a_rule_and_a_wrong_cell_are_named() {
        norrsken.asEva()
                .get(scheme())
                .then()
                .body("rules.weekOvertime", hasSize(0))
                .body("rules", not(hasKey("standby")));
        norrsken.hours("4711,2027-10-06,,,,6,STANDBY,,,\n")
                .then()
                .statusCode(422)
                .body("errors.column", contains("kind"))
                .body("errors[0].value", equalTo("STANDBY"))
                .body("errors[0].expected", equalTo("a kind that Nord 1 has a rule for"));

        norrsken.paysBy("nord-2").then().statusCode(200);
        norrsken.hours("""
                        4711,2027-10-06,,,,6,STAND_BY,,,
                        4711,2027-10-06,,,,25,STANDBY,,,
                        4711,2027-10-07,08:00,16:30,30,,CANCELLATION,,,
                        4711,2027-10-07,,,,30,CANCELLATION,,,
                        4711,2027-10-08,,,,2.5,KIT_RENTAL,,,
                        """)
                .then()
                .statusCode(422)
                .body("errors.line", contains(2, 3, 4, 5, 5, 6))
                .body("errors.column", containsInAnyOrder("kind", "hours", "hours", "start", "end", "hours"));
    }

    @Test
    void work_for_which_a_later_scheme_has_no_rule_is_named_and_waits() {
        norrsken.paysBy("nord-2").then().statusCode(200);
        norrsken.hours(FIRST_DAY_OF_OCTOBER + "4711,2027-10-06,,,,6,STANDBY,,,\n")
                .then()
                .statusCode(200);
        norrsken.paysBy("nord-1").then().statusCode(200);

        var october = norrsken.calculated("2027-10", "2027-11-25");

        norrsken.asEva().get(october + "/exceptions").then().body("items.kind", contains("WORK_WITHOUT_RULE"));
        bo(october).body("lines.find { it.rule == 'standby' }", nullValue());
        norrsken.released(october);
        norrsken.paysBy("nord-2").then().statusCode(200);
        bo(norrsken.calculated("2027-11", "2027-12-22"))
                .body("lines.find { it.rule == 'standby' }.corrects", equalTo("2027-10"));
    }

    private ValidatableResponse bo(String run) {
        return norrsken.asEva().get(run + "/employees/4711").then().statusCode(200);
    }

    private String scheme() {
        return "/api/v1/accounts/" + norrsken.account + "/pay-scheme";
    }
}
