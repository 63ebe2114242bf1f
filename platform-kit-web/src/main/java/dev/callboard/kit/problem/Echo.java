package dev.callboard.kit.problem;

import org.jspecify.annotations.Nullable;

import java.util.regex.Pattern;

/** What of a refused value may be repeated: scalars by their beginning, and nothing from a field that sounds secret. */
final class Echo {
    private static final int LONGEST = 80;
    private static final Pattern SECRET = Pattern.compile(
            "password|token|secret|iban|cvc|totp|tax.?id|birth.?date|authorization|api.?key|(^|\\.)number$",
            Pattern.CASE_INSENSITIVE);

    private Echo() {}

    static @Nullable Object of(String field, @Nullable Object value) {
        if (value == null || SECRET.matcher(field).find()) return null;
        if (value instanceof Number || value instanceof Boolean) return value;
        // a record or a list may hold a secret further inside
        var name = value.getClass().getName();
        if (!(value instanceof CharSequence || value instanceof Enum<?> || name.startsWith("java.time."))) return null;
        var text = value.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "… (" + text.length() + " characters)";
    }
}
