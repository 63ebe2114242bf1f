package dev.callboard.report.render;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.CRC32;

import static dev.callboard.report.render.PictureFile.refused;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** The chunks of a PNG (RFC 2083, 3): those that a picture needs are taken over, each with the check sum it came with. */
final class PngFile {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final Set<String> NEEDED = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
    private static final Set<String> OF_ANIMATIONS = Set.of("acTL", "fcTL", "fdAT");

    /** Length, type and check sum of a chunk. */
    private static final int AROUND = 12;

    private static final int HEADER = 13;

    private PngFile() {}

    static boolean begins(byte[] file) {
        return file.length >= SIGNATURE.length && Arrays.equals(file, 0, SIGNATURE.length, SIGNATURE, 0, 8);
    }

    /** @throws PictureRefused */
    static PictureFile read(byte[] file) {
        var in = ByteBuffer.wrap(file);
        var kept = new ByteArrayOutputStream(file.length);
        kept.write(file, 0, SIGNATURE.length);
        int at = SIGNATURE.length;
        var type = "";
        while (!type.equals("IEND")) {
            int length = in.remaining() < at + AROUND ? -1 : in.getInt(at);
            if (length < 0 || length > in.remaining() - at - AROUND)
                throw refused("picture", "ends within a part, at byte " + at, "a whole PNG");

            type = new String(file, at + 4, 4, ISO_8859_1);
            if (at == SIGNATURE.length && !(type.equals("IHDR") && length == HEADER))
                throw refused("picture", "begins with a part " + printable(type), "IHDR of " + HEADER + " bytes");
            if (in.getInt(at + 8 + length) != sum(file, at + 4, length + 4))
                throw refused("picture", "part " + printable(type) + " is damaged", "a whole PNG");
            if (OF_ANIMATIONS.contains(type)) throw refused("picture", "animated", "one that stands still");
            if (NEEDED.contains(type)) kept.write(file, at, length + AROUND);
            else if (Character.isUpperCase(type.charAt(0)))
                throw refused("picture", "part " + printable(type), "those of a PNG");
            at += length + AROUND;
        }
        int width = in.getInt(SIGNATURE.length + 8);
        int height = in.getInt(SIGNATURE.length + 12);
        return new PictureFile(Picture.PNG, kept.toByteArray(), width, height, 0);
    }

    private static int sum(byte[] file, int from, int count) {
        var crc = new CRC32();
        crc.update(file, from, count);
        return (int) crc.getValue();
    }

    private static String printable(String type) {
        return type.replaceAll("[^A-Za-z]", "?");
    }
}
