package dev.callboard.report.render;

import org.apache.fontbox.ttf.TrueTypeFont;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Cuts a TrueType font down to some glyphs, without hints, addressed by one-byte codes. The tables are those of the
 * OpenType specification; cmap is given twice, (1,0) and (3,0), because viewers differ in which they ask for a symbolic
 * font (PDF 32000-1, 9.6.6.4).
 */
final class TrueTypeCut {
    private static final int WE_HAVE_INSTRUCTIONS = 0x0100;
    private static final int MORE_COMPONENTS = 0x0020;
    private static final int ARGS_ARE_WORDS = 0x0001;
    private static final int ONE_SCALE = 0x0008;
    private static final int TWO_SCALES = 0x0040;
    private static final int TWO_BY_TWO = 0x0080;

    private final TrueTypeFont font;
    private final byte[] outlines;
    private final long[] offsets;

    /** Glyph ids of the font in the order of their new ids; glyph 0, .notdef, always first. */
    private final List<Integer> kept = new ArrayList<>();

    private final Map<Integer, Integer> newIds = new HashMap<>();

    TrueTypeCut(TrueTypeFont font) throws IOException {
        this.font = font;
        this.outlines = font.getTableBytes(font.getTableMap().get("glyf"));
        this.offsets = font.getIndexToLocation().getOffsets();
        keep(0);
    }

    /** @param glyphs glyph id of the font for each code */
    byte[] cut(Map<Integer, Integer> glyphs) throws IOException {
        var codes = new TreeMap<Integer, Integer>();
        glyphs.forEach((code, glyph) -> codes.put(code, keep(glyph)));

        var written = new ArrayList<byte[]>();
        // Components of composite glyphs are kept on the way, so the map grows while it is walked.
        for (int next = 0; next < kept.size(); next++) {
            written.add(withoutHints(kept.get(next)));
        }
        var tables = new TreeMap<String, byte[]>();
        tables.put("cmap", cmap(codes));
        tables.put("glyf", concat(written));
        tables.put("loca", loca(written));
        tables.put("hmtx", hmtx());
        tables.put("hhea", patched("hhea", 34, kept.size()));
        tables.put("maxp", maxp());
        tables.put("head", head());
        return assemble(tables);
    }

    private int keep(int glyph) {
        var known = newIds.putIfAbsent(glyph, kept.size());
        if (known != null) return known;
        kept.add(glyph);
        return kept.size() - 1;
    }

    private byte[] withoutHints(int glyph) {
        int from = (int) offsets[glyph];
        int to = (int) offsets[glyph + 1];
        if (from == to) return new byte[0];

        var in = ByteBuffer.wrap(outlines, from, to - from).slice();
        return in.getShort(0) >= 0 ? simple(in) : composite(in);
    }

    private static byte[] simple(ByteBuffer in) {
        int instructionsAt = 10 + 2 * in.getShort(0);
        int instructions = in.getShort(instructionsAt) & 0xFFFF;
        int rest = instructionsAt + 2 + instructions;
        var out = ByteBuffer.allocate(in.limit() - instructions);
        out.put(in.slice(0, instructionsAt)).putShort((short) 0).put(in.slice(rest, in.limit() - rest));
        return out.array();
    }

    private byte[] composite(ByteBuffer in) {
        var out = ByteBuffer.allocate(in.limit());
        out.put(in.slice(0, 10));
        in.position(10);
        int flags;
        do {
            flags = in.getShort() & 0xFFFF;
            out.putShort((short) (flags & ~WE_HAVE_INSTRUCTIONS));
            out.putShort((short) keep(in.getShort() & 0xFFFF));
            int more = (flags & ARGS_ARE_WORDS) != 0 ? 4 : 2;
            if ((flags & ONE_SCALE) != 0) more += 2;
            else if ((flags & TWO_SCALES) != 0) more += 4;
            else if ((flags & TWO_BY_TWO) != 0) more += 8;
            out.put(in.slice(in.position(), more));
            in.position(in.position() + more);
        } while ((flags & MORE_COMPONENTS) != 0);
        return Arrays.copyOf(out.array(), out.position());
    }

    private static byte[] concat(List<byte[]> glyphs) {
        var out = new ByteArrayOutputStream();
        for (var glyph : glyphs) {
            out.writeBytes(glyph);
            if (glyph.length % 2 != 0) out.write(0);
        }
        return out.toByteArray();
    }

    /** Short offsets: a bucket is far below the 128 KiB that they reach. */
    private static byte[] loca(List<byte[]> glyphs) {
        var out = ByteBuffer.allocate(2 * (glyphs.size() + 1));
        int at = 0;
        for (var glyph : glyphs) {
            out.putShort((short) (at / 2));
            at += (glyph.length + 1) / 2 * 2;
        }
        return out.putShort((short) (at / 2)).array();
    }

    private byte[] hmtx() throws IOException {
        var out = ByteBuffer.allocate(4 * kept.size());
        for (int glyph : kept) {
            out.putShort((short) font.getAdvanceWidth(glyph));
            out.putShort((short) font.getHorizontalMetrics().getLeftSideBearing(glyph));
        }
        return out.array();
    }

    private byte[] patched(String table, int at, int value) throws IOException {
        var bytes = font.getTableBytes(font.getTableMap().get(table)).clone();
        ByteBuffer.wrap(bytes).putShort(at, (short) value);
        return bytes;
    }

    /** Number of glyphs; nothing is left that needs storage, functions or a stack. */
    private byte[] maxp() throws IOException {
        var bytes = patched("maxp", 4, kept.size());
        var out = ByteBuffer.wrap(bytes);
        for (int at = 14; at <= 26; at += 2) out.putShort(at, (short) 0);
        out.putShort(14, (short) 1); // maxZones: at least one
        return bytes;
    }

    private byte[] head() throws IOException {
        var bytes = patched("head", 50, 0); // short loca
        ByteBuffer.wrap(bytes).putInt(8, 0); // checkSumAdjustment, set when the file is assembled
        return bytes;
    }

    private static byte[] cmap(TreeMap<Integer, Integer> codes) throws IOException {
        var macintosh = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(macintosh)) {
            out.writeShort(0);
            out.writeShort(262);
            out.writeShort(0);
            for (int code = 0; code < 256; code++) {
                // Format 0 has one byte for a glyph; components raise the ids of later glyphs, never of coded ones.
                out.write(codes.getOrDefault(code, 0));
            }
        }
        var symbol = symbol(codes);
        var table = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(table)) {
            out.writeShort(0);
            out.writeShort(2);
            out.writeShort(1);
            out.writeShort(0);
            out.writeInt(20);
            out.writeShort(3);
            out.writeShort(0);
            out.writeInt(20 + macintosh.size());
            macintosh.writeTo(out);
            out.write(symbol);
        }
        return table.toByteArray();
    }

    /** Format 4, a segment for each run of codes whose glyphs follow one another: nearly all of them, so it is short. */
    private static byte[] symbol(TreeMap<Integer, Integer> codes) throws IOException {
        var runs = new TreeMap<Integer, Integer>(); // first code → last code
        int first = codes.firstKey();
        for (int code : codes.keySet()) {
            boolean goesOn = codes.containsKey(code - 1) && codes.get(code) - codes.get(code - 1) == 1;
            if (!goesOn) first = code;
            runs.put(first, code);
        }
        int segments = runs.size() + 1;
        int highest = Integer.highestOneBit(segments);
        var table = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(table)) {
            out.writeShort(4);
            out.writeShort(16 + 8 * segments);
            out.writeShort(0);
            out.writeShort(2 * segments);
            out.writeShort(2 * highest);
            out.writeShort(Integer.numberOfTrailingZeros(highest));
            out.writeShort(2 * (segments - highest));
            for (int last : runs.values()) out.writeShort(0xF000 + last);
            out.writeShort(0xFFFF);
            out.writeShort(0);
            for (int from : runs.keySet()) out.writeShort(0xF000 + from);
            out.writeShort(0xFFFF);
            for (int from : runs.keySet()) out.writeShort(codes.get(from) - (0xF000 + from));
            out.writeShort(1);
            for (int segment = 0; segment < segments; segment++) out.writeShort(0);
        }
        return table.toByteArray();
    }

    private static byte[] assemble(TreeMap<String, byte[]> tables) throws IOException {
        int count = tables.size();
        int highest = Integer.highestOneBit(count);
        var file = new ByteArrayOutputStream();
        int offset = 12 + 16 * count;
        int headAt = 0;
        try (var out = new DataOutputStream(file)) {
            out.writeInt(0x00010000);
            out.writeShort(count);
            out.writeShort(16 * highest);
            out.writeShort(Integer.numberOfTrailingZeros(highest));
            out.writeShort(16 * (count - highest));
            for (var table : tables.entrySet()) {
                out.writeBytes(table.getKey());
                out.writeInt(checksum(table.getValue()));
                out.writeInt(offset);
                out.writeInt(table.getValue().length);
                if (table.getKey().equals("head")) headAt = offset;
                offset += padded(table.getValue().length);
            }
            for (var bytes : tables.values()) {
                out.write(bytes);
                for (int pad = bytes.length; pad < padded(bytes.length); pad++) out.write(0);
            }
        }
        var bytes = file.toByteArray();
        ByteBuffer.wrap(bytes).putInt(headAt + 8, 0xB1B0AFBA - checksum(bytes));
        return bytes;
    }

    private static int padded(int length) {
        return (length + 3) / 4 * 4;
    }

    private static int checksum(byte[] bytes) {
        var in = ByteBuffer.wrap(Arrays.copyOf(bytes, padded(bytes.length)));
        int sum = 0;
        while (in.hasRemaining()) sum += in.getInt();
        return sum;
    }
}
