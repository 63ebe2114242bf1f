package dev.callboard.report.render;

import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.TreeMap;

/**
 * The two styles cut into one small font for each {@link Script}: which bucket and code a character has, how wide it is,
 * and the PDF objects of each bucket, compressed once. Made once per process, about half a second; safe for all threads.
 */
final class FontBuckets {
    /** Glyph of a character that no font has. */
    static final int NONE = 0;

    private static final int KNOWN = 1 << 31;
    private static final int SYNTAX = 1 << 30;

    private static final FontBuckets ONCE = new FontBuckets();

    /** By style and UTF-16 unit, packed: advance in thousandths of an em 0–15, code 16–23, font 24–28. */
    private final int[][] glyphs = new int[Style.values().length][0x10000];

    private final BucketObjects[] objects = new BucketObjects[Style.values().length * Script.values().length];

    /** @param font the dictionary up to its references, which the caller numbers */
    record BucketObjects(String font, String descriptor, byte[] fontFile, int fontFileLength, byte[] toUnicode) {}

    static FontBuckets get() {
        return ONCE;
    }

    private FontBuckets() {
        for (var style : Style.values()) {
            try (var font = read(style)) {
                for (var script : Script.values()) cut(font, style, script);
            } catch (IOException e) {
                throw new UncheckedIOException(style.resource(), e);
            }
        }
    }

    /** What each character is drawn with in this style; read with the functions below. Not to be written to. */
    int[] glyphs(Style style) {
        return glyphs[style.ordinal()];
    }

    static int advance(int glyph) {
        return glyph & 0xFFFF;
    }

    static int code(int glyph) {
        return glyph >> 16 & 0xFF;
    }

    /** Number of the font, one for each script and style. */
    static int font(int glyph) {
        return glyph >> 24 & 0x1F;
    }

    /** Whether the code means something inside a PDF string. */
    static boolean isSyntax(int glyph) {
        return (glyph & SYNTAX) != 0;
    }

    BucketObjects objects(int font) {
        return objects[font];
    }

    static int fontNumber(Script script, Style style) {
        return script.ordinal() * Style.values().length + style.ordinal();
    }

    private static TrueTypeFont read(Style style) throws IOException {
        try (var in = FontBuckets.class.getResourceAsStream(style.resource())) {
            if (in == null) throw new IOException("font missing on the class path: " + style.resource());
            return new TTFParser().parse(new RandomAccessReadBuffer(in));
        }
    }

    private void cut(TrueTypeFont from, Style style, Script script) throws IOException {
        var cmap = from.getUnicodeCmapLookup();
        var of = glyphs[style.ordinal()];
        var byCode = new HashMap<Integer, Integer>();
        var characters = new TreeMap<Integer, Integer>();
        var widths = new int[256];
        int code = script == Script.BASE ? 0x20 : 0x21;
        for (int codePoint : script.codePoints) {
            int glyph = cmap.getGlyphId(codePoint);
            int font = fontNumber(script, style);
            boolean taken = of[codePoint] != NONE && font(of[codePoint]) != font;
            if (glyph == 0 || taken) continue;
            while (script != Script.BASE && isSyntaxCode(code)) code++;

            widths[code] = Math.round(from.getAdvanceWidth(glyph) * 1000f / from.getUnitsPerEm());
            of[codePoint] = KNOWN | (isSyntaxCode(code) ? SYNTAX : 0) | font << 24 | code << 16 | widths[code];
            byCode.put(code, glyph);
            characters.put(code, codePoint);
            code++;
        }
        var file = new TrueTypeCut(from).cut(byCode);
        objects[fontNumber(script, style)] = new BucketObjects(
                fontDictionary(style, script, widths, characters),
                descriptor(from, style, script),
                Deflated.best(file),
                file.length,
                Deflated.best(toUnicode(characters).getBytes(StandardCharsets.US_ASCII)));
    }

    /** Parentheses and backslash would need escaping inside a string. */
    private static boolean isSyntaxCode(int code) {
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

    /** Lets a reader copy and search the text: code → character, by runs of both. */
    private static String toUnicode(TreeMap<Integer, Integer> characters) {
        var map = new StringBuilder("""
                /CIDInit /ProcSet findresource begin 12 dict begin begincmap
                /CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def
                /CMapName /Adobe-Identity-UCS def /CMapType 2 def
                1 begincodespacerange <00><FF> endcodespacerange
                """);
        var ranges = new ArrayList<String>();
        int first = -1;
        for (int code : characters.keySet()) {
            boolean goesOn = first >= 0 && characters.get(code) - characters.get(first) == code - first;
            if (!goesOn) first = code;
            Integer next = characters.get(code + 1);
            if (next == null || next - characters.get(first) != code + 1 - first) {
                ranges.add("<%02X><%02X><%04X>\n".formatted(first, code, characters.get(first)));
                first = -1;
            }
        }
        for (int from = 0; from < ranges.size(); from += 100) {
            var block = ranges.subList(from, Math.min(from + 100, ranges.size()));
            map.append(block.size()).append(" beginbfrange\n");
            block.forEach(map::append);
            map.append("endbfrange\n");
        }
        return map.append("endcmap CMapName currentdict /CMap defineresource pop end end\n")
                .toString();
    }
}
