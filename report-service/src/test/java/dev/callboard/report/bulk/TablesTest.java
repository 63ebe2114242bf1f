package dev.callboard.report.bulk;

import dev.callboard.report.Workbook;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class TablesTest {
    @Test
    void what_a_user_typed_is_no_formula_in_a_csv() throws IOException {
        var out = new ByteArrayOutputStream();
        var table = new CsvTable(out);
        table.text("=cmd|' /C calc'!A0")
                .text("+46")
                .text("-1")
                .text("@SUM(A1)")
                .text("Åsa \"Ö\", Öberg")
                .money(-855);
        table.end();
        table.finish();
        assertThat(out.toString(UTF_8))
                .isEqualTo("'=cmd|' /C calc'!A0,'+46,'-1,'@SUM(A1),\"Åsa \"\"Ö\"\", Öberg\",-8.55\r\n");
    }

    @Test
    void what_a_user_typed_is_a_string_in_a_workbook_which_keeps_no_table_of_them() throws IOException {
        var out = new ByteArrayOutputStream();
        var table = new XlsxTable(out, "Register");
        table.text("=cmd|' /C calc'!A0").money(228_000).end();
        table.finish();
        var sheet = Workbook.part(out.toByteArray(), Workbook.SHEET);
        assertThat(sheet).doesNotContain("<f>").contains("2280", "=cmd|");
        assertThat(Workbook.part(out.toByteArray(), "xl/sharedStrings.xml")).doesNotContain("=cmd|");
    }

    @Test
    void rows_for_the_database_are_escaped() {
        var out = new ByteArrayOutputStream();
        var rows = new CopyRows(out);
        rows.value("a\tb\\c\nd")
                .value(null)
                .value(7)
                .array(java.util.List.of(1, 2))
                .bytes(new byte[] {1, -1})
                .end();
        rows.flush();
        assertThat(out.toString(UTF_8)).isEqualTo("a\\tb\\\\c\\nd\t\\N\t7\t{1,2}\t\\\\x01ff\n");
    }
}
