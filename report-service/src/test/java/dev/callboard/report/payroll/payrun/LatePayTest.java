package dev.callboard.report.payroll.payrun;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.test.PlatformServers;
import dev.callboard.report.Norrsken;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static dev.callboard.report.Norrsken.employee;
import static dev.callboard.report.Norrsken.eventually;
import static dev.callboard.report.Norrsken.hourly;
import static dev.callboard.report.Norrsken.iban;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

/** What missed its run: nothing of it is lost, and nothing is paid twice. */
@QuarkusTest
@WithTestResource(PlatformServers.class)
class LatePayTest {
    @Inject
    Database db;

    private Norrsken norrsken;

    @BeforeEach
    void a_new_account() {
        norrsken = new Norrsken(db);
    }

    private void employees(String rows) {
        norrsken.employees(rows).then().statusCode(200);
    }

    private void hours(String rows) {
        norrsken.hours(rows).then().statusCode(200);
    }

    @Test
    void a_salary_that_was_kept_back_is_paid_with_the_next_slip_and_once() {
        employees(employee("7", "Ольга", "Sund", "SE0012345678901234567890", "E-32", "MONTHLY", 4_200_000)
                + employee("8", "Zoë", "Müller", iban("8"), "E-32", "MONTHLY", 3_000_000));
        norrsken.released(norrsken.calculated("2027-10", "2027-11-25"));
        norrsken.released(norrsken.calculated("2027-11", "2027-12-22"));
        employees(employee("7", "Ольга", "Sund", iban("7"), "E-32", "MONTHLY", 4_200_000));

        var december = norrsken.calculated("2027-12", "2028-01-25");
        norrsken.asEva()
                .get(december + "/employees/7")
                .then()
                .body("lines.findAll { it.rule == 'salary' }.corrects", contains(null, "2027-10", "2027-11"));
        norrsken.asEva()
                .get(december + "/employees/8")
                .then()
                .body("lines.findAll { it.rule == 'salary' }.amountMinor", contains(3_000_000));
        norrsken.released(december);
        norrsken.asEva()
                .get(norrsken.calculated("2028-01", "2028-02-25") + "/employees/7")
                .then()
                .body("lines.findAll { it.rule == 'salary' }.amountMinor", contains(4_200_000));
    }

    @Test
    void months_that_were_approved_before_a_salaried_employee_was_known_are_named_until_they_are_corrected() {
        employees(employee("8", "Zoë", "Müller", iban("8"), "E-32", "MONTHLY", 3_000_000));
        norrsken.released(norrsken.calculated("2027-09", "2027-10-25"));
        norrsken.released(norrsken.calculated("2027-10", "2027-11-25"));
        employees(employee("7", "Ольга", "Sund", iban("7"), "E-32", "MONTHLY", 4_200_000));

        var november = norrsken.calculated("2027-11", "2027-12-22");
        norrsken.asEva()
                .get(november + "/exceptions")
                .then()
                .body("items.findAll { it.kind == 'SALARY_NOT_PAID' }.employeeNo", contains("7"))
                .body(
                        "items.find { it.kind == 'SALARY_NOT_PAID' }.detail",
                        equalTo("employed, and no salary was calculated: 2027-09, 2027-10"));

        hours("7,2027-10-04,,,,165,CORRECTION,,,October\n7,2027-09-06,,,,165,CORRECTION,,,September\n");
        norrsken.asEva().post(november + "/calculation").then().statusCode(202);
        norrsken.calculationEnds(november);
        norrsken.asEva()
                .get(november + "/exceptions")
                .then()
                .body("items.findAll { it.kind == 'SALARY_NOT_PAID' }", empty());
    }

    @Test
    void late_work_of_a_paid_day_is_paid_after_what_was_paid_of_it() {
        employees(employee("5", "José", "Ñúñez", iban("5"), "E-32", "DAILY", 240_000)
                + hourly("4711", "Bo", "Ekdahl", 28_500)
                + employee("6", "Hedda", "Falk", iban("6"), "E-32", "FEE", 1_500_000));
        hours("""
                5,2027-10-04,08:00,12:00,0,,WORK,,,
                4711,2027-10-04,08:00,10:00,0,,WORK,,,
                6,2027-10-04,08:00,12:00,0,,WORK,,,
                """);
        norrsken.released(norrsken.calculated("2027-10", "2027-11-25"));
        hours("""
                5,2027-10-04,13:00,17:00,0,,WORK,,,
                5,2027-11-01,08:00,12:00,0,,WORK,,,
                4711,2027-10-04,13:00,16:00,0,,WORK,,,
                4711,2027-11-01,08:00,16:00,0,,WORK,,,
                6,2027-10-04,13:00,17:00,0,,WORK,,,
                6,2027-11-01,13:00,17:00,0,,WORK,,,
                """);

        var november = norrsken.calculated("2027-11", "2027-12-22");
        norrsken.asEva()
                .get(november + "/register")
                .then()
                .body(
                        "items.collect { it.employeeNo + ' ' + it.grossMinor }",
                        contains("4711 256500", "5 240000", "6 1500000"));
    }

    @Test
    void a_run_that_was_calculated_before_another_was_approved_is_stale() {
        employees(employee("8", "Zoë", "Müller", iban("8"), "E-32", "MONTHLY", 3_000_000));
        var october = norrsken.calculated("2027-10", "2027-11-25");
        var november = norrsken.calculated("2027-11", "2027-12-22");
        norrsken.approved(october);

        isStaleUntilItIsCalculatedAgain(november);
    }

    @Test
    void a_run_that_is_being_calculated_when_another_is_approved_is_stale() {
        employees(employee("8", "Zoë", "Müller", iban("8"), "E-32", "MONTHLY", 3_000_000));
        var october = norrsken.calculated("2027-10", "2027-11-25");
        var november = norrsken.calculated("2027-11", "2027-12-22");

        QuarkusTransaction.requiringNew().timeout(600).run(() -> {
            db.update("lock table pay_exception in share mode");
            norrsken.asEva().post(november + "/calculation").then().statusCode(202);
            // its snapshot is taken, and its first results are to be written
            eventually(this::waitForPayExceptions, waiting -> waiting > 0);
            norrsken.approved(october);
        });
        norrsken.calculationEnds(november);

        isStaleUntilItIsCalculatedAgain(november);
    }

    private void isStaleUntilItIsCalculatedAgain(String run) {
        norrsken.asStina().post(run + "/approval").then().statusCode(409).body("type", containsString("pay-run-stale"));
        norrsken.asEva().post(run + "/calculation").then().statusCode(202);
        norrsken.calculationEnds(run);
        norrsken.approved(run);
    }

    private long waitForPayExceptions() {
        return db.first(
                        "select count(*) from pg_locks where relation = 'pay_exception'::regclass and not granted",
                        row -> row.getLong(1))
                .orElseThrow();
    }
}
