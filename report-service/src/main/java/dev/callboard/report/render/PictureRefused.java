package dev.callboard.report.render;

/** A file cannot be a {@link Picture}. The message names what is wrong with it, its value and what was expected. */
public final class PictureRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    PictureRefused(String message) {
        super(message, null, false, false);
    }
}
