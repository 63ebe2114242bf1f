package dev.callboard.report.render;

import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The two styles cut into one small font for each {@link Script}: which bucket and code a character has, how wide it is,
 * and the PDF objects of each bucket, compressed once. Made once per process, about half a second; safe for all threads.
 */
final class FontBuckets {
    /** Bucket of a character that no font has. */
    static final int NONE = -1;

    private static final FontBuckets ONCE = new FontBuckets();

    /** By UTF-16 unit: bucket, code in the bucket and, per style, advance in thousandths of an em. */
    private final byte[] bucketOf = new byte[0x10000];

    private final byte[] codeOf = new byte[0x10000];
    private final short[][] advanceOf = new short[Style.values().length][0x10000];
    private final BucketObjects[][] objects = new BucketObjects[Style.values().length][Script.values().length];

    /** @param font the dictionary up to its references, which the caller numbers */
    record BucketObjects(String font, String descriptor, byte[] fontFile, int fontFileLength, byte[] toUnicode) {}

    static FontBuckets get() {
        return ONCE;
    }

    private FontBuckets() {
        Arrays.fill(bucketOf, (byte) NONE);
        for (var style : Style.values()) {
            try (var font = read(style)) {
                for (var script : Script.values()) cut(font, style, script);
            } catch (IOException e) {
                throw new UncheckedIOException(style.resource(), e);
            }
        }
    }

    int bucket(char c) {
        return bucketOf[c];
    }

    int code(char c) {
        return codeOf[c] & 0xFF;
    }

    int advance(char c, Style style) {
        return advanceOf[style.ordinal()][c];
    }

    BucketObjects objects(Style style, Script script) {
        return objects[style.ordinal()][script.ordinal()];
    }

    private static TrueTypeFont read(Style style) throws IOException {
        try (var in = FontBuckets.class.getResourceAsStream(style.resource())) {
            if (in == null) throw new IOException("font missing on the class path: " + style.resource());
            return new TTFParser().parse(new RandomAccessReadBuffer(in));
        }
    }

    private void cut(TrueTypeFont font, Style style, Script script) throws IOException {
        var cmap = font.getUnicodeCmapLookup();
        var glyphs = new HashMap<Integer, Integer>();
        var characters = new TreeMap<Integer, Integer>();
        var widths = new int[256];
        int code = script == Script.BASE ? 0x20 : 0x21;
        for (int codePoint : script.codePoints) {
            int glyph = cmap.getGlyphId(codePoint);
            boolean taken = bucketOf[codePoint] != NONE && bucketOf[codePoint] != script.ordinal();
            if (glyph == 0 || taken) continue;
            while (script != Script.BASE && isSyntax(code)) code++;

            bucketOf[codePoint] = (byte) script.ordinal();
            codeOf[codePoint] = (byte) code;
            widths[code] = Math.round(font.getAdvanceWidth(glyph) * 1000f / font.getUnitsPerEm());
            advanceOf[style.ordinal()][codePoint] = (short) widths[code];
            glyphs.put(code, glyph);
            characters.put(code, codePoint);
            code++;
        }
        var file = new TrueTypeCut(font).cut(glyphs);
        objects[style.ordinal()][script.ordinal()] = new BucketObjects(
                fontDictionary(style, script, widths, characters),
                descriptor(font, style, script),
                Deflated.best(file),
                file.length,
                Deflated.best(toUnicode(characters).getBytes(StandardCharsets.US_ASCII)));
    }

    /** Parentheses and backslash would need escaping inside a string. */
    private static boolean isSyntax(int code) {
        return code == '(' || code == ')' || code == '\\';
    }

    private static String name(Style style, Script script) {
        return "CALLB" + (char) ('A' + script.ordinal()) + "+" + style.fontName;
    }

    private static String fontDictionary(Style style, Script script, int[] widths, TreeMap<Integer, Integer> codes) {
        var dictionary = new StringBuilder("<</Type/Font/Subtype/TrueType/BaseFont/" + name(style, script)
                + "/FirstChar " + codes.firstKey() + "/LastChar " + codes.lastKey() + "/Widths[");
        for (int code = codes.firstKey(); code <= codes.lastKey(); code++) {
            dictionary.append(widths[code]).append(code < codes.lastKey() ? " " : "]");
        }
        return dictionary.toString();
    }

    private static String descriptor(TrueTypeFont font, Style style, Script script) throws IOException {
        float toThousandths = 1000f / font.getUnitsPerEm();
        var head = font.getHeader();
        return "<</Type/FontDescriptor/FontName/%s/Flags 4/FontBBox[%d %d %d %d]/ItalicAngle 0/Ascent %d/Descent %d/CapHeight 729/StemV %d"
                .formatted(
                        name(style, script),
                        Math.round(head.getXMin() * toThousandths),
                        Math.round(head.getYMin() * toThousandths),
                        Math.round(head.getXMax() * toThousandths),
                        Math.round(head.getYMax() * toThousandths),
                        Math.round(font.getHorizontalHeader().getAscender() * toThousandths),
                        Math.round(font.getHorizontalHeader().getDescender() * toThousandths),
                        style.stem);
    }

    /** Lets a reader copy and search the text: code → character. */
    private static String toUnicode(Map<Integer, Integer> characters) {
        var map = new StringBuilder("""
                /CIDInit /ProcSet findresource begin 12 dict begin begincmap
                /CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def
                /CMapName /Adobe-Identity-UCS def /CMapType 2 def
                1 begincodespacerange <00><FF> endcodespacerange
                """);
        var entries = characters.entrySet().stream()
                .map(entry -> "<%02X><%04X>\n".formatted(entry.getKey(), entry.getValue()))
                .toList();
        for (int from = 0; from < entries.size(); from += 100) {
            var block = entries.subList(from, Math.min(from + 100, entries.size()));
            map.append(block.size()).append(" beginbfchar\n");
            block.forEach(map::append);
            map.append("endbfchar\n");
        }
        return map.append("endcmap CMapName currentdict /CMap defineresource pop end end\n")
                .toString();
    }
}
