package dev.callboard.project.rows;

import dev.callboard.kit.problem.Problem;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

class CsvRowsTest {
    private final List<String> read = new ArrayList<>();
    private final List<Integer> batches = new ArrayList<>();

    private long read(InputStream csv) {
        return new CsvRows(List.of("email", "age"), List.of("note"))
                .read(
                        csv,
                        row -> {
                            row.mustParse("age", "0 to 120", Integer::parseInt);
                            return row.required("email", 30);
                        },
                        batch -> {
                            batches.add(batch.size());
                            read.addAll(batch);
                        });
    }

    private long read(String csv) {
        return read(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    }

    private List<CsvRows.BadCell> errors(String csv) {
        return errors(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    }

    private List<CsvRows.BadCell> errors(InputStream csv) {
        var thrown = new ArrayList<Problem>();
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> read(csv)).satisfies(thrown::add);
        return ((List<?>) thrown.getFirst().members().get("errors"))
                .stream().map(CsvRows.BadCell.class::cast).toList();
    }

    @Test
    void columns_may_come_in_any_order_with_a_byte_order_mark_and_quotes() {
        assertThat(read("\uFEFFnote,AGE,email\n\"a \"\"quoted\"\", note\",41,bo@norrsken.example\n\n"))
                .isEqualTo(1);
        assertThat(read).containsExactly("bo@norrsken.example");
    }

    @Test
    void every_bad_cell_is_named_and_nothing_after_the_first_is_handed_on() {
        assertThat(errors("email,age\nbo@norrsken.example,x\nana@norrsken.example,30\n,y\n"))
                .isEqualTo(List.of(
                        new CsvRows.BadCell(2, "age", "x", "0 to 120"),
                        new CsvRows.BadCell(4, "age", "y", "0 to 120"),
                        new CsvRows.BadCell(4, "email", "", "1 to 30 characters")));
        assertThat(read).isEmpty();
    }

    @Test
    void unknown_and_missing_columns_are_named() {
        assertThat(errors("email,salary\n"))
                .extracting("line", "column")
                .containsExactly(tuple(1L, "salary"), tuple(1L, "age"));
    }

    @Test
    void a_row_with_too_few_fields_is_bad() {
        assertThat(errors("email,age\nbo@norrsken.example\n").contains(new CsvRows.BadCell(2, "row", "1", "2 fields")))
                .isTrue();
    }

    @Test
    void latin_1_is_refused_and_said_so() {
        var bytes = "email,age\nåsa@norrsken.example,30\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(errors(new ByteArrayInputStream(bytes)))
                .extracting("expected")
                .containsExactly("UTF-8");
    }

    @Test
    void a_truncated_upload_is_refused() {
        var broken = new InputStream() {
            private final InputStream begun =
                    new ByteArrayInputStream("email,age\nbo@norrsken.example,41\n".getBytes(StandardCharsets.UTF_8));

            @Override
            public int read() throws IOException {
                var next = begun.read();
                if (next < 0) throw new IOException("connection reset");
                return next;
            }
        };

        assertThat(errors(broken)).isNotEmpty();
    }

    private static String rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "p" + i + "@norrsken.example,30\n")
                .collect(Collectors.joining());
    }

    @Test
    void the_line_that_is_not_utf_8_is_named_far_behind_the_first_buffer() {
        var bytes = ("email,age\n" + rows(5_000) + "åsa@norrsken.example,30\n" + rows(5_000))
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(errors(new ByteArrayInputStream(bytes)))
                .containsExactly(new CsvRows.BadCell(5_002, "", "", "UTF-8"));
    }

    @Test
    void a_body_that_ends_within_a_character_is_not_utf_8_in_its_last_line() {
        var bytes = "email,age\nbo@norrsken.example,41\n\u00e5".getBytes(StandardCharsets.UTF_8);

        assertThat(errors(new ByteArrayInputStream(Arrays.copyOf(bytes, bytes.length - 1))))
                .containsExactly(new CsvRows.BadCell(3, "", "", "UTF-8"));
    }

    @Test
    void the_line_of_a_quote_that_is_never_closed_is_named() {
        assertThat(errors("email,age\n" + rows(3) + "\"bo@norrsken.example,41\n" + rows(3)))
                .extracting("line")
                .containsExactly(5L);
        assertThat(errors("email,age\n" + rows(3) + "\"bo@norrsken.example,41\n" + rows(50_000)))
                .extracting("line")
                .containsExactly(5L);
    }

    @Test
    void what_was_wrong_before_the_line_that_cannot_be_read_is_told_too() {
        assertThat(errors("email,age\nbo@norrsken.example,x\n\"ana@norrsken.example,30\n"))
                .extracting("line", "column")
                .containsExactly(tuple(2L, "age"), tuple(3L, ""));
    }

    @Test
    void ten_thousand_rows_come_in_batches_of_a_thousand() {
        var csv = IntStream.range(0, 10_000)
                .mapToObj(i -> "p" + i + "@norrsken.example,30")
                .collect(Collectors.joining("\n", "email,age\n", "\n"));

        assertThat(read(csv)).isEqualTo(10_000);
        assertThat(batches).hasSize(10).containsOnly(1_000);
    }

    @Test
    void one_row_more_than_the_limit_is_too_many() {
        var csv = "bo@norrsken.example,41\n".repeat(CsvRows.LIMIT + 1);

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> read("email,age\n" + csv))
                .withMessageContaining("100,000");
    }
}
