package dev.callboard.report;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.test.PlatformServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** The packaged payroll of 10,000 at once: what is planted is found, and it takes seconds. */
@QuarkusTest
@WithTestResource(PlatformServers.class)
class PackagedPayrollTest {
    private static final Logger LOG = Logger.getLogger(PackagedPayrollTest.class);
    private static final Path DATA = Path.of("../demo-data/payroll");

    @Inject
    Database db;

    @Test
    void ten_thousand_are_imported_calculated_and_printed() throws IOException {
        var norrsken = new Norrsken(db);
        norrsken.paysFrom(Norrsken.iban("Norrsken"));
        timed("import of 10,000 employees", () -> imports(norrsken, "employees", 10_000));
        timed("import of hours", () -> imports(norrsken, "hours", 36_004));
        timed("import of opening balances", () -> imports(norrsken, "opening-balances", 10_000));

        var run = new String[1];
        timed("calculation", () -> run[0] = norrsken.calculated("2027-10", "2027-11-25"));
        List<String> planted = norrsken.asEva()
                .get(run[0] + "/exceptions?limit=200")
                .path(
                        "items.findAll { it.excludes && it.kind != 'WITHOUT_LINES' }.collect { it.employeeNo + ' ' + it.kind }");
        assertThat(planted)
                .containsExactlyInAnyOrder(
                        "E01234 IBAN_INVALID", "E04711 TAX_TABLE_UNKNOWN", "E08080 NET_NOT_POSITIVE");

        int slips = norrsken.asEva().get(run[0]).path("totals.slips");
        int exclusions = norrsken.asEva().get(run[0]).path("totals.exclusions");
        assertThat(slips + exclusions).isEqualTo(10_000);
        timed("approval", () -> norrsken.approved(run[0]));
        var printed = new String[1];
        timed("report run", () -> printed[0] = norrsken.printed(run[0]));
        norrsken.asEva().get(printed[0]).then().body("done", equalTo(slips)).body("failed", equalTo(0));
        LOG.infof("reports per minute: %s", norrsken.asEva().get(printed[0]).<Object>path("reportsPerMinute"));
    }

    private static void imports(Norrsken norrsken, String what, int rows) {
        try {
            norrsken.csv(what + "/import", Files.readString(DATA.resolve(what + ".csv")))
                    .then()
                    .statusCode(200)
                    .body("imported", equalTo(rows));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static void timed(String what, Runnable work) {
        var start = System.nanoTime();
        work.run();
        LOG.infof("%s: %d ms", what, Duration.ofNanos(System.nanoTime() - start).toMillis());
    }
}
