package dev.callboard.report.render;

import java.util.zip.Deflater;

/** Compression at both ends of the scale: what is made once is made small, what is made per document is made fast. */
final class Deflated {
    private final Deflater fast = new Deflater(Deflater.BEST_SPEED);
    private final byte[] room = new byte[8 * 1024];

    static byte[] best(byte[] content) {
        try (var deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
            deflater.setInput(content);
            deflater.finish();
            var out = new Bytes(content.length / 2 + 64);
            var room = new byte[16 * 1024];
            while (!deflater.finished()) out.add(room, 0, deflater.deflate(room));
            return out.toArray();
        }
    }

    /** Compresses what {@code content} holds into {@code out}; the same bytes for the same content, whatever came before. */
    void fast(Bytes content, Bytes out) {
        fast.reset();
        fast.setInput(content.backing(), 0, content.length());
        fast.finish();
        while (!fast.finished()) out.add(room, 0, fast.deflate(room));
    }
}
