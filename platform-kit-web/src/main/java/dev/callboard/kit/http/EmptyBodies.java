package dev.callboard.kit.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.util.Set;

/**
 * Who sends nothing need not say in what format: a body that may be left out may be left out with its Content-Type. The
 * framework would answer 415 to {@code curl -X POST}.
 */
@ApplicationScoped
class EmptyBodies {
    private static final Set<HttpMethod> WITH_BODIES = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);
    private static final int BEFORE_ROUTES = 100;

    void listen(@Observes Filters filters) {
        filters.register(EmptyBodies::named, BEFORE_ROUTES);
    }

    private static void named(RoutingContext exchange) {
        var request = exchange.request();
        var headers = request.headers();
        boolean empty = !headers.contains(HttpHeaders.TRANSFER_ENCODING)
                && (!headers.contains(HttpHeaders.CONTENT_LENGTH)
                        || headers.get(HttpHeaders.CONTENT_LENGTH).equals("0"));
        if (empty && WITH_BODIES.contains(request.method()) && !headers.contains(HttpHeaders.CONTENT_TYPE))
            headers.set(HttpHeaders.CONTENT_TYPE, "application/json");
        exchange.next();
    }
}
