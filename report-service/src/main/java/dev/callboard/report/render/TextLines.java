package dev.callboard.report.render;

/**
 * The text of one page as the operators of one text object, as few of them as there can be: what stands on one baseline
 * is one array whose numbers move the pen (PDF 32000-1, 9.4.3), and rows that follow at the same distance are one
 * operator apart. The pen is followed as a viewer does, in hundred-thousandths of a point: widths are whole thousandths
 * of a size in hundredths, so nothing is ever rounded and nothing drifts.
 */
final class TextLines {
    /** A pen this near is there: text that goes on where another ended. */
    private static final int NEAR = 1000;

    private final Bytes out = new Bytes(8 * 1024);
    private int font;
    private int size;
    private int lineX;
    private int lineY;
    private int leading;
    private int pen;

    /** Where the string began that is still open; -1 without one. */
    private int opened;

    private boolean inArray;

    TextLines() {
        clear();
    }

    void clear() {
        out.clear();
        font = -1;
        size = -1;
        lineX = 0;
        lineY = 0;
        leading = 0;
        pen = 0;
        opened = -1;
        inArray = false;
    }

    /**
     * @param glyphs of the style, see {@link FontBuckets#glyphs}; each character of the line has one
     * @param y from the bottom of the page
     * @return bits of the fonts that were needed
     */
    int show(int[] glyphs, int x, int y, int size, String line) {
        int used = 0;
        if (y != lineY) moveTo(x, y);
        for (int at = 0; at < line.length(); at++) {
            int glyph = glyphs[line.charAt(at)];
            int needed = FontBuckets.font(glyph);
            if (needed != font || size != this.size) {
                set(needed, size);
                used |= 1 << needed;
            }
            if (at == 0) penTo(x * 1000);
            if (opened < 0) open();
            if (FontBuckets.isSyntax(glyph)) out.add('\\');
            out.add(FontBuckets.code(glyph));
            pen += FontBuckets.advance(glyph) * size;
        }
        return used | 1 << font;
    }

    Bytes finished() {
        close();
        return out;
    }

    private void moveTo(int x, int y) {
        close();
        int down = lineY - y;
        if (x == lineX && down == leading) {
            out.add("\nT*");
        } else {
            boolean row = x == lineX;
            out.add('\n').hundredths(x - lineX).add(' ').hundredths(-down).add(row ? " TD" : " Td");
            if (row) leading = down;
        }
        lineX = x;
        lineY = y;
        pen = x * 1000;
    }

    private void set(int font, int size) {
        close();
        out.add("/F").number(font).add(' ').hundredths(size).add(" Tf");
        this.font = font;
        this.size = size;
    }

    private void penTo(int x) {
        int gap = x - pen;
        if (Math.abs(gap) < NEAR) return;

        int back = -Math.round((float) gap / size);
        if (opened < 0) {
            out.add('[').number(back).add('(');
            opened = out.length();
        } else {
            if (!inArray) out.insert(opened - 1, '[');
            out.add(')').number(back).add('(');
        }
        inArray = true;
        pen -= back * size;
    }

    private void open() {
        out.add('(');
        opened = out.length();
    }

    private void close() {
        if (opened >= 0) out.add(inArray ? ")]TJ" : ")Tj");
        opened = -1;
        inArray = false;
    }
}
