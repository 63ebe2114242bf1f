package dev.callboard.kit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

/** A string of JSON with half a character in it, or with a NUL. */
public final class NotUnicode extends MismatchedInputException {
    private static final long serialVersionUID = 1;

    public static final String EXPECTED = "Unicode text without NUL and without half a surrogate pair";

    NotUnicode(JsonParser parser) {
        super(parser, EXPECTED, String.class);
    }
}
