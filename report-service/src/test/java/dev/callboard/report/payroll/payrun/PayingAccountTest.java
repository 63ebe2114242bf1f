package dev.callboard.report.payroll.payrun;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.test.PlatformServers;
import dev.callboard.report.Norrsken;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import java.util.List;

import static dev.callboard.report.Norrsken.hourly;
import static dev.callboard.report.Norrsken.iban;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithTestResource(PlatformServers.class)
class PayingAccountTest {
    @Inject
    Database db;

    @Test
    void what_no_account_pays_is_not_approved_until_one_is_entered_and_an_account_is_one_by_its_check_digits() {
        var norrsken = new Norrsken(db);
        norrsken.employees(hourly("4711", "Bo", "Ekdahl", 28_500)).then().statusCode(200);
        norrsken.hours("4711,2027-10-04,,,,8,WORK,,,\n").then().statusCode(200);
        var run = norrsken.calculatedAsItIs("2027-10", "2027-11-25");
        norrsken.asStina()
                .post(run + "/approval")
                .then()
                .statusCode(409)
                .body("type", containsString("employer-incomplete"))
                .body("detail", containsString("debtorIban at PATCH /accounts/{id}/pay-scheme"));
        norrsken.asEva().get(run).then().body("state", equalTo("CALCULATED"));

        for (var wrong : List.of("SE00", "SE0012345678901234567890")) {
            var refused = norrsken.payScheme("{\"debtorIban\": \"" + wrong + "\"}");
            refused.then().statusCode(400).body("errors[0].field", equalTo("debtorIban"));
            assertThat(refused.asString()).doesNotContain(wrong);
        }
        norrsken.paysFrom(iban("Norrsken"));
        norrsken.asStina().post(run + "/approval").then().statusCode(409); // calculated without it
        norrsken.asEva().post(run + "/calculation").then().statusCode(202);
        norrsken.calculationEnds(run);
        norrsken.approved(run);
        norrsken.asEva().get(run + "/payment-file").then().statusCode(200);
    }
}
