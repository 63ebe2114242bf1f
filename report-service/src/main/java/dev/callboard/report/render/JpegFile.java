package dev.callboard.report.render;

import java.io.ByteArrayOutputStream;

import static dev.callboard.report.render.PictureFile.refused;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * The segments of a JPEG (ITU-T T.81, annex B): tables, frame and scans are taken over as they are; of what applications
 * add only JFIF's version and density and Adobe's word for the colours. A thumbnail is left out: it may be of the
 * picture before it was cropped.
 */
final class JpegFile {
    /** An encoder writes some ten; each is decoded over the whole picture, so a file of thousands would take minutes. */
    private static final int MOST_SCANS = 64;

    /** Length of a JFIF segment without a thumbnail (ITU-T T.871, 10.1), the two bytes that say so included. */
    private static final int JFIF = 16;

    /** Of an Adobe segment, the same way: the last byte says what the three colours are. */
    private static final int ADOBE = 14;

    private final byte[] file;
    private final ByteArrayOutputStream kept;
    private int at = 2;
    private int width;
    private int height;
    private int components;
    private int scans;

    private JpegFile(byte[] file) {
        this.file = file;
        kept = new ByteArrayOutputStream(file.length);
    }

    static boolean begins(byte[] file) {
        return file.length > 2 && (file[0] & 0xFF) == 0xFF && (file[1] & 0xFF) == 0xD8 && (file[2] & 0xFF) == 0xFF;
    }

    /** @throws PictureRefused */
    static PictureFile read(byte[] file) {
        return new JpegFile(file).read();
    }

    private PictureFile read() {
        kept.write(file, 0, 2);
        int marker;
        while ((marker = marker()) != 0xD9) segment(marker);
        if (components == 0 || scans == 0) throw refused("picture", "has no pixels", "a whole JPEG");
        kept.write(0xFF);
        kept.write(0xD9);
        return new PictureFile(Picture.JPEG, kept.toByteArray(), width, height, components);
    }

    /** Any number of FF may stand before it. */
    private int marker() {
        if (byteAt(at++) != 0xFF) throw refused("picture", "damaged at byte " + (at - 1), "a whole JPEG");
        while (byteAt(at) == 0xFF) at++;
        return byteAt(at++);
    }

    private void segment(int marker) {
        int length = twoAt(at);
        int end = at + length;
        if (length < 2) throw refused("picture", "damaged at byte " + at, "a whole JPEG");
        byteAt(end - 1);
        switch (marker) {
            case 0xC0, 0xC1, 0xC2 -> frame();
            case 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF ->
                throw refused("picture", "a JPEG of kind " + (marker - 0xC0), "baseline or progressive");
            case 0xDA -> {
                if (components == 0) throw refused("picture", "pixels before their size", "a whole JPEG");
                if (++scans > MOST_SCANS)
                    throw refused("picture", "more than " + MOST_SCANS + " scans", "at most " + MOST_SCANS);
                end = behindPixels(end);
            }
            case 0xC4, 0xDB, 0xDD -> {} // tables
            case 0xE0 -> {
                if (says("JFIF\0", JFIF, end)) keep(marker, JFIF - 2, 0, 0); // its thumbnail: 0 by 0
                at = end;
                return;
            }
            case 0xEE -> {
                if (says("Adobe", ADOBE, end)) keep(marker, ADOBE);
                at = end;
                return;
            }
            default -> {
                if (marker < 0xE1 || marker == 0xFF || marker > 0xEF && marker != 0xFE)
                    throw refused("picture", "part %02X".formatted(marker), "those of a JPEG");
                at = end; // what a camera or a program has to say
                return;
            }
        }
        kept.write(0xFF);
        kept.write(marker);
        kept.write(file, at, end - at);
        at = end;
    }

    /** Whether the segment begins with this word and is as long as one of its kind. */
    private boolean says(String word, int length, int end) {
        return end - at >= length && new String(file, at + 2, word.length(), ISO_8859_1).equals(word);
    }

    /** The first bytes of the segment, its length said anew, and others behind them. */
    private void keep(int marker, int count, int... more) {
        int length = count + more.length;
        kept.write(0xFF);
        kept.write(marker);
        kept.write(length >> 8);
        kept.write(length);
        kept.write(file, at + 2, count - 2);
        for (int last : more) kept.write(last);
    }

    private void frame() {
        if (components != 0) throw refused("picture", "two sizes", "one");
        int bits = byteAt(at + 2);
        if (bits != 8) throw refused("picture", bits + " bits a colour", "8");
        height = twoAt(at + 3);
        width = twoAt(at + 5);
        components = byteAt(at + 7);
        if (components != 1 && components != 3)
            throw refused("colours", components == 4 ? "4, as for a press (CMYK)" : "" + components, "RGB or grey");
    }

    /** Among pixels FF is followed by 0 or is a mark to restart from. */
    private int behindPixels(int from) {
        int end = from;
        while (byteAt(end) != 0xFF || byteAt(end + 1) == 0 || byteAt(end + 1) >= 0xD0 && byteAt(end + 1) <= 0xD7) end++;
        return end;
    }

    private int twoAt(int index) {
        return byteAt(index) << 8 | byteAt(index + 1);
    }

    private int byteAt(int index) {
        if (index >= file.length) throw refused("picture", "ends at byte " + file.length, "a whole JPEG");
        return file[index] & 0xFF;
    }
}
