package dev.callboard.report.payroll.employee;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.test.PlatformServers;
import dev.callboard.report.Norrsken;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static dev.callboard.report.Norrsken.hourly;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@WithTestResource(PlatformServers.class)
class EmployeeNumbersTest {
    private static final String BO = hourly("4711", "Bo", "Ekdahl", 28_500);
    private static final String ALMA = of("4711", "Alma", "Lind");

    @Inject
    Database db;

    private Norrsken norrsken;

    @BeforeEach
    void bo_is_4711() {
        norrsken = new Norrsken(db);
        norrsken.employees(BO).then().statusCode(200);
    }

    /** With a birth date and a tax id that nobody else has. */
    private static String of(String number, String given, String family) {
        return hourly(number, given, family, 30_000)
                .replace("1990-02-17", "1985-05-05")
                .replace(",X", ",A");
    }

    private void bo_is_paid() {
        norrsken.hours("4711,2027-10-04,,,,8,WORK,,,\n").then().statusCode(200);
        norrsken.released(norrsken.calculated("2027-10", "2027-11-25"));
    }

    private Response employee(String number) {
        return norrsken.asEva().get("/api/v1/accounts/" + norrsken.account + "/employees/" + number);
    }

    private void stays_bos() {
        norrsken.employees(ALMA).then().statusCode(422).body("errors.value", contains("4711"));
        employee("4711").then().body("givenName", equalTo("Bo"));
    }

    @Test
    void a_number_with_pay_is_given_to_nobody_else_and_nothing_of_the_file_is_imported() {
        bo_is_paid();
        norrsken.employees(of("4799", "Hedda", "Falk") + ALMA)
                .then()
                .statusCode(422)
                .body("errors.line", contains(3))
                .body("errors.column", contains("employee_no"))
                .body("errors.value", contains("4711"))
                .body(
                        "errors[0].expected",
                        allOf(
                                containsString("a new number for Alma Lind: 4711 has pay or leave of Bo Ekdahl"),
                                containsString("tax id, birth date, given name, family name"),
                                not(containsString("1990")),
                                not(containsString("X4711"))));
        employee("4799").then().statusCode(404);
        employee("4711").then().body("givenName", equalTo("Bo")).body("rateMinor", equalTo(28_500));

        norrsken.employees(of("4712", "Alma", "Lind")).then().statusCode(200);
    }

    @Test
    void who_is_paid_may_have_another_name_and_have_each_mistake_mended() {
        bo_is_paid();
        var falk = BO.replace("Ekdahl", "Falk").replace(",,1990", ",bo.falk@norrsken.example,1990");
        norrsken.employees(falk).then().statusCode(200);
        var born = falk.replace("1990-02-17", "1991-02-17");
        norrsken.employees(born).then().statusCode(200);
        norrsken.employees(born.replace("X471117", "X471118")).then().statusCode(200);
        employee("4711").then().body("familyName", equalTo("Falk")).body("birthDate", equalTo("1991-02-17"));
    }

    @Test
    void it_is_not_given_to_somebody_else_by_mending_the_employee_either() {
        bo_is_paid();
        var patch = """
                {"givenName": "Alma", "familyName": "Lind", "birthDate": "1985-05-05", "taxId": "A1"}
                """;
        norrsken.asEva()
                .header("If-Match", employee("4711").header("ETag"))
                .contentType("application/merge-patch+json")
                .body(patch)
                .patch("/api/v1/accounts/" + norrsken.account + "/employees/4711")
                .then()
                .statusCode(400)
                .body("errors.field", contains("employeeNo"))
                .body("errors.value", contains("4711"));
        employee("4711").then().body("givenName", equalTo("Bo"));
    }

    @Test
    void a_number_with_an_opening_balance_stays_too() {
        norrsken.balances("4711,2027,100000,98000,30000,2000,68000,40,0\n")
                .then()
                .statusCode(200);
        stays_bos();
    }

    @Test
    void a_number_with_leave_stays_too() {
        norrsken.csv("leave/import", "employee_no,from,to,kind\n4711,2027-10-04,2027-10-08,PAID\n")
                .then()
                .statusCode(200);
        stays_bos();
    }

    @Test
    void a_number_under_which_nothing_is_kept_may_be_given_to_somebody_else() {
        norrsken.employees(ALMA).then().statusCode(200);
        employee("4711").then().body("givenName", equalTo("Alma"));
    }
}
