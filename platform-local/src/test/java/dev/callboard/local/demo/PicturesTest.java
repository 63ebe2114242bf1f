package dev.callboard.local.demo;

import org.junit.jupiter.api.Test;

import java.awt.Color;
import java.awt.image.BufferedImage;

import static org.assertj.core.api.Assertions.assertThat;

class PicturesTest {
    private static final int FOOT = Pictures.FOOT * 2;

    private static BufferedImage page(int height, int lastInk) {
        var page = new BufferedImage(780, height, BufferedImage.TYPE_INT_RGB);
        var paint = page.createGraphics();
        paint.setColor(Color.WHITE);
        paint.fillRect(0, 0, 780, height);
        paint.dispose();
        page.setRGB(400, lastInk, Color.BLACK.getRGB());
        return page;
    }

    @Test
    void a_picture_of_a_page_ends_a_little_below_its_last_line() {
        assertThat(Pictures.withoutEmptyFoot(page(6000, 1799)).getHeight()).isEqualTo(1800 + FOOT);
    }

    @Test
    void a_page_that_fills_its_window_is_kept_whole() {
        assertThat(Pictures.withoutEmptyFoot(page(1000, 990)).getHeight()).isEqualTo(1000);
    }
}
