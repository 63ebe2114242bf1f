package dev.callboard.report.render;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import javax.imageio.ImageIO;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class MandelbrotTest {
    /**
     * SHA-256 of the counts of 1024 × 1024 points at 10,000 iterations, row by row, four bytes each, the high one first:
     * of a plain loop in C, in double precision, without a test of bulbs or cycles.
     */
    private static final String REFERENCE = "81151d8db996fb3741be62da4a93e370239058187f47a17c2dd7016ac2181cce";

    private static final int REFERENCE_SIZE = 1024;
    private static final int REFERENCE_ITERATIONS = 10_000;

    @Test
    void the_counts_are_those_of_the_plain_loop() {
        for (int y = 0; y < 512; y++) assertRowIsPlain(y, 512, 1000);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 137, 256, 400, 448, 480, 500, 511, 512, 640, 887, 1023})
    void the_counts_are_those_of_the_plain_loop_at_the_most_iterations_too(int y) {
        assertRowIsPlain(y, REFERENCE_SIZE, REFERENCE_ITERATIONS);
    }

    private static void assertRowIsPlain(int y, int size, int iterations) {
        var plain = IntStream.range(0, size)
                .map(x -> plain(x * (3.5 / size) - 2.5, y * (2.0 / size) - 1, iterations))
                .toArray();
        assertThat(Mandelbrot.row(y, size, size, iterations)).as("row %d", y).isEqualTo(plain);
    }

    private static int plain(double re, double im, int iterations) {
        double x = 0;
        double y = 0;
        for (int count = 0; count < iterations; count++) {
            if (x * x + y * y >= 4) return count;
            double next = x * x - y * y + re;
            y = 2 * x * y + im;
            x = next;
        }
        return iterations;
    }

    @Test
    void the_counts_of_the_reference_image_are_those_of_another_program() throws NoSuchAlgorithmException {
        var counts = ByteBuffer.allocate(4 * REFERENCE_SIZE * REFERENCE_SIZE);
        for (int y = 0; y < REFERENCE_SIZE; y++)
            for (int count : Mandelbrot.row(y, REFERENCE_SIZE, REFERENCE_SIZE, REFERENCE_ITERATIONS))
                counts.putInt(count);
        var digest = MessageDigest.getInstance("SHA-256").digest(counts.array());
        assertThat(HexFormat.of().formatHex(digest)).isEqualTo(REFERENCE);
    }

    @Test
    void the_image_has_the_same_bytes_from_any_number_of_threads() throws Exception {
        var one = drawnBy(1);
        for (int threads = 2; threads <= 8; threads++)
            assertThat(drawnBy(threads)).as("%d threads", threads).isEqualTo(one);
    }

    /** Who draws which row is left to chance. */
    private static byte[] drawnBy(int threads) throws Exception {
        var template = new MandelbrotTemplate();
        var drawing = IntStream.range(0, 200)
                .mapToObj(y -> (Callable<Tail>) () -> template.draw(new MandelbrotRow(350, 200, 1000, y)))
                .toList();
        var rows = new ArrayList<Tail>();
        try (var pool = Executors.newFixedThreadPool(threads)) {
            for (var row : pool.invokeAll(drawing)) rows.add(row.get());
        }
        var png = new ByteArrayOutputStream();
        template.merge("", Set.of("350-200"), rows.iterator(), png);
        return png.toByteArray();
    }

    @Test
    void the_rows_joined_are_an_image_with_the_colours_of_their_counts() throws IOException {
        var template = new MandelbrotTemplate();
        var tails = IntStream.range(0, 60)
                .mapToObj(y -> template.draw(new MandelbrotRow(100, 60, 200, y)))
                .iterator();
        var png = new ByteArrayOutputStream();
        template.merge("", Set.of("100-60"), tails, png);

        var image = ImageIO.read(new ByteArrayInputStream(png.toByteArray()));
        assertThat(image.getWidth()).isEqualTo(100);
        assertThat(image.getHeight()).isEqualTo(60);
        for (int y = 0; y < 60; y++) {
            var counts = Mandelbrot.row(y, 100, 60, 200);
            for (int x = 0; x < 100; x++) {
                int i = counts[x];
                int colour = i % 8 * 32 << 16 | i % 16 * 16 << 8 | i % 32 * 8;
                assertThat(image.getRGB(x, y) & 0xFFFFFF).as("%d,%d", x, y).isEqualTo(colour);
            }
        }
    }
}
