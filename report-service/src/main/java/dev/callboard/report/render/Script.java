package dev.callboard.report.render;

import java.util.stream.IntStream;

/** The fixed buckets that fonts are cut into. What a bucket holds is part of every template's version. */
enum Script {
    BASE(IntStream.concat(
            IntStream.rangeClosed(0x20, 0x7E),
            IntStream.of(
                    0xA0, 0xA7, 0xB0, 0xB1, 0xB7, 0xBD, 0xD7, 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x201E,
                    0x2022, 0x2026, 0x20AC, 0x2192, 0x2212, 0x25A0, 0x25A1, 0x25B2, 0x25B3, 0x25C6, 0x25CB, 0x25CF))),
    LATIN1(IntStream.rangeClosed(0xA1, 0xFF)),
    LATIN_EXTENDED(IntStream.concat(IntStream.rangeClosed(0x100, 0x17F), IntStream.rangeClosed(0x218, 0x21B))),
    GREEK(IntStream.rangeClosed(0x370, 0x3FF)),
    CYRILLIC(IntStream.concat(IntStream.rangeClosed(0x400, 0x45F), IntStream.rangeClosed(0x48A, 0x4FF))),
    VIETNAMESE(IntStream.concat(IntStream.of(0x1A0, 0x1A1, 0x1AF, 0x1B0), IntStream.rangeClosed(0x1E80, 0x1EF9)));

    /** Code points in the order of their codes; a font may lack some. A code point belongs to the first bucket that lists it. */
    final int[] codePoints;

    Script(IntStream codePoints) {
        this.codePoints = codePoints.toArray();
    }
}
