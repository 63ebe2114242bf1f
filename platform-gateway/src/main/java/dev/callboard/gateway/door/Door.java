package dev.callboard.gateway.door;

import dev.callboard.gateway.route.Route;
import dev.callboard.kit.problem.Problem;
import dev.callboard.kit.problem.ProblemBody;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.logging.Logger;

import java.util.concurrent.TimeUnit;

import static dev.callboard.gateway.door.GatewayProblem.ADDRESS_TOO_LONG;
import static dev.callboard.gateway.door.GatewayProblem.FRAMING_AMBIGUOUS;
import static dev.callboard.gateway.door.GatewayProblem.HEADERS_TOO_LARGE;
import static dev.callboard.kit.problem.CommonProblem.INTERNAL;
import static dev.callboard.kit.problem.CommonProblem.NOT_FOUND;
import static dev.callboard.kit.problem.CommonProblem.TOO_LARGE;
import static dev.callboard.kit.problem.CommonProblem.UNAUTHENTICATED;

/**
 * The only door. One per event loop; they share the port, what is known of the instances and nothing else. The order of a
 * request: form, own pages, route, token, size, and then on to an instance.
 */
public final class Door extends AbstractVerticle {
    private static final Logger LOG = Logger.getLogger(Door.class);
    /** Where the server stops reading; our own limits lie below and answer in words. */
    private static final int HARD_LIMIT_FACTOR = 4;

    private final DoorParts parts;
    private HttpServer server;
    private HttpClient client;

    public Door(DoorParts parts) {
        this.parts = parts;
    }

    @Override
    public void start(Promise<Void> open) {
        var settings = parts.settings();
        client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) settings.connectWithin().toMillis())
                .setMaxPoolSize(settings.connectionsPerInstance())
                .setMaxWaitQueueSize(settings.connectionsPerInstance() * 4)
                // shorter than the services': a connection that they are about to close is not used again
                .setKeepAliveTimeout(30)
                .setMaxHeaderSize(64 << 10)
                .setDecompressionSupported(false));
        var options = new HttpServerOptions()
                .setHost(settings.host())
                .setPort(settings.port())
                .setIdleTimeout((int) settings.idle().toMillis())
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setMaxInitialLineLength(hard(settings.maxAddress().asLongValue()))
                .setMaxHeaderSize(hard(settings.maxHeader().asLongValue()))
                .setHttp2ClearTextEnabled(false)
                .setCompressionSupported(false);
        server = vertx.createHttpServer(options)
                .connectionHandler(connection -> StrictRequestDecoder.installOn(connection, options))
                .invalidRequestHandler(this::unreadable)
                .requestHandler(this::received);
        server.listen().<Void>mapEmpty().onComplete(open);
    }

    public int port() {
        return server.actualPort();
    }

    private static int hard(long limit) {
        return Math.toIntExact(limit * HARD_LIMIT_FACTOR);
    }

    private void received(HttpServerRequest request) {
        if (parts.traffic().isClosing(request.connection())) return;
        request.pause();
        var exchange = parts.traffic().begin(request);
        try {
            admit(exchange);
        } catch (Problem refusal) {
            exchange.refuse(refusal);
        } catch (RuntimeException unexpected) {
            failed(exchange, unexpected);
        }
    }

    private void admit(Exchange exchange) {
        var request = exchange.request();
        if (parts.traffic().isDraining()) exchange.response().putHeader("Connection", "close");
        form(request);
        var address = Address.of(request.uri());
        if (parts.cors().answers(request)) {
            exchange.routed("preflight", "preflight", false);
            request.resume();
            return;
        }
        var match = parts.routes().match(address.path());
        if (match.isEmpty()) {
            exchange.routed("own", "own", false);
            if (parts.pages().answer(request, address.path())) {
                exchange.routed("own", address.path(), false);
                request.resume();
                return;
            }
            throw NOT_FOUND.because(NOT_FOUND.title() + ": nothing at this address");
        }
        var route = match.get().route();
        exchange.routed(route.pattern(), match.get().template(), route.hasSecret());
        size(request, route);
        var uri = address.withTarget(match.get().target());
        whoMay(request, route).onComplete(verdict -> {
            if (verdict.succeeded()) forward(exchange, route, uri);
            else if (verdict.cause() instanceof Problem refusal) exchange.refuse(refusal);
            else failed(exchange, verdict.cause());
        });
    }

    private void forward(Exchange exchange, Route route, String uri) {
        new Forwarding(
                        vertx,
                        client,
                        parts.upstreams(),
                        parts.settings(),
                        exchange,
                        route.service(),
                        uri,
                        route.maxBody())
                .start();
    }

    /** What can be read in only one way, and is not larger than ours ever are. */
    private void form(HttpServerRequest request) {
        var settings = parts.settings();
        if (request.uri().length() > settings.maxAddress().asLongValue())
            throw ADDRESS_TOO_LONG.because("address: %d characters (expected: at most %d)"
                    .formatted(request.uri().length(), settings.maxAddress().asLongValue()));
        long header = 0;
        for (var field : request.headers())
            header += field.getKey().length() + field.getValue().length() + 4;
        if (header > settings.maxHeader().asLongValue())
            throw HEADERS_TOO_LARGE.because("header: %d bytes (expected: at most %d)"
                    .formatted(header, settings.maxHeader().asLongValue()));

        var codings = request.headers().getAll("Transfer-Encoding");
        if (codings.size() > 1 || codings.size() == 1 && !codings.getFirst().equalsIgnoreCase("chunked"))
            throw FRAMING_AMBIGUOUS.because("Transfer-Encoding: expected chunked, once, or nothing");
        if (request.headers().getAll("Content-Length").size() > 1)
            throw FRAMING_AMBIGUOUS.because("Content-Length: expected once");
        if (request.headers().getAll("Host").size() > 1) throw FRAMING_AMBIGUOUS.because("Host: expected once");
    }

    private static void size(HttpServerRequest request, Route route) {
        var length = request.getHeader("Content-Length");
        if (length != null && Long.parseLong(length) > route.maxBody())
            throw TOO_LARGE.because("body: %s bytes (expected: at most %d)".formatted(length, route.maxBody()));
    }

    /** The door's own look at the token; the service looks again. */
    private Future<Void> whoMay(HttpServerRequest request, Route route) {
        if (!route.access().needsToken(request.method())) return Future.succeededFuture();
        var header = request.getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, "Bearer ", 0, 7))
            return Future.failedFuture(UNAUTHENTICATED.because("A valid access token is needed"));
        return parts.tokens().check(vertx, header.substring(7).strip());
    }

    private void failed(Exchange exchange, Throwable unexpected) {
        LOG.errorf(unexpected, "%s %s failed at the door", exchange.request().method(), exchange.route());
        exchange.refuse(INTERNAL.because("It has been recorded. Ask with the trace id."));
    }

    /** Not even the first lines could be read: answer in words and close, since nobody knows where the next begins. */
    private void unreadable(HttpServerRequest request) {
        var cause = request.decoderResult().cause();
        Problem problem =
                switch (cause) {
                    case TooLongHttpLineException line -> ADDRESS_TOO_LONG.because(ADDRESS_TOO_LONG.title());
                    case TooLongHttpHeaderException header -> HEADERS_TOO_LARGE.because(HEADERS_TOO_LARGE.title());
                    case StrictRequestDecoder.AmbiguousFraming both ->
                        FRAMING_AMBIGUOUS.because("Transfer-Encoding and Content-Length: expected one of them");
                    case null, default -> FRAMING_AMBIGUOUS.because("The request cannot be read as RFC 9112 has it");
                };
        request.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", ProblemBody.MEDIA_TYPE)
                .putHeader("Connection", "close")
                .end(ProblemBody.json(problem, "/"))
                .onComplete(sent -> request.connection().close());
    }
}
