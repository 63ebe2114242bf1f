package dev.callboard.report.render;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * The reference workload as a kind like any other: what all rows of an image share is the head of its PNG, the tail of a
 * row are its points, and the rows joined are the image. A point is the count modulo 32: the colours repeat after that,
 * as (i%8·32, i%16·16, i%32·8).
 */
public final class MandelbrotTemplate implements Template<MandelbrotRow> {
    private static final int COLOURS = 32;
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    @Override
    public String version() {
        return "mandelbrot/1";
    }

    @Override
    public Tail draw(MandelbrotRow row) {
        var counts = Mandelbrot.row(row.y(), row.width(), row.height(), row.iterations());
        var points = new byte[row.width()];
        for (int x = 0; x < points.length; x++) points[x] = (byte) (counts[x] % COLOURS);
        return new Tail(row.width() + "-" + row.height(), points, 1);
    }

    /** PNG (RFC 2083): signature, header and palette. */
    @Override
    public byte[] prefix(String name) {
        var size = name.split("-");
        var bytes = new ByteArrayOutputStream();
        var head = new ByteArrayOutputStream();
        try {
            var data = new DataOutputStream(head);
            data.writeInt(Integer.parseInt(size[0]));
            data.writeInt(Integer.parseInt(size[1]));
            data.write(new byte[] {8, 3, 0, 0, 0}); // 8 bits, palette, deflate, filter per row, not interlaced
            bytes.write(SIGNATURE);
            chunk(bytes, "IHDR", head.toByteArray());
            chunk(bytes, "PLTE", palette());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] palette() {
        var colours = new byte[3 * COLOURS];
        for (int i = 0; i < COLOURS; i++) {
            colours[3 * i] = (byte) (i % 8 * 32);
            colours[3 * i + 1] = (byte) (i % 16 * 16);
            colours[3 * i + 2] = (byte) (i % 32 * 8);
        }
        return colours;
    }

    @Override
    public void merge(String title, Set<String> prefixes, Iterator<Tail> tails, OutputStream out) throws IOException {
        for (var name : prefixes) out.write(prefix(name)); // the rows of one image share one
        var deflater = new Deflater(Deflater.BEST_SPEED);
        try (var points = new DeflaterOutputStream(new ImageData(out), deflater, 1 << 15)) {
            while (tails.hasNext()) {
                points.write(0); // not filtered
                points.write(tails.next().bytes());
            }
        } finally {
            deflater.end();
        }
        chunk(out, "IEND", new byte[0]);
    }

    /** Each buffer that comes is a chunk; what it is written to stays open. */
    private static final class ImageData extends OutputStream {
        private final OutputStream out;

        ImageData(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (length > 0) chunk(out, "IDAT", Arrays.copyOfRange(bytes, from, from + length));
        }
    }

    private static void chunk(OutputStream out, String type, byte[] content) throws IOException {
        var crc = new CRC32();
        crc.update(type.getBytes(US_ASCII));
        crc.update(content);
        var data = new DataOutputStream(out);
        data.writeInt(content.length);
        data.write(type.getBytes(US_ASCII));
        data.write(content);
        data.writeInt((int) crc.getValue());
    }
}
