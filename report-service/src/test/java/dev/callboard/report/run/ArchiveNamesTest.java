package dev.callboard.report.run;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.test.PlatformServers;
import dev.callboard.report.Norrsken;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import static dev.callboard.report.Norrsken.hourly;
import static dev.callboard.report.run.ReportRunTest.text;
import static dev.callboard.report.run.ReportRunTest.unzipped;
import static org.assertj.core.api.Assertions.assertThat;

/** An archive is unpacked on Windows and macOS as well, where upper and lower case are one. */
@QuarkusTest
@WithTestResource(PlatformServers.class)
class ArchiveNamesTest {
    private static final List<String> NUMBERS = List.of("AB1", "Ab1", "ab1", "ab1-ITEM-3", "C7");

    @Inject
    Database db;

    @Test
    void numbers_that_differ_by_case_alone_are_files_of_two_names() throws IOException {
        var norrsken = new Norrsken(db);
        for (var number : NUMBERS) {
            norrsken.employees(hourly(number, "Number", number, 28_500)).then().statusCode(200);
            norrsken.hours(number + ",2027-10-04,,,,8,WORK,,,\n").then().statusCode(200);
        }
        var payRun = norrsken.calculated("2027-10", "2027-11-25");
        norrsken.approved(payRun);

        var run = norrsken.printed(payRun);
        var archive = unzipped(norrsken.asEva().get(run + "/archive").asByteArray());

        assertThat(archive.keySet().stream().map(name -> name.toLowerCase(Locale.ROOT)))
                .doesNotHaveDuplicates();
        assertThat(archive)
                .containsOnlyKeys(
                        "2027-10-AB1-item-1.pdf",
                        "2027-10-Ab1-item-2.pdf",
                        "2027-10-C7.pdf",
                        "2027-10-ab1-item-4.pdf",
                        "2027-10-ab1-ITEM-3-item-5.pdf");
        assertThat(text(archive.get("2027-10-ab1-item-4.pdf"))).contains("Number ab1");
        assertThat(norrsken.asEva().get(run + "/items/4/document").header("Content-Disposition"))
                .contains("\"2027-10-ab1.pdf\"");
    }
}
