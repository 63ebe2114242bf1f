package dev.callboard.report.render;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Turns drawn pages into a document: a prefix that many share, and the tail of this one. The tail stands behind the
 * prefix as an update does (PDF 32000-1, 7.5.6), so each says the places of its own objects only. Object numbers are
 * fixed: 1 catalog, 2 page tree, 3 information, 4 resources, then the parts, then the logo, then each
 * {@link NumberedFont}; pages follow. 2 and 3 differ by document: the prefix lists them as free.
 */
final class Frame {
    private static final int FIRST_PART = 5;

    private static final ThreadLocal<Bench> BENCH = ThreadLocal.withInitial(Bench::new);

    private final String language;
    private final @Nullable Picture logo;
    private final List<byte[]> parts = new ArrayList<>();
    private final int fontsOfParts;
    private final CodeTable codes;
    private final ConcurrentMap<Integer, Prefix> prefixes = new ConcurrentHashMap<>();

    /** @param firstOfTail number of the first object that belongs to pages */
    record Prefix(String name, byte[] bytes, int crossReferencesAt, int firstOfTail) {}

    /** What a thread keeps between documents, of whichever template. */
    private static final class Bench {
        final Canvas canvas = new Canvas();
        final Bytes content = new Bytes(16 * 1024);
        final Bytes compressed = new Bytes(8 * 1024);
        final Bytes tail = new Bytes(8 * 1024);
    }

    /**
     * @param parts what stands on every document, drawn by {@link Canvas#part} under its place in this list
     * @param sample content of a page, for its frequencies
     * @param logo drawn by {@link Canvas#logo}
     */
    Frame(String language, List<Canvas> parts, byte[] sample, @Nullable Picture logo) {
        this.language = language;
        this.logo = logo;
        int fonts = 0;
        var content = new Bytes(4 * 1024);
        for (var part : parts) {
            part.contentOf(0, content);
            this.parts.add(Deflated.best(content.toArray()));
            fonts |= part.fontsUsed();
        }
        this.fontsOfParts = fonts;
        this.codes = new CodeTable(sample);
    }

    /** For documents of which no two share more than their words; figures and the operators between them are as on slips. */
    static Frame ofReports(Language language, @Nullable Picture logo) {
        return new Frame(language.tag(), List.of(), PaySlipTemplate.sample(), logo);
    }

    /** An empty canvas of this thread; the one before it is spent. */
    Canvas canvas() {
        return BENCH.get().canvas.clear().withLogo(logo);
    }

    /** @param title as the reader's window shows it */
    Tail finish(Canvas canvas, String title) {
        var tools = BENCH.get();
        var prefix = prefix(canvas.fontsUsed() | fontsOfParts);
        var out = tools.tail.clear();
        int before = prefix.bytes.length;
        int pages = canvas.pageCount();
        int firstPage = prefix.firstOfTail;
        var offsets = new int[2 * pages];

        int pagesAt = before + out.length();
        out.add("2 0 obj\n<</Type/Pages/Count ").number(pages).add("/Kids[");
        for (int page = 0; page < pages; page++)
            out.number(firstPage + 2 * page).add(" 0 R ");
        out.add("]/MediaBox[0 0 595.28 841.89]/Resources 4 0 R>>\nendobj\n");

        int informationAt = before + out.length();
        out.add("3 0 obj\n<</Producer(Callboard)/Title ").textString(title).add(">>\nendobj\n");

        for (int page = 0; page < pages; page++) {
            int number = firstPage + 2 * page;
            offsets[2 * page] = before + out.length();
            out.number(number)
                    .add(" 0 obj\n<</Type/Page/Parent 2 0 R/Contents ")
                    .number(number + 1);
            out.add(" 0 R>>\nendobj\n");

            canvas.contentOf(page, tools.content);
            codes.deflate(tools.content, tools.compressed.clear());
            offsets[2 * page + 1] = before + out.length();
            out.number(number + 1).add(" 0 obj\n<</Filter/FlateDecode/Length ");
            out.number(tools.compressed.length()).add(">>\nstream\n").add(tools.compressed);
            out.add("\nendstream\nendobj\n");
        }

        int crossReferencesAt = before + out.length();
        out.add("xref\n2 2\n").entry(pagesAt).entry(informationAt);
        out.number(firstPage).add(' ').number(offsets.length).add('\n');
        for (int offset : offsets) out.entry(offset);
        out.trailer(firstPage + offsets.length, prefix.crossReferencesAt, crossReferencesAt);
        return new Tail(prefix.name, out.toArray(), pages);
    }

    byte[] prefix(String name) {
        return prefix(fontsOf(name)).bytes;
    }

    void merge(String title, Set<String> prefixes, Iterator<Tail> tails, OutputStream out) throws IOException {
        int fonts = fontsOfParts;
        for (var name : prefixes) fonts |= fontsOf(name);
        new MergedPdf(out, prefix(fonts)).write(title, tails);
    }

    /** A name says which fonts are in it, so that any process can make the bytes again: {@code fonts-1f}. */
    private static int fontsOf(String name) {
        if (!name.matches("fonts-[0-9a-f]{1,8}")) throw new IllegalArgumentException("prefix: " + name);
        return Integer.parseUnsignedInt(name.substring(6), 16);
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

        int catalogAt = out.length();
        out.add("1 0 obj\n<</Type/Catalog/Pages 2 0 R/Lang(" + language
                + ")/ViewerPreferences<</DisplayDocTitle true>>>>\nendobj\n");

        offsets.add(out.length());
        out.add("4 0 obj\n<</XObject<<");
        for (int part = 0; part < parts.size(); part++) out.add("/P" + part + " " + (FIRST_PART + part) + " 0 R");
        int logoAt = FIRST_PART + parts.size();
        if (logo != null) out.add("/L " + logoAt + " 0 R");
        out.add(">>/Font<<");
        int firstFont = logoAt + (logo == null ? 0 : logo.objects());
        var numbered = NumberedFont.of(bits(fonts), firstFont);
        for (var font : numbered) out.add("/F" + font.font() + " " + font.object() + " 0 R");
        out.add(">>>>\nendobj\n");

        for (int part = 0; part < parts.size(); part++) {
            offsets.add(out.length());
            out.stream(
                    FIRST_PART + part,
                    "/Type/XObject/Subtype/Form/BBox[0 0 595.28 841.89]/Resources 4 0 R",
                    parts.get(part));
        }
        if (logo != null) logo.write(out, logoAt, offsets);
        for (var font : numbered) font.write(out, offsets);
        int next = FIRST_PART - 1 + offsets.size();
        int crossReferencesAt = out.length();
        out.add("xref\n0 ").number(next).add('\n');
        out.add("0000000002 65535 f \n").entry(catalogAt).add("0000000003 00000 f \n0000000000 00000 f \n");
        for (int offset : offsets) out.entry(offset);
        out.trailer(next, -1, crossReferencesAt);
        return new Prefix("fonts-" + Integer.toHexString(fonts), out.toArray(), crossReferencesAt, next);
    }

    private static List<Integer> bits(int set) {
        var bits = new ArrayList<Integer>();
        for (int bit = 0; bit < 32; bit++) if ((set & 1 << bit) != 0) bits.add(bit);
        return bits;
    }
}
