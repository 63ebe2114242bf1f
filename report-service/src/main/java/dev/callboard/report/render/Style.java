package dev.callboard.report.render;

/** Paper has two: a label or fact, and what one looks for. */
enum Style {
    REGULAR("DejaVuSansCondensed", 80),
    BOLD("DejaVuSansCondensed-Bold", 140);

    final String fontName;

    /** Thickness of the vertical stems, thousandths of an em: a viewer that must substitute the font asks for it. */
    final int stem;

    Style(String fontName, int stem) {
        this.fontName = fontName;
        this.stem = stem;
    }

    String resource() {
        return "/net/sf/jasperreports/fonts/dejavu/" + fontName + ".ttf";
    }
}
