package dev.callboard.report;

import dev.callboard.kit.http.PageRequest;
import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** Reads the cursor of a page: the key of the last item before it, so that rows added meanwhile move nothing. */
public final class Cursor {
    private Cursor() {}

    /** For the latest first; null on the first page. @throws Problem INVALID */
    public static @Nullable UUID before(PageRequest page) {
        return page.cursor().map(Cursor::uuid).orElse(null);
    }

    /** Of what is numbered from 1; 0 on the first page. @throws Problem INVALID */
    public static int afterNumber(PageRequest page) {
        return page.cursor().map(Cursor::number).orElse(0);
    }

    private static UUID uuid(String cursor) {
        try {
            return UUID.fromString(cursor);
        } catch (IllegalArgumentException notOne) {
            throw notOne(cursor);
        }
    }

    private static int number(String cursor) {
        try {
            return Integer.parseInt(cursor);
        } catch (NumberFormatException notOne) {
            throw notOne(cursor);
        }
    }

    private static Problem notOne(String cursor) {
        return CommonProblem.INVALID.of("cursor").field("cursor", cursor, "the cursor of a link rel=next");
    }
}
