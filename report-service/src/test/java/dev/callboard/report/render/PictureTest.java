package dev.callboard.report.render;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.stream.Stream;

import static dev.callboard.report.render.NorrskenLogo.chunk;
import static dev.callboard.report.render.NorrskenLogo.claiming;
import static dev.callboard.report.render.NorrskenLogo.drawn;
import static dev.callboard.report.render.NorrskenLogo.joined;
import static dev.callboard.report.render.NorrskenLogo.jpeg;
import static dev.callboard.report.render.NorrskenLogo.png;
import static dev.callboard.report.render.NorrskenLogo.with;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Which files can be a picture, and what is left of them. */
class PictureTest {
    private static final byte[] PNG = png(200, 48);
    private static final byte[] JPEG = jpeg(200, 48);
    private static final int HEADER = 33;

    @Test
    void a_picture_says_what_it_is() {
        var picture = Picture.of(PNG);

        assertThat(picture.mediaType()).isEqualTo("image/png");
        assertThat(picture.width()).isEqualTo(200);
        assertThat(picture.height()).isEqualTo(48);
        assertThat(picture.sha256()).hasSize(64).isEqualTo(Picture.of(PNG).sha256());
        assertThat(Picture.of(JPEG).mediaType()).isEqualTo("image/jpeg");
        assertThat(Picture.of(jpeg(drawn(200, 48, BufferedImage.TYPE_BYTE_GRAY), true))
                        .height())
                .isEqualTo(48);
    }

    @Test
    void what_a_picture_says_of_who_made_it_and_where_is_dropped() {
        var secret = "taken at the hospital".getBytes(US_ASCII);
        var exif = joined(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (secret.length + 2)}, secret);
        var talkative = joined(Arrays.copyOf(JPEG, 2), exif, Arrays.copyOfRange(JPEG, 2, JPEG.length));

        assertThat(Picture.of(with(PNG, chunk("tEXt", secret))).file()).isEqualTo(PNG);
        assertThat(Picture.of(talkative).file()).isEqualTo(Picture.of(JPEG).file());
        assertThat(new String(Picture.of(talkative).file(), ISO_8859_1)).doesNotContain("hospital");
    }

    @Test
    void a_thumbnail_and_whatever_else_stands_where_one_could_is_dropped() {
        var jfif = Arrays.copyOfRange(JPEG, 2, 20); // the mark, and 16 bytes that promise no thumbnail
        var rest = Arrays.copyOfRange(JPEG, 20, JPEG.length);
        var pixels = "the face that was cropped away".getBytes(US_ASCII);
        var small = jfif.clone();
        small[3] += (byte) pixels.length;
        small[16] = 5;
        small[17] = 2; // 5 by 2 pixels of three colours
        var more = segment(0xE0, joined("JFXX\0\20".getBytes(US_ASCII), pixels));
        var unknown = segment(0xEE, pixels);

        var talkative = joined(Arrays.copyOf(JPEG, 2), small, pixels, more, unknown, rest);

        assertThat(jfif).startsWith(0xFF, 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0).endsWith(0, 0);
        assertThat(Picture.of(talkative).file()).isEqualTo(JPEG);
    }

    @Test
    void what_says_how_the_colours_of_a_jpeg_are_meant_is_kept() {
        // version 100, no flags, and 1: YCbCr
        var adobe = segment(0xEE, joined("Adobe".getBytes(US_ASCII), new byte[] {0, 100, 0, 0, 0, 0, 1}));
        var said = joined(Arrays.copyOf(JPEG, 20), adobe, Arrays.copyOfRange(JPEG, 20, JPEG.length));

        assertThat(Picture.of(said).file()).isEqualTo(said);
    }

    private static byte[] segment(int marker, byte[] content) {
        return joined(new byte[] {(byte) 0xFF, (byte) marker, 0, (byte) (content.length + 2)}, content);
    }

    @Test
    void what_stands_behind_a_picture_is_no_part_of_it() {
        var archive = "PK\3\4 and a program".getBytes(US_ASCII);

        assertThat(Picture.of(joined(PNG, archive)).file()).isEqualTo(PNG);
        assertThat(Picture.of(joined(JPEG, archive)).file())
                .isEqualTo(Picture.of(JPEG).file());
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                Arguments.of("nothing", new byte[0], "format: unknown (expected: PNG or JPEG)"),
                Arguments.of("a page", "<script>alert(1)</script>".getBytes(US_ASCII), "format: unknown"),
                Arguments.of("a drawing", "<svg onload='x'/>".getBytes(US_ASCII), "format: an SVG"),
                Arguments.of("an animation", "GIF89a".getBytes(US_ASCII), "format: a GIF"),
                Arguments.of("a PDF before a PNG", joined("%PDF-1.7\n".getBytes(US_ASCII), PNG), "format: a PDF"),
                Arguments.of("too long a file", new byte[256 * 1024 + 1], "size: more than 262144 bytes"),
                Arguments.of("a bomb", claiming(PNG, 30_000, 30_000), "width: 30000 (expected: 16 to 2000 pixels)"),
                Arguments.of("more than there can be", claiming(PNG, -1, 48), "width: 4294967295"),
                Arguments.of("no height", claiming(PNG, 200, 0), "height: 0"),
                Arguments.of("a dot", png(200, 15), "height: 15"),
                Arguments.of("a large claim", claiming(PNG, 200, 2_000), "its pixels cannot be read"),
                Arguments.of("a wrong sum", changed(PNG, HEADER - 1), "part IHDR is damaged"),
                Arguments.of("half a PNG", Arrays.copyOf(PNG, PNG.length / 2), "ends within a part"),
                Arguments.of("a PNG without its end", Arrays.copyOf(PNG, PNG.length - 12), "ends within a part"),
                Arguments.of("a head alone", Arrays.copyOf(PNG, 8), "ends within a part"),
                Arguments.of("no header", joined(Arrays.copyOf(PNG, 8), chunk("IEND", new byte[0])), "begins with"),
                Arguments.of(
                        "no pixels",
                        joined(Arrays.copyOf(PNG, HEADER), chunk("IEND", new byte[0])),
                        "its pixels cannot be read"),
                Arguments.of("a moving PNG", with(PNG, chunk("acTL", new byte[8])), "animated"),
                Arguments.of("an unknown part", with(PNG, chunk("EVIL", new byte[8])), "part EVIL"),
                Arguments.of("a JPEG's bomb", sized(30_000, 30_000), "width: 30000"),
                Arguments.of("a JPEG of another size", sized(1_900, 1_900), "its pixels cannot be read"),
                Arguments.of("a JPEG for a press", coloured(4), "colours: 4, as for a press (CMYK)"),
                Arguments.of("half a JPEG", Arrays.copyOf(JPEG, JPEG.length / 2), "ends at byte"),
                Arguments.of("a JPEG without its end", Arrays.copyOf(JPEG, JPEG.length - 2), "ends at byte"),
                Arguments.of("a JPEG's head", Arrays.copyOf(JPEG, 3), "ends at byte 3"),
                Arguments.of("an arithmetic JPEG", marked(0xC9), "a JPEG of kind 9"),
                Arguments.of("a JPEG of endless scans", endless(), "more than 64 scans"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void a_file_that_is_no_picture_is_refused_with_the_reason(String what, byte[] file, String reason) {
        assertThatThrownBy(() -> Picture.of(file))
                .as(what)
                .isInstanceOf(PictureRefused.class)
                .hasMessageContaining(reason)
                .hasMessageContaining("expected: ");
    }

    @Test
    void every_cut_of_a_picture_is_refused_and_none_breaks_the_reader() {
        for (var whole : new byte[][] {PNG, Picture.of(JPEG).file()})
            for (int length = 0; length < whole.length; length++) {
                var cut = Arrays.copyOf(whole, length);
                assertThatThrownBy(() -> Picture.of(cut)).isInstanceOf(PictureRefused.class);
            }
    }

    private static byte[] changed(byte[] file, int at) {
        var changed = file.clone();
        changed[at] ^= 1;
        return changed;
    }

    private static byte[] sized(int width, int height) {
        var file = JPEG.clone();
        int frame = frame();
        file[frame + 5] = (byte) (height >> 8);
        file[frame + 6] = (byte) height;
        file[frame + 7] = (byte) (width >> 8);
        file[frame + 8] = (byte) width;
        return file;
    }

    private static byte[] coloured(int components) {
        var file = JPEG.clone();
        file[frame() + 9] = (byte) components;
        return file;
    }

    private static byte[] marked(int marker) {
        var file = JPEG.clone();
        file[frame() + 1] = (byte) marker;
        return file;
    }

    private static byte[] endless() {
        var end = Arrays.copyOfRange(JPEG, scan(), JPEG.length - 2);
        var parts = new byte[66][];
        parts[0] = Arrays.copyOf(JPEG, scan());
        Arrays.fill(parts, 1, 66, end);
        return joined(parts);
    }

    private static int frame() {
        return find(0xC0);
    }

    private static int scan() {
        return find(0xDA);
    }

    private static int find(int marker) {
        for (int at = 2; at < JPEG.length - 1; at++)
            if ((JPEG[at] & 0xFF) == 0xFF && (JPEG[at + 1] & 0xFF) == marker) return at;
        throw new IllegalStateException("%02X".formatted(marker));
    }
}
