package dev.callboard.report.render;

import java.util.stream.IntStream;

/** The fixed buckets that fonts are cut into. What a bucket holds is part of every template's version. */
enum Script {
    /** What the words of a document need in any of its languages; a name of those languages needs no other. */
    BASE(IntStream.concat(IntStream.rangeClosed(0x20, 0x7E), "\u00A0·×–‘’“”„•−ÅåÄäÖöÜüß".codePoints())),
    SYMBOLS("§°±½—…€→■□▲△◆○●".codePoints()),
    /** Danish and Norwegian, and the other vowels with two dots. */
    NORTHERN("ÆæØøËëÏï".codePoints()),
    /** Spanish, Icelandic, Polish, Czech, Slovak, Hungarian, Romanian, Croatian, Slovene. */
    ACCENTED("ÁáÂâÉéÍíÎîÓóÚúÝýÑñÐðÞþĄąĆćČčĎďĐđĘęĚěŁłŃńŇňŐőŘřŚśŠšŤťŮůŰűŹźŻżŽžĂăȘșȚț".codePoints()),
    /** The other letters of Latin-1, for French, Italian and Portuguese, and those of Turkish. */
    WESTERN(IntStream.concat(IntStream.rangeClosed(0xC0, 0xFF).filter(Character::isLetter), "ĞğİıŞş".codePoints())),
    SIGNS(IntStream.rangeClosed(0xA1, 0xFF)),
    LATIN_EXTENDED(IntStream.concat(IntStream.rangeClosed(0x100, 0x17F), IntStream.rangeClosed(0x218, 0x21B))),
    GREEK(IntStream.rangeClosed(0x384, 0x3CE)),
    GREEK_EXTENDED(IntStream.rangeClosed(0x370, 0x3FF)),
    RUSSIAN(IntStream.concat(IntStream.rangeClosed(0x410, 0x44F), "Ёё".codePoints())),
    CYRILLIC(IntStream.rangeClosed(0x400, 0x45F)),
    CYRILLIC_EXTENDED(IntStream.rangeClosed(0x48A, 0x4FF)),
    VIETNAMESE(IntStream.concat(IntStream.of(0x1A0, 0x1A1, 0x1AF, 0x1B0), IntStream.rangeClosed(0x1E80, 0x1EF9)));

    /** Code points in the order of their codes; a font may lack some. A code point belongs to the first bucket that lists it. */
    final int[] codePoints;

    Script(IntStream codePoints) {
        this.codePoints = codePoints.toArray();
    }
}
