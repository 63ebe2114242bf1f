package dev.callboard.gateway.door;

import dev.callboard.gateway.upstream.Instance;
import dev.callboard.kit.problem.Problem;
import dev.callboard.kit.problem.ProblemBody;
import io.opentelemetry.api.trace.Span;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import org.jspecify.annotations.Nullable;

/** One request at the door until its answer is sent: who it went to, how long it took, how it ended. */
final class Exchange {
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final long startedAt = System.nanoTime();
    private final @Nullable String traceId;
    private String route = "none";
    private String template = "none";
    private boolean secretPath;
    private boolean closes;
    private @Nullable Instance instance;
    private @Nullable Long upstreamMillis;
    private @Nullable String end;

    Exchange(HttpServerRequest request) {
        this.request = request;
        this.response = request.response();
        var span = Span.current().getSpanContext();
        this.traceId = span.isValid() ? span.getTraceId() : null;
    }

    HttpServerRequest request() {
        return request;
    }

    HttpServerResponse response() {
        return response;
    }

    void routed(String pattern, String path, boolean secret) {
        route = pattern;
        template = path;
        secretPath = secret;
    }

    void sentTo(Instance chosen) {
        instance = chosen;
    }

    void answeredByUpstream() {
        upstreamMillis = millisSince(startedAt);
    }

    /** A word on an end that the status does not tell: the client left, the service broke off. */
    void ended(String how) {
        if (end == null) end = how;
    }

    String route() {
        return route;
    }

    @Nullable
    Instance instance() {
        return instance;
    }

    /** Refuses in words. When the answer has begun, only a cut shows that it is not whole. */
    void refuse(Problem problem) {
        if (response.ended() || response.closed()) return;
        if (response.headWritten()) {
            ended(problem.type().name());
            request.connection().close();
            return;
        }
        response.headers().names().stream()
                .filter(name -> !isOurs(name))
                .toList()
                .forEach(response.headers()::remove);
        response.setStatusCode(problem.status())
                .putHeader("Content-Type", ProblemBody.MEDIA_TYPE)
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Content-Type-Options", "nosniff");
        if (problem.status() == 401) response.putHeader("WWW-Authenticate", "Bearer");
        if (problem.status() == 503) response.putHeader("Retry-After", "1");
        closeIfUnread();
        request.resume();
        var body = Buffer.buffer(ProblemBody.json(problem, secretPath ? template : path()));
        if (request.method().equals(HttpMethod.HEAD)) {
            response.putHeader("Content-Length", String.valueOf(body.length())).end();
        } else {
            response.end(body);
        }
    }

    /** To be called before the answer is sent: the rest of a body that nobody reads would be taken for the next request. */
    void closeIfUnread() {
        if (!hasBody() || request.isEnded()) return;
        response.putHeader("Connection", "close");
        closes = true;
    }

    /** Goes on until someone ends it. */
    boolean isEventStream() {
        var type = response.headers().get("Content-Type");
        return type != null && type.startsWith("text/event-stream");
    }

    void cut() {
        ended("gateway stops");
        request.connection().close();
    }

    boolean closes() {
        return closes;
    }

    /** Set before the answer was known: what a page from elsewhere needs to read a refusal too. */
    private static boolean isOurs(String header) {
        return header.regionMatches(true, 0, "Access-Control-", 0, 15) || header.equalsIgnoreCase("Vary");
    }

    boolean hasBody() {
        var length = request.getHeader("Content-Length");
        return request.getHeader("Transfer-Encoding") != null || length != null && !length.equals("0");
    }

    private String path() {
        var path = request.path();
        return path == null ? "/" : path;
    }

    AccessLog.Line line() {
        return new AccessLog.Line(
                request.method().name(),
                template,
                response.getStatusCode(),
                instance == null ? null : instance.name(),
                upstreamMillis,
                totalMillis(),
                response.bytesWritten(),
                traceId,
                end);
    }

    long totalMillis() {
        return millisSince(startedAt);
    }

    private static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }
}
