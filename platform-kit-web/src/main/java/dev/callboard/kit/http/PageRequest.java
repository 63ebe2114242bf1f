package dev.callboard.kit.http;

import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import static dev.callboard.kit.problem.CommonProblem.INVALID;

/** Which part of a list is asked for: {@code ?limit=50&cursor=…}. A {@code @BeanParam}. */
public class PageRequest {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;

    @QueryParam("limit")
    @Nullable
    String limit;

    @QueryParam("cursor")
    @Nullable
    String cursor;

    /** @throws dev.callboard.kit.problem.Problem INVALID outside 1 to 200 */
    public int limit() {
        if (limit == null) return DEFAULT_LIMIT;
        if (limit.matches("[0-9]{1,4}")) {
            int asked = Integer.parseInt(limit);
            if (asked >= 1 && asked <= MAX_LIMIT) return asked;
        }
        throw INVALID.because("limit: " + limit + " (expected: 1 to " + MAX_LIMIT + ")")
                .field("limit", limit, "1 to " + MAX_LIMIT);
    }

    public Optional<String> cursor() {
        return Optional.ofNullable(cursor).filter(given -> !given.isBlank());
    }

    /** Of a list in the order of its ids. @throws dev.callboard.kit.problem.Problem INVALID */
    public Optional<UUID> cursorId() {
        return cursor().map(given -> read(given, UUID::fromString));
    }

    /** Of a list in the order of its numbers: 0 or more. @throws dev.callboard.kit.problem.Problem INVALID */
    public Optional<Integer> cursorNumber() {
        return cursor().map(given -> read(given, PageRequest::number));
    }

    private static Integer number(String given) {
        if (!given.matches("[0-9]{1,10}")) throw new NumberFormatException("not digits alone");
        return Integer.valueOf(given);
    }

    /** A client may have changed it. */
    private static <T> T read(String cursor, Function<String, T> format) {
        try {
            return format.apply(cursor);
        } catch (IllegalArgumentException notOurs) {
            var expected = "the cursor of a link rel=next";
            throw INVALID.because("cursor: " + cursor + " (expected: " + expected + ")")
                    .field("cursor", cursor, expected);
        }
    }
}
