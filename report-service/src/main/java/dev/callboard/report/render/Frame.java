package dev.callboard.report.render;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Turns drawn pages into a document: a prefix that many share, and the tail of this one. Object numbers are fixed:
 * 1 catalog, 2 page tree, 3 information, 4 resources, 5 static content, then four objects for each font; pages follow.
 * 2 and 3 differ by document, so they stand in the tail; a reference may point forward.
 */
final class Frame {
    private static final int STATIC_CONTENT = 5;
    private static final int FIRST_FONT = 6;
    private static final int OBJECTS_PER_FONT = 4;

    private final String language;
    private final byte[] staticContent;
    private final int staticFonts;
    private final ConcurrentMap<Integer, Prefix> prefixes = new ConcurrentHashMap<>();
    private final ThreadLocal<Bench> bench = ThreadLocal.withInitial(Bench::new);

    /** @param firstOfTail number of the first object that belongs to pages */
    private record Prefix(String name, byte[] bytes, byte[] crossReferences, int firstOfTail) {}

    /** What a thread keeps between documents. */
    private static final class Bench {
        final Canvas canvas = new Canvas();
        final Bytes content = new Bytes(16 * 1024);
        final Bytes compressed = new Bytes(8 * 1024);
        final Bytes tail = new Bytes(8 * 1024);
        final Deflated deflated = new Deflated();
    }

    /** @param fixed what stands on every document's first page, drawn as {@code /S Do} */
    Frame(String language, Canvas fixed) {
        this.language = language;
        var content = new Bytes(4 * 1024);
        fixed.contentOf(0, content);
        this.staticContent = content.toArray();
        this.staticFonts = fixed.fontsUsed();
    }

    /** An empty canvas of this thread; the one before it is spent. */
    Canvas canvas() {
        return bench.get().canvas.clear();
    }

    /** @param title as the reader's window shows it */
    Tail finish(Canvas canvas, String title) {
        var tools = bench.get();
        var prefix = prefix(canvas.fontsUsed() | staticFonts);
        var out = tools.tail.clear();
        int pages = canvas.pageCount();
        int firstPage = prefix.firstOfTail;
        var offsets = new int[2 * pages];

        int pagesAt = prefix.bytes.length;
        out.add("2 0 obj\n<</Type/Pages/Count ").number(pages).add("/Kids[");
        for (int page = 0; page < pages; page++)
            out.number(firstPage + 2 * page).add(" 0 R ");
        out.add("]/MediaBox[0 0 595.28 841.89]/Resources 4 0 R>>\nendobj\n");

        int informationAt = prefix.bytes.length + out.length();
        out.add("3 0 obj\n<</Producer(Callboard)/Title ").textString(title).add(">>\nendobj\n");

        for (int page = 0; page < pages; page++) {
            int number = firstPage + 2 * page;
            offsets[2 * page] = prefix.bytes.length + out.length();
            out.number(number)
                    .add(" 0 obj\n<</Type/Page/Parent 2 0 R/Contents ")
                    .number(number + 1);
            out.add(" 0 R>>\nendobj\n");

            canvas.contentOf(page, tools.content);
            tools.deflated.fast(tools.content, tools.compressed.clear());
            offsets[2 * page + 1] = prefix.bytes.length + out.length();
            out.number(number + 1).add(" 0 obj\n<</Filter/FlateDecode/Length ");
            out.number(tools.compressed.length()).add(">>\nstream\n").add(tools.compressed);
            out.add("\nendstream\nendobj\n");
        }

        int crossReferencesAt = prefix.bytes.length + out.length();
        int size = firstPage + 2 * pages;
        out.add("xref\n0 ").number(size).add('\n').add(prefix.crossReferences, 0, 40);
        entry(out, pagesAt);
        entry(out, informationAt);
        out.add(prefix.crossReferences, 40, prefix.crossReferences.length - 40);
        for (int offset : offsets) entry(out, offset);
        out.add("trailer\n<</Size ").number(size).add("/Root 1 0 R/Info 3 0 R>>\nstartxref\n");
        out.number(crossReferencesAt).add("\n%%EOF\n");
        return new Tail(prefix.name, out.toArray(), pages);
    }

    byte[] prefix(String name) {
        return prefix(fontsOf(name)).bytes;
    }

    void merge(String title, Set<String> prefixes, Iterator<Tail> tails, OutputStream out) throws IOException {
        int fonts = staticFonts;
        for (var name : prefixes) fonts |= fontsOf(name);
        var all = prefix(fonts);
        new MergedPdf(out, all.firstOfTail).write(all.bytes, all.crossReferences, title, tails);
    }

    /** A name says which fonts are in it, so that any process can make the bytes again: {@code fonts-1f}. */
    private static int fontsOf(String name) {
        if (!name.matches("fonts-[0-9a-f]{1,4}")) throw new IllegalArgumentException("prefix: " + name);
        return Integer.parseInt(name.substring(6), 16);
    }

    private Prefix prefix(int fonts) {
        return prefixes.computeIfAbsent(fonts, this::make);
    }

    private Prefix make(int fonts) {
        var out = new Bytes(64 * 1024);
        var offsets = new ArrayList<Integer>();
        // The comment's four high bytes tell transfer programs that the file is binary (PDF 32000-1, 7.5.2).
        out.add("%PDF-1.7\n%")
                .add(new byte[] {(byte) 0xC3, (byte) 0xA5, (byte) 0xC3, (byte) 0xA4})
                .add('\n');

        offsets.add(out.length());
        out.add("1 0 obj\n<</Type/Catalog/Pages 2 0 R/Lang(" + language
                + ")/ViewerPreferences<</DisplayDocTitle true>>>>\nendobj\n");

        offsets.add(out.length());
        out.add("4 0 obj\n<</XObject<</S 5 0 R>>/Font<<");
        int object = FIRST_FONT;
        for (int font : bits(fonts)) {
            out.add("/F" + font + " " + object + " 0 R");
            object += OBJECTS_PER_FONT;
        }
        out.add(">>>>\nendobj\n");

        offsets.add(out.length());
        var form = Deflated.best(staticContent);
        out.add(STATIC_CONTENT + " 0 obj\n<</Type/XObject/Subtype/Form/BBox[0 0 595.28 841.89]/Resources 4 0 R"
                + "/Filter/FlateDecode/Length " + form.length + ">>\nstream\n");
        out.add(form).add("\nendstream\nendobj\n");

        object = FIRST_FONT;
        for (int font : bits(fonts)) {
            var bucket = FontBuckets.get().objects(Style.values()[font % 2], Script.values()[font / 2]);
            offsets.add(out.length());
            out.add(object + " 0 obj\n" + bucket.font() + "/FontDescriptor " + (object + 1) + " 0 R/ToUnicode "
                    + (object + 3) + " 0 R>>\nendobj\n");
            offsets.add(out.length());
            out.add((object + 1) + " 0 obj\n" + bucket.descriptor() + "/FontFile2 " + (object + 2)
                    + " 0 R>>\nendobj\n");
            offsets.add(out.length());
            stream(out, object + 2, "/Length1 " + bucket.fontFileLength(), bucket.fontFile());
            offsets.add(out.length());
            stream(out, object + 3, "", bucket.toUnicode());
            object += OBJECTS_PER_FONT;
        }
        var crossReferences = new Bytes(20 * (offsets.size() + 1)).add("0000000000 65535 f \n");
        for (int offset : offsets) entry(crossReferences, offset);
        return new Prefix("fonts-" + Integer.toHexString(fonts), out.toArray(), crossReferences.toArray(), object);
    }

    private static void stream(Bytes out, int number, String more, byte[] content) {
        out.add(number + " 0 obj\n<</Filter/FlateDecode/Length " + content.length + more + ">>\nstream\n");
        out.add(content).add("\nendstream\nendobj\n");
    }

    private static void entry(Bytes out, int offset) {
        out.offset(offset).add(" 00000 n \n");
    }

    private static List<Integer> bits(int set) {
        var bits = new ArrayList<Integer>();
        for (int bit = 0; bit < 32; bit++) if ((set & 1 << bit) != 0) bits.add(bit);
        return bits;
    }
}
