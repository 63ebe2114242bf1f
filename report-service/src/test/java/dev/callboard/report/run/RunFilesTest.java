package dev.callboard.report.run;

import dev.callboard.report.render.Language;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

class RunFilesTest {
    private static final UUID NORRSKEN = new UUID(0, 1);
    private static final UUID EVA = new UUID(0, 2);

    private static String fileName(String employeeNo, int item) {
        var october = new Printing.Selected(NORRSKEN, LocalDate.of(2027, 10, 1), "2027-10", NORRSKEN, 9);
        var run = new ReportRun(NORRSKEN, ReportKind.PAY_SLIPS, Language.EN, october, EVA, Instant.EPOCH);
        return RunFiles.fileName(run, employeeNo, item);
    }

    @Test
    void a_number_is_the_name_of_its_file() {
        assertThat(fileName("4711", 3)).isEqualTo("2027-10-4711.pdf");
        assertThat(fileName("A_B-item-", 3)).isEqualTo("2027-10-A_B-item-.pdf");
    }

    @Test
    void no_two_files_have_one_name_whatever_the_numbers() {
        assertThat(fileName("A B", 3)).isEqualTo("2027-10-A_B-item-3.pdf");
        assertThat(fileName("A/B", 4)).isEqualTo("2027-10-A_B-item-4.pdf");
        assertThat(fileName("A_B-item-3", 5)).isEqualTo("2027-10-A_B-item-3-item-5.pdf");
        assertThat(fileName("A_B-ITEM-3", 6)).isEqualTo("2027-10-A_B-ITEM-3-item-6.pdf");
        assertThat(fileName("\u00C5sa", 7)).isEqualTo("2027-10-_sa-item-7.pdf");
        assertThat(fileName("A\u030Asa", 8)).isEqualTo("2027-10-A_sa-item-8.pdf");
    }
}
