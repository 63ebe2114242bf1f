package dev.callboard.report.bulk;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import static dev.callboard.report.payroll.PayrollProblem.INVALID_ROWS;
import static org.assertj.core.api.Assertions.assertThat;

class RowTest {
    private final BadRows bad = new BadRows();

    private Row row(String cell) {
        return new Row(3, Map.of("birth_date", 0), List.of(cell), bad);
    }

    @Test
    void a_secret_date_is_in_no_error() {
        assertThat(row("1990-02-30").secretDateOrNone("birth_date")).isNull();
        row("1990-02-17").badSecret("birth_date", "a day that is over");

        assertThat(bad.refusal(INVALID_ROWS).members().get("errors"))
                .isEqualTo(List.of(
                        new BadRow(3, "birth_date", "(not shown)", "a date like 2027-10-31"),
                        new BadRow(3, "birth_date", "(not shown)", "a day that is over")));
    }

    @Test
    void a_secret_date_is_read_and_may_be_missing() {
        assertThat(row("1990-02-17").secretDateOrNone("birth_date")).isEqualTo(LocalDate.of(1990, 2, 17));
        assertThat(row("").secretDateOrNone("birth_date")).isNull();
        assertThat(bad.any()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e-500000000",
                "1E-20000000",
                "0e-2147483647",
                "1e1",
                "1e999999999",
                "1.0000000000000000001",
                "NaN",
                "0x10",
                "1,5",
                "-",
                ".",
                "",
                "٧.٥"
            })
    void a_number_that_is_no_plain_decimal_is_named_and_never_reckoned_with(String cell) {
        assertThat(row(cell).scaled("birth_date", 60, -24, 24)).isZero();
        assertThat(bad.refusal(INVALID_ROWS).members().get("errors"))
                .isEqualTo(List.of(new BadRow(3, "birth_date", cell, "a number like 7.5, -24 to 24")));
    }

    @Test
    void a_decimal_is_scaled_and_rounded_half_up() {
        assertThat(row("7.5").scaled("birth_date", 60, 0, 24)).isEqualTo(450);
        assertThat(row("+.5").scaled("birth_date", 60, 0, 24)).isEqualTo(30);
        assertThat(row("-2.").scaled("birth_date", 60, -24, 24)).isEqualTo(-120);
        assertThat(row("0.008333333333333334").scaled("birth_date", 60, 0, 24)).isEqualTo(1);
        assertThat(bad.any()).isFalse();

        row("24.01").scaled("birth_date", 60, 0, 24);
        assertThat(bad.refusal(INVALID_ROWS).members().get("errors"))
                .isEqualTo(List.of(new BadRow(3, "birth_date", "24.01", "0 to 24")));
    }

    @Test
    void the_rows_of_an_upload_have_no_name_on_the_disk(@TempDir Path folder) throws IOException {
        try (var rows = CsvImport.unnamed(Files.createTempFile(folder, "callboard-import", ".copy"))) {
            rows.write(ByteBuffer.wrap(new byte[] {1, 2, 3}));
            assertThat(folder).isEmptyDirectory();
            assertThat(rows.position(0).read(ByteBuffer.allocate(10))).isEqualTo(3);
        }
    }
}
