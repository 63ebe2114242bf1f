package dev.callboard.report.render;

import org.jspecify.annotations.Nullable;

import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import static dev.callboard.report.render.PictureFile.refused;

/**
 * What a document shows that is not drawn: a logo. Made once of a PNG or a JPEG (RGB or grey) and written once, into the
 * prefix that its documents share. A JPEG is taken over as it is; a PNG becomes rows of colours and, where it lets
 * something through, rows of how much. Nothing is decoded before its size is known.
 */
public final class Picture {
    public static final String PNG = "image/png";
    public static final String JPEG = "image/jpeg";

    /** Bytes of a file, and of what becomes of it: every document that shows the picture carries them. */
    public static final int LARGEST_FILE = 256 * 1024;

    /** In hundredths of a point: 50 mm by 12 mm. */
    private static final int WIDEST = 14173;

    private static final int HIGHEST = 3402;

    private final PictureFile file;
    private final String sha256;
    private final byte[] colours;
    private final boolean grey;
    private final byte @Nullable [] opacity;

    private Picture(PictureFile file) {
        this.file = file;
        sha256 = sha256(file.bytes());
        var decoded = decoded(file);
        if (file.isJpeg()) {
            colours = file.bytes();
            grey = file.components() == 1;
            opacity = null;
        } else {
            var pixels = Pixels.of(decoded);
            colours = Deflated.best(Pixels.filtered(pixels.colours(), file.width(), pixels.grey() ? 1 : 3));
            grey = pixels.grey();
            opacity =
                    pixels.opacity() == null ? null : Deflated.best(Pixels.filtered(pixels.opacity(), file.width(), 1));
        }
        int size = colours.length + (opacity == null ? 0 : opacity.length);
        if (size > LARGEST_FILE)
            throw refused("picture", size + " bytes in a document", "at most " + LARGEST_FILE + ", with fewer pixels");
    }

    /** @throws PictureRefused for what is no such picture, is damaged, or too large or small */
    public static Picture of(byte[] file) {
        return new Picture(PictureFile.of(file));
    }

    /** Without metadata, and without what stood behind the end of the picture. */
    public byte[] file() {
        return file.bytes().clone();
    }

    public String mediaType() {
        return file.mediaType();
    }

    /** Of {@link #file}, hexadecimal. */
    public String sha256() {
        return sha256;
    }

    public int width() {
        return file.width();
    }

    public int height() {
        return file.height();
    }

    /** In hundredths of a point, as large as the box lets it be. */
    int printedWidth() {
        return Math.min(WIDEST, Math.max(1, HIGHEST * file.width() / file.height()));
    }

    int printedHeight() {
        return Math.min(HIGHEST, Math.max(1, WIDEST * file.height() / file.width()));
    }

    /** Of a PDF, that it takes. */
    int objects() {
        return opacity == null ? 1 : 2;
    }

    /** @param number of the first object. @param offsets get the place of each */
    void write(Bytes out, int number, List<Integer> offsets) {
        offsets.add(out.length());
        var mask = opacity == null ? "" : "/SMask " + (number + 1) + " 0 R";
        if (file.isJpeg()) object(out, number, grey, "/Filter/DCTDecode", colours);
        else object(out, number, grey, rowsOf(grey) + mask, colours);
        if (opacity == null) return;
        offsets.add(out.length());
        object(out, number + 1, true, rowsOf(true), opacity);
    }

    private String rowsOf(boolean oneColour) {
        return "/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors " + (oneColour ? 1 : 3) + "/Columns "
                + file.width() + ">>";
    }

    private void object(Bytes out, int number, boolean oneColour, String more, byte[] content) {
        out.add(number + " 0 obj\n<</Type/XObject/Subtype/Image/Width " + file.width() + "/Height " + file.height()
                + "/ColorSpace/" + (oneColour ? "DeviceGray" : "DeviceRGB") + "/BitsPerComponent 8" + more + "/Length "
                + content.length + ">>\nstream\n");
        out.add(content).add("\nendstream\nendobj\n");
    }

    /** Of a JPEG only to know that it can be: a reader of the document must not be the first to find out. */
    private static BufferedImage decoded(PictureFile file) {
        var format = file.mediaType().substring("image/".length());
        var reader = ImageIO.getImageReadersByFormatName(format).next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file.bytes()))) {
            reader.addIIOReadWarningListener((_, warning) -> {
                throw new IllegalArgumentException(warning);
            });
            reader.setInput(in, true, true);
            return reader.read(0);
        } catch (IOException | RuntimeException damaged) {
            throw refused("picture", "its pixels cannot be read", "a whole picture");
        } finally {
            reader.dispose();
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
