package dev.callboard.report.bulk;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void the_rows_of_an_upload_have_no_name_on_the_disk(@TempDir Path folder) throws IOException {
        try (var rows = CsvImport.unnamed(Files.createTempFile(folder, "callboard-import", ".copy"))) {
            rows.write(ByteBuffer.wrap(new byte[] {1, 2, 3}));
            assertThat(folder).isEmptyDirectory();
            assertThat(rows.position(0).read(ByteBuffer.allocate(10))).isEqualTo(3);
        }
    }
}
