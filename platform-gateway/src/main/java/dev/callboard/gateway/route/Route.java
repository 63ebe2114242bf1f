package dev.callboard.gateway.route;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;

/**
 * One line of {@link Routes}: what begins like this goes there.
 *
 * @param pattern segments of a path, {@code {…}} for any one; the path may go on behind it
 * @param service that answers
 * @param target what the pattern becomes on the way, where the service calls it otherwise
 * @param maxBody bytes of a request
 */
public record Route(
        String pattern,
        String service,
        Access access,
        @Nullable String target,
        long maxBody) {
    /** A JSON document of ours is far smaller; 1 MiB leaves room for a batch. */
    static final long DOCUMENT = 1 << 20;
    /** 100,000 rows of CSV, or a photograph. */
    static final long FILE = 64 << 20;

    static Route to(String service, String pattern) {
        return new Route(pattern, service, Access.SIGNED_IN, null, DOCUMENT);
    }

    Route access(Access other) {
        return new Route(pattern, service, other, target, maxBody);
    }

    Route as(String other) {
        return new Route(pattern, service, access, other, maxBody);
    }

    Route takingFiles() {
        return new Route(pattern, service, access, target, FILE);
    }

    /** Whether the path itself is a secret, as in an answer link: it must not be logged. */
    public boolean hasSecret() {
        return pattern.contains("{token}");
    }

    List<String> segments() {
        return Arrays.asList(pattern.substring(1).split("/"));
    }

    boolean matches(List<String> path) {
        var segments = segments();
        if (path.size() < segments.size()) return false;
        for (int i = 0; i < segments.size(); i++) {
            if (!isVariable(segments.get(i)) && !segments.get(i).equals(path.get(i))) return false;
        }
        return true;
    }

    static boolean isVariable(String segment) {
        return segment.startsWith("{");
    }
}
