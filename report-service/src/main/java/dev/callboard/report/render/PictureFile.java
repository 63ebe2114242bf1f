package dev.callboard.report.render;

import java.util.Map;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * A PNG or JPEG with what the picture needs and nothing else: no metadata, nothing behind its end. It was read from its
 * marks alone, nothing is decoded yet, so whatever it claims has cost no memory.
 *
 * @param components colours of a pixel of a JPEG, 1 is grey; 0 for a PNG, whose pixels tell
 */
record PictureFile(String mediaType, byte[] bytes, int width, int height, int components) {
    private static final int SMALLEST_SIDE = 16;
    private static final int LARGEST_SIDE = 2_000;

    /** What people send by mistake, by how it begins. */
    private static final Map<String, String> OTHERS = Map.of(
            "GIF8", "a GIF",
            "RIFF", "a WebP",
            "<svg", "an SVG",
            "<?xm", "an SVG",
            "%PDF", "a PDF",
            "BM", "a BMP",
            "II*\0", "a TIFF",
            "MM\0*", "a TIFF");

    boolean isJpeg() {
        return mediaType.equals(Picture.JPEG);
    }

    /** @throws PictureRefused */
    static PictureFile of(byte[] file) {
        if (file.length > Picture.LARGEST_FILE)
            throw refused("size", "more than " + Picture.LARGEST_FILE + " bytes", "at most as many");
        if (PngFile.begins(file)) return sized(PngFile.read(file));
        if (JpegFile.begins(file)) return sized(JpegFile.read(file));
        throw refused("format", otherFormat(file), "PNG or JPEG");
    }

    private static PictureFile sized(PictureFile file) {
        mustFit("width", file.width);
        mustFit("height", file.height);
        return file;
    }

    private static void mustFit(String side, int pixels) {
        if (pixels < SMALLEST_SIDE || pixels > LARGEST_SIDE)
            throw refused(side, Integer.toUnsignedString(pixels), SMALLEST_SIDE + " to " + LARGEST_SIDE + " pixels");
    }

    private static String otherFormat(byte[] file) {
        var begin = new String(file, 0, Math.min(4, file.length), ISO_8859_1);
        return OTHERS.entrySet().stream()
                .filter(other -> begin.startsWith(other.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("unknown");
    }

    static PictureRefused refused(String field, String value, String expected) {
        return new PictureRefused("%s: %s (expected: %s)".formatted(field, value, expected));
    }
}
