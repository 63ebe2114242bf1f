package dev.callboard.project.answer;

/** How a call stands, above everything else: filled is done, struck through is not to be, a lozenge has changed. */
enum Shape {
    DONE(
            "a",
            "<circle cx=\"14\" cy=\"14\" r=\"13\" fill=\"currentColor\"/><path d=\"M8 14.5l4.2 4.2L20.5 10\" fill=\"none\" stroke=\"var(--bg)\" stroke-width=\"3\"/>"),
    STRUCK(
            "",
            "<circle cx=\"14\" cy=\"14\" r=\"12\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\"/><path d=\"M5 23L23 5\" stroke=\"currentColor\" stroke-width=\"3\"/>"),
    CHANGED("", "<path d=\"M14 1l13 13-13 13L1 14z\" fill=\"currentColor\"/>");

    private final String accent;
    private final String drawing;

    Shape(String accent, String drawing) {
        this.accent = accent;
        this.drawing = drawing;
    }

    /** Both are markup already. */
    String html(String what, String more) {
        return "<div class=\"st " + accent
                + "\"><svg width=\"28\" height=\"28\" viewBox=\"0 0 28 28\" aria-hidden=\"true\">" + drawing
                + "</svg><div><b>" + what + "</b><p class=\"s\">" + more + "</p></div></div>\n";
    }
}
