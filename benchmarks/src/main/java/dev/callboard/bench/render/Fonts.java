package dev.callboard.bench.render;

import java.io.IOException;

/** The whole font files that every writer embeds a subset of. */
final class Fonts {
    static final String REGULAR = "/net/sf/jasperreports/fonts/dejavu/DejaVuSansCondensed.ttf";
    static final String BOLD = "/net/sf/jasperreports/fonts/dejavu/DejaVuSansCondensed-Bold.ttf";

    private Fonts() {}

    static byte[] read(String resource) throws IOException {
        try (var in = Fonts.class.getResourceAsStream(resource)) {
            if (in == null) throw new IOException("font missing on the class path: " + resource);
            return in.readAllBytes();
        }
    }
}
