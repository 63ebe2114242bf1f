package dev.callboard.report.render;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * The pages of one document while it is drawn. Lengths are hundredths of a point; x runs from the left edge of the
 * paper, y from its top down. Belongs to one thread at a time and is reused by it.
 */
final class Canvas {
    static final int PAGE_WIDTH = 59528;
    static final int PAGE_HEIGHT = 84189;

    private final FontBuckets fonts = FontBuckets.get();
    private final List<Page> pages = new ArrayList<>();
    private int count;
    private Page page;
    private int scripts;

    /** Rules and text of a page apart: the pen of the text need not be put down for a rule. */
    private static final class Page {
        final Bytes rules = new Bytes(2 * 1024);
        final Bytes text = new Bytes(8 * 1024);
        int font = -1;
        int size = -1;
        int penX;
        int penY;
    }

    Canvas() {
        page = turn();
    }

    Canvas clear() {
        count = 0;
        scripts = 0;
        page = turn();
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
        return scripts;
    }

    private Page turn() {
        if (count == pages.size()) pages.add(new Page());
        var fresh = pages.get(count++);
        fresh.rules.clear();
        fresh.text.clear();
        fresh.font = -1;
        fresh.size = -1;
        fresh.penX = 0;
        fresh.penY = 0;
        return fresh;
    }

    /** @return where the text ends */
    int text(int x, int baseline, Style style, int size, String text) {
        if (text.isEmpty()) return x;
        var line = composed(text);
        moveTo(x, PAGE_HEIGHT - baseline);
        int width = 0;
        for (int at = 0; at < line.length(); ) {
            int bucket = bucketAt(line, at);
            int end = at + 1;
            while (end < line.length() && bucketAt(line, end) == bucket) end++;
            width += run(line, at, end, bucket, style, size);
            at = end;
        }
        return x + width * size / 1000;
    }

    void textRight(int right, int baseline, Style style, int size, String text) {
        var line = composed(text);
        text(right - width(style, size, line), baseline, style, size, line);
    }

    int width(Style style, int size, String text) {
        int width = 0;
        var line = composed(text);
        for (int at = 0; at < line.length(); at++) width += fonts.advance(line.charAt(at), style);
        return width * size / 1000;
    }

    void rule(int left, int right, int y, int thickness) {
        box(left, y, right - left, thickness);
    }

    /** The bar of a changed line, hanging in the margin. */
    void bar(int x, int top, int bottom, int thickness) {
        box(x, top, thickness, bottom - top);
    }

    /** The content that every document of the kind has, compressed once in the prefix. */
    void fixedContent() {
        page.rules.add("/S Do\n");
    }

    /** Text in lines no wider than {@code width}: broken at spaces, and inside a word only where one word is too wide. */
    List<String> lines(Style style, int size, int width, String text) {
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

    /** The finished content of one page: rules first, then the text as one text object. */
    void contentOf(int number, Bytes out) {
        var of = pages.get(number);
        out.clear().add(of.rules).add("BT\n").add(of.text).add("ET");
    }

    private void box(int x, int y, int width, int height) {
        page.rules
                .hundredths(x)
                .add(' ')
                .hundredths(PAGE_HEIGHT - y - height)
                .add(' ')
                .hundredths(width)
                .add(' ')
                .hundredths(height)
                .add(" re f\n");
    }

    private void moveTo(int x, int y) {
        page.text.hundredths(x - page.penX).add(' ').hundredths(y - page.penY).add(" Td");
        page.penX = x;
        page.penY = y;
    }

    private int run(String line, int from, int to, int bucket, Style style, int size) {
        int font = bucket * 2 + style.ordinal();
        if (font != page.font || size != page.size) {
            page.text.add("/F").number(font).add(' ').hundredths(size).add(" Tf");
            page.font = font;
            page.size = size;
            scripts |= 1 << font;
        }
        page.text.add('(');
        int width = 0;
        for (int at = from; at < to; at++) {
            char c = line.charAt(at);
            int code = fonts.code(c);
            if (code == '(' || code == ')' || code == '\\') page.text.add('\\');
            page.text.add(code);
            width += fonts.advance(c, style);
        }
        page.text.add(")Tj\n");
        return width;
    }

    private int bucketAt(String line, int at) {
        int bucket = fonts.bucket(line.charAt(at));
        if (bucket != FontBuckets.NONE) return bucket;
        throw new DrawingFailed("\"%s\": the fonts have no form for U+%04X (expected: Latin, Greek or Cyrillic letters)"
                .formatted(line, line.codePointAt(at)));
    }

    /** Letters and their marks as one character, where there is one: the buckets know no loose marks. */
    private static String composed(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) >= 0x300) return Normalizer.normalize(text, Normalizer.Form.NFC);
        }
        return text;
    }
}
