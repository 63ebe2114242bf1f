package dev.callboard.report.render;

import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * The pages of one document while it is drawn. Lengths are hundredths of a point; x runs from the left edge of the
 * paper, y from its top down. Belongs to one thread at a time and is reused by it.
 */
final class Canvas {
    static final int PAGE_HEIGHT = 84189;

    /** The margins: a rule from one to the other is the most frequent thing on a page and is written shorter. */
    static final int LEFT = 3600;

    static final int RIGHT = 55928;

    /** Around the logo, above and below. */
    private static final int LOGO_GAP = 200;

    private final FontBuckets fonts = FontBuckets.get();
    private final List<Page> pages = new ArrayList<>();
    private int count;
    private Page page;
    private int fontsUsed;
    private @Nullable Picture logo;
    private @Nullable MissingCharacters missing;

    /** What is drawn with what, apart: no pen need be put down for another. */
    private static final class Page {
        final Bytes parts = new Bytes(256);
        final Bytes wideRules = new Bytes(2 * 1024);
        final Bytes rules = new Bytes(1024);
        final TextLines text = new TextLines();
    }

    Canvas() {
        page = turn();
    }

    Canvas clear() {
        count = 0;
        fontsUsed = 0;
        missing = null;
        page = turn();
        return this;
    }

    /** From here on a character that no font has is replaced and named, see {@link #missing}, instead of refused. */
    Canvas replacing() {
        missing = new MissingCharacters();
        return this;
    }

    /**
     * Which characters were replaced so far, in a sentence for the end of the paper; empty without any.
     *
     * @param ahead what will be drawn behind it
     */
    String missing(Words words, String... ahead) {
        if (missing == null) return "";
        for (var text : ahead) composed(Style.REGULAR, text);
        return missing.note(words);
    }

    /** Which one its document has in the prefix; null: none. */
    Canvas withLogo(@Nullable Picture logo) {
        this.logo = logo;
        return this;
    }

    int pageCount() {
        return count;
    }

    /** A new empty page, which is drawn on from now on. */
    void newPage() {
        page = turn();
    }

    /** Back to a page that is already there, for its foot. */
    void turnTo(int number) {
        page = pages.get(number);
    }

    /** Bits by {@link Script} and {@link Style}: which fonts the text so far needs. */
    int fontsUsed() {
        return fontsUsed;
    }

    private Page turn() {
        if (count == pages.size()) pages.add(new Page());
        var fresh = pages.get(count++);
        fresh.parts.clear();
        fresh.wideRules.clear();
        fresh.rules.clear();
        fresh.text.clear();
        return fresh;
    }

    /** @return where the text ends */
    int text(int x, int baseline, Style style, int size, String text) {
        if (text.isEmpty()) return x;
        var line = composed(style, text);
        fontsUsed |= page.text.show(fonts.glyphs(style), x, PAGE_HEIGHT - baseline, size, line);
        return x + widthOf(style, size, line);
    }

    void textRight(int right, int baseline, Style style, int size, String text) {
        if (text.isEmpty()) return;
        var line = composed(style, text);
        int x = right - widthOf(style, size, line);
        fontsUsed |= page.text.show(fonts.glyphs(style), x, PAGE_HEIGHT - baseline, size, line);
    }

    int width(Style style, int size, String text) {
        return widthOf(style, size, composed(style, text));
    }

    private int widthOf(Style style, int size, String line) {
        var glyphs = fonts.glyphs(style);
        long width = 0; // of 4,000 characters without a space it is more than an int holds, in thousandths
        for (int at = 0; at < line.length(); at++) width += FontBuckets.advance(glyphs[line.charAt(at)]);
        return (int) (width * size / 1000);
    }

    void rule(int left, int right, int y, int thickness) {
        if (left == LEFT && right == RIGHT) {
            page.wideRules
                    .add("0 ")
                    .hundredths(PAGE_HEIGHT - y - thickness)
                    .add(" 1 ")
                    .hundredths(thickness);
            page.wideRules.add(" re\n");
        } else {
            box(left, y, right - left, thickness);
        }
    }

    /** The bar of a changed line, hanging in the margin. */
    void bar(int x, int top, int bottom, int thickness) {
        box(x, top, thickness, bottom - top);
    }

    /** A QR code with this side; what is dark along a row is one box. */
    void code(int x, int y, int side, QrCode code) {
        for (int row = 0; row < code.size(); row++) {
            int top = y + row * side / code.size();
            int bottom = y + (row + 1) * side / code.size();
            for (int from = 0; from < code.size(); from++) {
                if (!code.isDark(from, row)) continue;
                int to = from;
                while (to < code.size() && code.isDark(to, row)) to++;
                int left = x + from * side / code.size();
                box(left, top, x + to * side / code.size() - left, bottom - top);
                from = to;
            }
        }
    }

    /** A part that every document of the kind has, compressed once in the prefix, with its origin at this point. */
    void part(int number, int x, int y) {
        if (x == 0 && y == 0) {
            page.parts.add("/P").number(number).add(" Do\n");
        } else {
            page.parts.add("q 1 0 0 1 ").hundredths(x).add(' ').hundredths(-y);
            page.parts.add(" cm/P").number(number).add(" Do Q\n");
        }
    }

    /** The logo, if the document has one, between this top and {@link #belowLogo}. */
    void logo(int x, int top) {
        if (logo == null) return;
        page.parts.add("q ").hundredths(logo.printedWidth()).add(" 0 0 ").hundredths(logo.printedHeight());
        page.parts.add(' ').hundredths(x).add(' ').hundredths(PAGE_HEIGHT - top - LOGO_GAP - logo.printedHeight());
        page.parts.add(" cm/L Do Q\n");
    }

    /** @return where what stands under the logo begins; without a logo at the top itself */
    int belowLogo(int top) {
        return logo == null ? top : top + logo.printedHeight() + 2 * LOGO_GAP;
    }

    /** Text in lines no wider than {@code width}: broken at spaces, and inside a word only where one word is too wide. */
    List<String> lines(Style style, int size, int width, String said) {
        var text = composed(style, said);
        if (width(style, size, text) <= width) return List.of(text);
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.split(" ")) {
            var joined = line.isEmpty() ? word : line + " " + word;
            if (width(style, size, joined) <= width) {
                line.setLength(0);
                line.append(joined);
                continue;
            }
            if (!line.isEmpty()) lines.add(line.toString());
            line.setLength(0);
            for (int at = 0; at < word.length(); at++) {
                if (width(style, size, line.toString() + word.charAt(at)) > width && !line.isEmpty()) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(word.charAt(at));
            }
        }
        if (!line.isEmpty()) lines.add(line.toString());
        return lines;
    }

    /** The finished content of one page: parts, rules, then the text as one text object. */
    void contentOf(int number, Bytes out) {
        var of = pages.get(number);
        out.clear().add(of.parts);
        if (of.rules.length() > 0) out.add(of.rules).add("f\n");
        if (of.wideRules.length() > 0) {
            // The frame's width becomes the unit, so each of these says its height and thickness only.
            out.add("q ")
                    .hundredths(RIGHT - LEFT)
                    .add(" 0 0 1 ")
                    .hundredths(LEFT)
                    .add(" 0 cm\n");
            out.add(of.wideRules).add("f Q\n");
        }
        out.add("BT\n").add(of.text.finished()).add("\nET");
    }

    private void box(int x, int y, int width, int height) {
        page.rules.hundredths(x).add(' ').hundredths(PAGE_HEIGHT - y - height).add(' ');
        page.rules.hundredths(width).add(' ').hundredths(height).add(" re\n");
    }

    /** Letters and their marks as one character, where there is one: the buckets know no loose marks. */
    String composed(Style style, String text) {
        var glyphs = fonts.glyphs(style);
        for (int at = 0; at < text.length(); at++) {
            if (glyphs[text.charAt(at)] == FontBuckets.NONE)
                return known(style, Normalizer.normalize(text, Normalizer.Form.NFC));
        }
        return text;
    }

    private String known(Style style, String line) {
        var glyphs = fonts.glyphs(style);
        for (int at = 0; at < line.length(); at++) {
            if (glyphs[line.charAt(at)] != FontBuckets.NONE) continue;
            if (missing != null) return missing.replaced(glyphs, line);
            throw new DrawingFailed("\"%s\": the fonts have no form for U+%04X (expected: %s)"
                    .formatted(line, line.codePointAt(at), Characters.EXPECTED));
        }
        return line;
    }
}
