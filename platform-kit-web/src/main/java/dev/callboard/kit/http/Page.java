package dev.callboard.kit.http;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/**
 * Part of a list.
 *
 * @param next cursor of the page behind this one, null on the last; opaque to clients
 */
public record Page<T>(List<T> items, @Nullable String next) {
    /**
     * The usual way to make one: read one row more than asked for; if it is there, there is more.
     *
     * @param cursor of a row, such that the next page begins behind it
     */
    public static <T> Page<T> of(List<T> oneMoreThanLimit, int limit, Function<T, String> cursor) {
        if (oneMoreThanLimit.size() <= limit) return new Page<>(oneMoreThanLimit, null);
        var items = oneMoreThanLimit.subList(0, limit);
        return new Page<>(List.copyOf(items), cursor.apply(items.getLast()));
    }

    public <R> Page<R> map(Function<T, R> view) {
        return new Page<>(items.stream().map(view).toList(), next);
    }
}
