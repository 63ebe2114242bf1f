package dev.callboard.gateway.door;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

import java.util.regex.Pattern;

/**
 * Pages from elsewhere may call the API only on a developer's machine: a client under development is served from another
 * port. Tokens travel in a header, never in a cookie, so credentials are not allowed.
 */
public record CrossOrigin(boolean fromThisMachine) {
    private static final Pattern THIS_MACHINE =
            Pattern.compile("https?://(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?");

    /** Marks the answer; a preflight is answered here. */
    boolean answers(HttpServerRequest request) {
        var origin = request.getHeader("Origin");
        if (!fromThisMachine || origin == null || !THIS_MACHINE.matcher(origin).matches()) return false;

        var headers = request.response().headers();
        headers.set("Access-Control-Allow-Origin", origin);
        headers.add("Vary", "Origin");
        headers.set(
                "Access-Control-Expose-Headers",
                "ETag, Link, Location, Retry-After, Callboard-Clock, WWW-Authenticate");
        boolean preflight = request.method().equals(HttpMethod.OPTIONS)
                && request.headers().contains("Access-Control-Request-Method");
        if (!preflight) return false;

        headers.set("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, PATCH, DELETE");
        headers.set(
                "Access-Control-Allow-Headers",
                "Authorization, Content-Type, If-Match, If-None-Match, Idempotency-Key, Last-Event-ID, traceparent");
        headers.set("Access-Control-Max-Age", "600");
        request.response().setStatusCode(204).end();
        return true;
    }
}
