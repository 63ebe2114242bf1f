package dev.callboard.report.render;

import java.util.zip.Deflater;

/** Compression of what is made once: as small as it gets. What is made per document takes a {@link CodeTable}. */
final class Deflated {
    private Deflated() {}

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
}
