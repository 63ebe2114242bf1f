package dev.callboard.report.render;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import java.util.zip.InflaterInputStream;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

class CodeTableTest {
    private static final byte[] SAMPLE =
            "36 793.19 Td/F1 18 Tf(Pay slip )Tj\n".repeat(40).getBytes(US_ASCII);

    private final CodeTable table = new CodeTable(SAMPLE);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 4000, 70_000})
    void any_zlib_reads_back_what_the_table_wrote(int length) throws IOException {
        var content = new Bytes(16);
        var random = new SplittableRandom(length);
        for (int at = 0; at < length; at++) content.add(random.nextInt(' ', 256));

        assertThat(inflated(table, content)).isEqualTo(content.toArray());
    }

    @Test
    void content_like_the_sample_takes_less_than_six_bits_a_byte() {
        var content = new Bytes(16).add("0 -12 Td(Paid 12.34)Tj\n".repeat(50));
        var out = new Bytes(16);

        table.deflate(content, out);

        assertThat(out.length() - 100).isLessThan(content.length() * 6 / 8);
    }

    /** Weights that double make a code as long as there are symbols; the format ends at 15 bits. */
    @Test
    void a_sample_of_one_letter_still_gives_every_byte_a_code_that_the_format_has() throws IOException {
        var skewed = new Bytes(16);
        for (int step = 0; step < 20; step++) {
            for (int count = 0; count < 1 << step; count++) skewed.add('A' + step);
        }
        var content = new Bytes(16).add("ABCDEFGHIJKLMNOPQRST~!");

        assertThat(inflated(new CodeTable(skewed.toArray()), content)).isEqualTo(content.toArray());
    }

    @Test
    void what_stands_before_it_is_kept() throws IOException {
        var out = new Bytes(4).add("head");

        table.deflate(new Bytes(16).add("body"), out);

        assertThat(new String(out.toArray(), 0, 4, US_ASCII)).isEqualTo("head");
        assertThat(new InflaterInputStream(new ByteArrayInputStream(out.toArray(), 4, out.length())).readAllBytes())
                .isEqualTo("body".getBytes(US_ASCII));
    }

    private static byte[] inflated(CodeTable table, Bytes content) throws IOException {
        var out = new Bytes(16);
        table.deflate(content, out);
        try (var in = new InflaterInputStream(new ByteArrayInputStream(out.toArray()))) {
            return in.readAllBytes();
        }
    }
}
