package dev.callboard.kit.database;

import java.util.UUID;

import static dev.callboard.kit.problem.CommonProblem.INVALID;

/** Reads the cursor of a page, which a client may have changed. */
public final class Cursors {
    private Cursors() {}

    /** Of a list that is ordered by id. */
    public static UUID id(String cursor) {
        try {
            return UUID.fromString(cursor);
        } catch (IllegalArgumentException e) {
            throw INVALID.because("cursor: " + cursor + " (expected: the next of an earlier page)")
                    .field("cursor", cursor, "the next of an earlier page");
        }
    }
}
