package dev.callboard.report.render;

import org.junit.jupiter.api.Test;

import javax.imageio.ImageIO;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Set;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class MandelbrotTest {
    private static final int SIZE = 512;

    @Test
    void the_counts_are_those_of_the_plain_loop() {
        for (int y = 0; y < SIZE; y++) {
            var counts = Mandelbrot.row(y, SIZE, SIZE, 1000);
            for (int x = 0; x < SIZE; x++)
                assertThat(counts[x]).as("%d,%d", x, y).isEqualTo(plain(x * (3.5 / SIZE) - 2.5, y * (2.0 / SIZE) - 1));
        }
    }

    private static int plain(double re, double im) {
        double x = 0;
        double y = 0;
        for (int count = 0; count < 1000; count++) {
            if (x * x + y * y >= 4) return count;
            double next = x * x - y * y + re;
            y = 2 * x * y + im;
            x = next;
        }
        return 1000;
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
