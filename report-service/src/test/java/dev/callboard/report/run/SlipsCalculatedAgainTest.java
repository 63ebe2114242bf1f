package dev.callboard.report.run;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.test.PlatformServers;
import dev.callboard.report.Norrsken;
import dev.callboard.report.payroll.payrun.PaySlips;
import dev.callboard.report.render.Language;
import dev.callboard.report.render.PaySlip;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static dev.callboard.report.Norrsken.hourly;
import static dev.callboard.report.Norrsken.iban;
import static org.assertj.core.api.Assertions.assertThat;

/** The slips of Bo, Hedda and Åsa, of the same input more than once. */
@QuarkusTest
@WithTestResource(PlatformServers.class)
class SlipsCalculatedAgainTest {
    private static final String DAY = """
            1,2027-10-04,08:00,16:00,0,,WORK,Vinterljus,220-14,
            2,2027-10-04,08:00,16:00,0,,WORK,Vinterljus,220-14,
            3,2027-10-04,08:00,16:00,0,,WORK,Vinterljus,220-14,
            """;

    @Inject
    Database db;

    @Inject
    PaySlips slips;

    @Inject
    PaySlipPrinting printing;

    @Inject
    Templates templates;

    @Inject
    Previews drawing;

    private Norrsken norrsken;

    @BeforeEach
    void a_day_of_work() {
        norrsken = worked();
    }

    private Norrsken worked() {
        var account = new Norrsken(db);
        account.paysFrom(iban("Norrsken"));
        account.employees(hourly("1", "Bo", "Ekdahl", 28_500)
                        + hourly("2", "Hedda", "Falk", 31_000)
                        + hourly("3", "Åsa", "Öberg", 30_000))
                .then()
                .statusCode(200);
        account.hours(DAY).then().statusCode(200);
        return account;
    }

    @Test
    void whose_input_did_not_change_has_the_same_checksum_after_a_second_calculation() {
        var payRun = norrsken.calculated("2027-10", "2027-11-25");
        var first = drawn(payRun);
        norrsken.hours("2,2027-10-05,08:00,16:00,0,,WORK,Vinterljus,220-14,\n")
                .then()
                .statusCode(200);
        norrsken.asEva().post(payRun + "/calculation").then().statusCode(202);
        norrsken.calculationEnds(payRun);
        norrsken.approved(payRun);

        var items = norrsken.asEva()
                .get(norrsken.printed(payRun) + "/items")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(first).hasSize(3);
        assertThat(items.getList("items.subject", String.class)).containsExactly("1", "2", "3");
        assertThat(items.getString("items[0].sha256")).isEqualTo(first.get("1"));
        assertThat(items.getString("items[1].sha256")).isNotEqualTo(first.get("2"));
        assertThat(items.getString("items[2].sha256")).isEqualTo(first.get("3"));
    }

    @Test
    void another_account_has_the_same_slip_under_an_id_of_its_own() throws IOException {
        var here = norrsken.calculated("2027-10", "2027-11-25");
        var other = worked();
        var there = other.calculated("2027-10", "2027-11-25");

        var mine = slips(here).getFirst();
        var theirs = slips(there).getFirst();

        assertThat(mine.documentId()).isNotEqualTo(theirs.documentId());
        assertThat(text(mine).replace(mine.documentId(), theirs.documentId())).isEqualTo(text(theirs));
    }

    @Test
    void the_slip_that_corrects_another_has_an_id_of_its_own() {
        var october = norrsken.calculated("2027-10", "2027-11-25");
        norrsken.released(october);
        norrsken.hours("1,2027-10-05,08:00,16:00,0,,WORK,Vinterljus,220-14,\n")
                .then()
                .statusCode(200);
        var november = norrsken.calculated("2027-11", "2027-12-22");

        var correction = slips(november).getFirst();

        assertThat(correction.run().corrects()).isEqualTo("October");
        assertThat(correction.employee().number()).isEqualTo("1");
        assertThat(slips(october))
                .extracting(PaySlip::documentId)
                .doesNotHaveDuplicates()
                .doesNotContain(correction.documentId());
    }

    /** As a report run would load them, though nothing is approved. */
    private List<PaySlip> slips(String payRun) {
        return QuarkusTransaction.requiringNew()
                .call(() -> slips.load(Norrsken.id(payRun), List.of(1, 2, 3), Language.EN).stream()
                        .map(PaySlips.Numbered::slip)
                        .toList());
    }

    private Map<String, String> drawn(String payRun) {
        var checksums = new HashMap<String, String>();
        for (var slip : slips(payRun))
            checksums.put(
                    slip.employee().number(),
                    HexFormat.of().formatHex(Templates.sha256().digest(document(slip))));
        return checksums;
    }

    private byte[] document(PaySlip slip) {
        return drawing.drawn(UUID.randomUUID(), templates.template(printing, Language.EN, null), slip);
    }

    private String text(PaySlip slip) throws IOException {
        return ReportRunTest.text(document(slip));
    }
}
