package dev.callboard.gateway.door;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** What is under way, and the record of what was: a log line and a measurement per request. */
public final class Traffic {
    /** For what a client still sends after a refusal: closing at once would reset the connection and lose the answer. */
    private static final long LINGER_MILLIS = 250;

    private static final Set<HttpMethod> USUAL = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE,
            HttpMethod.OPTIONS);

    private final AccessLog log;
    private final MeterRegistry meters;
    private final Set<Exchange> underWay = ConcurrentHashMap.newKeySet();
    private final Set<HttpConnection> closing = ConcurrentHashMap.newKeySet();
    private volatile boolean draining;

    public Traffic(AccessLog log, MeterRegistry meters) {
        this.log = log;
        this.meters = meters;
        meters.gaugeCollectionSize("callboard.gateway.requests.active", Tags.empty(), underWay);
    }

    Exchange begin(HttpServerRequest request) {
        var exchange = new Exchange(request);
        underWay.add(exchange);
        request.response().endHandler(ended -> end(exchange));
        return exchange;
    }

    /** Once per exchange, whether the answer was sent or the client left before. */
    private void end(Exchange exchange) {
        underWay.remove(exchange);
        if (exchange.closes()) closeSoon(exchange.request().connection());
        var instance = exchange.instance();
        meters.timer(
                        "callboard.gateway.requests",
                        "route",
                        exchange.route(),
                        "method",
                        method(exchange.request().method()),
                        "status",
                        String.valueOf(exchange.response().getStatusCode()),
                        "service",
                        instance == null ? "gateway" : instance.service())
                .record(exchange.totalMillis(), TimeUnit.MILLISECONDS);
        log.write(exchange.line());
    }

    /** Anyone may invent a method, and each would be a time series. */
    private static String method(HttpMethod method) {
        return USUAL.contains(method) ? method.name() : "OTHER";
    }

    /** Whatever else comes on this connection is not a request: nobody knows where one would begin. */
    private void closeSoon(HttpConnection connection) {
        if (!closing.add(connection)) return;
        connection.closeHandler(closed -> closing.remove(connection));
        Vertx.currentContext().owner().setTimer(LINGER_MILLIS, passed -> connection.close());
    }

    boolean isClosing(HttpConnection connection) {
        return closing.contains(connection);
    }

    public boolean isDraining() {
        return draining;
    }

    /**
     * Answers close their connections from now on. Event streams end at once: they never would by themselves, and their
     * readers come back with Last-Event-ID. Returns when the last request is done or the time is up.
     */
    public void drain(Duration within) throws InterruptedException {
        draining = true;
        underWay.stream().filter(Exchange::isEventStream).forEach(Exchange::cut);
        var deadline = System.nanoTime() + within.toNanos();
        while (!underWay.isEmpty() && System.nanoTime() - deadline < 0) TimeUnit.MILLISECONDS.sleep(20);
    }
}
