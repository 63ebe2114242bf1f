package dev.callboard.gateway.door;

import dev.callboard.gateway.upstream.Instance;
import dev.callboard.gateway.upstream.Upstreams;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;

import java.util.HashSet;
import java.util.Set;

import static dev.callboard.gateway.door.GatewayProblem.NO_INSTANCE;
import static dev.callboard.gateway.door.GatewayProblem.REQUEST_TOO_SLOW;
import static dev.callboard.gateway.door.GatewayProblem.UPSTREAM_LOST;
import static dev.callboard.gateway.door.GatewayProblem.UPSTREAM_TOO_SLOW;
import static dev.callboard.kit.problem.CommonProblem.TOO_LARGE;
import static dev.callboard.kit.problem.CommonProblem.UNAVAILABLE;

/**
 * Carries one request to an instance and its answer back, piece by piece in both directions: never more than a write
 * queue of a body is in memory, and an event reaches the client when it is written.
 *
 * <p>A refused connection is tried again elsewhere, whatever the method: nothing was sent. A connection that breaks before
 * an answer is tried again only for a safe request without a body; for others the outcome is unknown and the client
 * must ask.
 */
final class Forwarding {
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final int NO_TIMER = -1;

    private final Vertx vertx;
    private final HttpClient client;
    private final Upstreams upstreams;
    private final DoorSettings settings;
    private final Exchange exchange;
    private final HttpServerRequest request;
    private final String service;
    private final String uri;
    private final long maxBody;
    private final Set<Instance> tried = new HashSet<>();

    private boolean answered;
    private boolean given;
    private long timer = NO_TIMER;
    private long received;

    Forwarding(
            Vertx vertx,
            HttpClient client,
            Upstreams upstreams,
            DoorSettings settings,
            Exchange exchange,
            String service,
            String uri,
            long maxBody) {
        this.vertx = vertx;
        this.client = client;
        this.upstreams = upstreams;
        this.settings = settings;
        this.exchange = exchange;
        this.request = exchange.request();
        this.service = service;
        this.uri = uri;
        this.maxBody = maxBody;
    }

    /** The request is paused and stays so until there is somewhere to send it. */
    void start() {
        var chosen = upstreams.choose(service, tried);
        if (chosen.isEmpty()) {
            exchange.refuse(NO_INSTANCE.of(service));
            return;
        }
        var instance = chosen.get();
        tried.add(instance);
        exchange.sentTo(instance);
        var options = new RequestOptions()
                .setMethod(request.method())
                .setHost(instance.host())
                .setPort(instance.port())
                .setURI(uri);
        client.request(options)
                .onSuccess(upstream -> send(upstream, instance))
                .onFailure(failure -> notConnected(failure, instance));
    }

    private void notConnected(Throwable failure, Instance instance) {
        if (failure instanceof ConnectionPoolTooBusyException) {
            exchange.refuse(UNAVAILABLE.because(service + " is busy: too many requests wait for it"));
            return;
        }
        instance.refused();
        start();
    }

    private void send(HttpClientRequest upstream, Instance instance) {
        if (exchange.response().closed()) {
            upstream.reset();
            return;
        }
        HeaderRules.request(request, upstream.headers());
        upstream.exceptionHandler(told -> {}); // by the future of the answer
        upstream.response()
                .onSuccess(answer -> answer(answer, upstream, instance))
                .onFailure(lost -> lost(instance));
        exchange.response().closeHandler(left -> {
            if (!exchange.response().ended()) exchange.ended("client left");
            settle();
            upstream.reset();
        });
        request.exceptionHandler(broken -> upstream.reset());

        if (exchange.hasBody()) sendBody(upstream);
        else upstream.end();
        request.resume();
        if (!exchange.hasBody()) waitForTheAnswer(upstream);
    }

    private void sendBody(HttpClientRequest upstream) {
        var length = request.getHeader("Content-Length");
        if (length == null) upstream.setChunked(true);
        else upstream.putHeader("Content-Length", length);
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect")))
            exchange.response().writeContinue();

        waitForTheBody(upstream);
        request.handler(piece -> pass(piece, upstream));
        request.endHandler(whole -> {
            upstream.end();
            waitForTheAnswer(upstream);
        });
    }

    private void pass(Buffer piece, HttpClientRequest upstream) {
        received += piece.length();
        if (received > maxBody) {
            giveUp(upstream);
            exchange.refuse(TOO_LARGE.because("body: more than %d bytes".formatted(maxBody)));
            return;
        }
        waitForTheBody(upstream);
        upstream.write(piece);
        if (upstream.writeQueueFull()) {
            request.pause();
            upstream.drainHandler(drained -> request.resume());
        }
    }

    private void answer(HttpClientResponse answer, HttpClientRequest upstream, Instance instance) {
        if (given) return;
        settle();
        answered = true;
        instance.answered();
        exchange.answeredByUpstream();

        var response = exchange.response();
        response.setStatusCode(answer.statusCode());
        HeaderRules.response(answer.headers(), response.headers());
        // answered before it was all read, as a refusal is: the rest is not worth waiting for
        exchange.closeIfUnread();
        frame(answer);
        answer.exceptionHandler(broken -> {
            if (!response.ended()) exchange.refuse(UPSTREAM_LOST.of(service));
        });
        answer.handler(piece -> {
            response.write(piece);
            if (response.writeQueueFull()) {
                answer.pause();
                response.drainHandler(drained -> answer.resume());
            }
        });
        answer.endHandler(whole -> response.end());
    }

    /** The length as the service gave it; without one, pieces. */
    private void frame(HttpClientResponse answer) {
        var response = exchange.response();
        int status = answer.statusCode();
        boolean bodiless = request.method().equals(HttpMethod.HEAD) || status == 204 || status == 304;
        var length = answer.getHeader("Content-Length");
        if (length != null && status != 204) response.putHeader("Content-Length", length);
        else if (!bodiless && request.version() != HttpVersion.HTTP_1_0) response.setChunked(true);
        else if (!bodiless) response.putHeader("Connection", "close").setChunked(true);
    }

    /** The connection broke before an answer. */
    private void lost(Instance instance) {
        if (answered || given || exchange.response().closed()) return;
        settle();
        if (SAFE.contains(request.method()) && !exchange.hasBody()) {
            instance.refused();
            start();
            return;
        }
        exchange.refuse(UPSTREAM_LOST.because(UPSTREAM_LOST.title()
                + ": whether the request was carried out is not known; read before you repeat it"));
    }

    private void waitForTheBody(HttpClientRequest upstream) {
        settle();
        timer = vertx.setTimer(settings.bodyPause().toMillis(), passed -> {
            giveUp(upstream);
            exchange.refuse(REQUEST_TOO_SLOW.because(
                    "nothing came for " + settings.bodyPause().toSeconds() + " s"));
        });
    }

    private void waitForTheAnswer(HttpClientRequest upstream) {
        if (answered || given) return;
        settle();
        timer = vertx.setTimer(settings.answerWithin().toMillis(), passed -> {
            giveUp(upstream);
            exchange.refuse(UPSTREAM_TOO_SLOW.because(service + " did not answer within "
                    + settings.answerWithin().toSeconds() + " s"));
        });
    }

    private void giveUp(HttpClientRequest upstream) {
        given = true;
        settle();
        request.handler(null);
        upstream.reset();
    }

    private void settle() {
        if (timer != NO_TIMER) vertx.cancelTimer(timer);
        timer = NO_TIMER;
    }
}
