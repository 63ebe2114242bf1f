package dev.callboard.account;

import dev.callboard.kit.http.PageRequest;
import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** Reads the cursor of a page: the key of the last item before it, so that rows added meanwhile move nothing. */
public final class Cursor {
    /** Before every id that was ever made: UUIDs of version 7 begin with a time. */
    private static final UUID LATEST = new UUID(-1L, -1L);

    private Cursor() {}

    /** Null on the first page. @throws Problem INVALID */
    public static @Nullable UUID after(PageRequest page) {
        return page.cursor().map(Cursor::uuid).orElse(null);
    }

    /** For the latest first. @throws Problem INVALID */
    public static UUID before(PageRequest page) {
        return page.cursor().map(Cursor::uuid).orElse(LATEST);
    }

    /** For the highest number first. @throws Problem INVALID */
    public static int beforeNumber(PageRequest page) {
        return page.cursor().map(Cursor::number).orElse(Integer.MAX_VALUE);
    }

    private static UUID uuid(String cursor) {
        try {
            return UUID.fromString(cursor);
        } catch (IllegalArgumentException e) {
            throw invalid(cursor);
        }
    }

    private static int number(String cursor) {
        try {
            return Integer.parseInt(cursor);
        } catch (NumberFormatException e) {
            throw invalid(cursor);
        }
    }

    private static Problem invalid(String cursor) {
        return CommonProblem.INVALID.of("cursor").field("cursor", cursor, "the cursor of a link rel=next");
    }
}
