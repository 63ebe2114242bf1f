package dev.callboard.report.render;

/** One item cannot be drawn; the others of its run are. The message names the field, its value and what was expected. */
public final class DrawingFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    public DrawingFailed(String message) {
        super(message, null, false, false);
    }
}
