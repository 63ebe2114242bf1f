package dev.callboard.report.bulk;

import dev.callboard.report.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(strings = {"=", "+", "-", "@", "\t", "\r", "\n", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"})
    void whatever_a_formula_may_begin_with_is_kept_from_the_beginning_of_a_cell(String sign) throws IOException {
        var out = new ByteArrayOutputStream();
        var table = new CsvTable(out);
        table.text(sign + "1+1");
        table.finish();
        assertThat(out.toString(UTF_8).replace("\"", "")).isEqualTo("'" + sign + "1+1");
    }

    @Test
    void what_is_too_long_for_a_sheet_goes_on_in_another_under_the_same_heads() throws IOException {
        var out = new ByteArrayOutputStream();
        var table = new XlsxTable(out, "Tax reports");
        table.header("employee_no", "tax");
        for (int month = 1; month < Worksheet.MAX_ROWS; month++)
            table.number(month).end();
        table.text("4711").money(855).end();
        table.text("2086").money(-855).end();
        table.finish();

        assertThat(Workbook.part(out.toByteArray(), "xl/worksheets/sheet2.xml"))
                .containsSubsequence("employee_no", "tax", "4711", "8.55", "2086", "-8.55")
                .containsOnlyOnce("r=\"A3\"")
                .doesNotContain("r=\"A4\"");
        assertThat(Workbook.part(out.toByteArray(), "xl/worksheets/sheet3.xml")).isEmpty();
        assertThat(Workbook.part(out.toByteArray(), "xl/workbook.xml"))
                .contains("name=\"Tax reports\"", "name=\"Tax reports 2\"");
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
