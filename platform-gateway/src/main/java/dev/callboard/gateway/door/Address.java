package dev.callboard.gateway.door;

import org.jspecify.annotations.Nullable;

import static dev.callboard.gateway.door.GatewayProblem.ADDRESS_AMBIGUOUS;

/**
 * The path of a request in the one form that is matched, logged and sent on. What another program could read as another
 * path is refused rather than guessed: encoded slashes and dots, dot segments, empty segments, parameters of segments.
 *
 * <p>{@code /api/v1/%70rojects} becomes {@code /api/v1/projects}; {@code /api/v1/x/..%2fme} is refused.
 *
 * @param query without the question mark, as it came
 */
record Address(String path, @Nullable String query) {
    private static final String UNRESERVED = "-_~";

    static Address of(String uri) {
        var question = uri.indexOf('?');
        var raw = question < 0 ? uri : uri.substring(0, question);
        var query = question < 0 ? null : uri.substring(question + 1);
        if (query != null && !isPlain(query)) throw ambiguous("a query of printable ASCII");
        return new Address(normalised(raw), query);
    }

    String withTarget(String target) {
        return query == null ? target : target + "?" + query;
    }

    private static String normalised(String raw) {
        if (!raw.startsWith("/")) throw ambiguous("a path that begins with /");
        if (!isPlain(raw)) throw ambiguous("printable ASCII, other letters percent-encoded");

        var path = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            var c = raw.charAt(i);
            if (c == '\\' || c == ';' || c == '#') throw ambiguous("a path without " + c);
            if (c != '%') {
                path.append(c);
                continue;
            }
            var octet = octet(raw, i);
            if (octet == '.'
                    || octet == '/'
                    || octet == '\\'
                    || octet == '%'
                    || octet == ';'
                    || octet < 0x20
                    || octet == 0x7f)
                throw ambiguous("a path without encoded dots, slashes, percent signs or control characters");
            if (isUnreserved(octet)) path.append((char) octet);
            else path.append('%').append(raw.substring(i + 1, i + 3).toUpperCase(java.util.Locale.ROOT));
            i += 2;
        }
        var normalised = path.toString();
        for (var segment : normalised.substring(1).split("/", -1)) {
            if (segment.equals(".") || segment.equals("..")) throw ambiguous("a path without . and ..");
        }
        if (normalised.contains("//")) throw ambiguous("a path without empty segments");
        return normalised;
    }

    private static int octet(String raw, int at) {
        if (at + 2 >= raw.length()) throw ambiguous("two hexadecimal digits after %");
        int high = Character.digit(raw.charAt(at + 1), 16);
        int low = Character.digit(raw.charAt(at + 2), 16);
        if (high < 0 || low < 0) throw ambiguous("two hexadecimal digits after %");
        return high << 4 | low;
    }

    private static boolean isUnreserved(int octet) {
        return octet >= 'a' && octet <= 'z'
                || octet >= 'A' && octet <= 'Z'
                || octet >= '0' && octet <= '9'
                || UNRESERVED.indexOf(octet) >= 0;
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c > 0x20 && c < 0x7f);
    }

    private static RuntimeException ambiguous(String expected) {
        return ADDRESS_AMBIGUOUS.because(ADDRESS_AMBIGUOUS.title() + " (expected: " + expected + ")");
    }
}
