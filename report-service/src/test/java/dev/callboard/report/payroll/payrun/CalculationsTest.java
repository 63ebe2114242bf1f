package dev.callboard.report.payroll.payrun;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.test.PlatformServers;
import dev.callboard.report.Norrsken;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static dev.callboard.report.Norrsken.hourly;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithTestResource(PlatformServers.class)
class CalculationsTest {
    @Inject
    Database db;

    private static Norrsken withWork(Database db) {
        var account = new Norrsken(db);
        account.employees(hourly("4711", "Bo", "Ekdahl", 28_500)).then().statusCode(200);
        account.hours("4711,2027-10-04,,,,8,WORK,,,\n").then().statusCode(200);
        return account;
    }

    private static String calculating(Norrsken account) {
        var location = account.asEva()
                .contentType(ContentType.JSON)
                .body("{\"period\": \"2027-10\", \"payDate\": \"2027-11-25\"}")
                .post("/api/v1/accounts/" + account.account + "/pay-runs")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        return location.substring(location.indexOf("/api/v1"));
    }

    /** As a statement that the database gives up after its time. */
    private void nothing_of(Norrsken account) {
        statement("""
                create function too_slow() returns trigger language plpgsql as $$ begin
                  if new.account_id = '%s' then
                    raise exception 'canceling statement due to statement timeout' using errcode = '57014';
                  end if;
                  return new;
                end $$
                """.formatted(account.account));
        statement("create trigger too_slow before insert on pay_result for each row execute function too_slow()");
    }

    @AfterEach
    void in_time_again() {
        statement("drop function if exists too_slow cascade");
    }

    private void statement(String sql) {
        QuarkusTransaction.requiringNew().run(() -> db.update(sql));
    }

    @Test
    void a_run_that_never_ends_in_time_keeps_no_other_account_waiting() {
        var slow = withWork(db);
        nothing_of(slow);
        var first = calculating(slow);
        for (var n = 0; n < 3; n++) {
            var other = withWork(db);
            other.calculationEnds(calculating(other));
        }
        slow.asEva().get(first).then().body("state", equalTo("CALCULATING"));

        in_time_again();
        slow.calculationEnds(first);
    }
}
