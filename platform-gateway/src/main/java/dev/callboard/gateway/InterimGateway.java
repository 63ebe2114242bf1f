package dev.callboard.gateway;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** TO BE DELETED when the real gateway is here: it lets the others integrate meanwhile. */
@ApplicationScoped
class InterimGateway {
    private final Map<String, Map<String, Seen>> instances = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();
    private HttpClient client;

    record Seen(String url, long at) {}

    void management(@Observes ManagementInterface management) {
        management
                .router()
                .route("/instances")
                .handler(io.vertx.ext.web.handler.BodyHandler.create())
                .handler(context -> {
                    var json = context.body().asJsonObject();
                    var all = instances.computeIfAbsent(json.getString("service"), s -> new ConcurrentHashMap<>());
                    if (context.request().method() == HttpMethod.DELETE) all.remove(json.getString("instance"));
                    else all.put(json.getString("instance"), new Seen(json.getString("url"), System.nanoTime()));
                    context.response().setStatusCode(204).end();
                });
    }

    void routes(@Observes Router router, Vertx vertx) {
        client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(100));
        router.route().order(-100).handler(this::proxy);
    }

    private String service(String path) {
        if (path.startsWith("/.well-known/jwks") || path.startsWith("/verify") || path.startsWith("/reset"))
            return "user-service";
        if (path.startsWith("/a/")) return "project-service";
        if (path.startsWith("/webhooks")) return "account-service";
        var p = path.startsWith("/api/v1") ? path.substring(7) : "";
        if (p.matches("/me/(calls|time-cards).*")) return "project-service";
        if (p.startsWith("/me/pay-slips") || p.matches("/(renders|report-runs|pay-runs).*")) return "report-service";
        if (p.matches("/(users|sessions|me).*")) return "user-service";
        if (p.matches(
                "/accounts/[^/]+/(employees|hours|leave|opening-balances|pay-scheme|pay-periods|leave-requests|pay-runs).*"))
            return "report-service";
        if (p.matches("/accounts/[^/]+/projects.*")) return "project-service";
        if (p.startsWith("/accounts")) return "account-service";
        if (p.startsWith("/webhooks")) return "account-service";
        return "project-service";
    }

    private void proxy(RoutingContext context) {
        var request = context.request();
        var path = request.path();
        var all =
                new ArrayList<>(instances.getOrDefault(service(path), Map.of()).values());
        all.removeIf(seen -> System.nanoTime() - seen.at > 3_000_000_000L);
        if (all.isEmpty()) {
            context.response()
                    .setStatusCode(503)
                    .putHeader("content-type", "application/problem+json")
                    .end("{\"status\":503,\"detail\":\"no instance\"}");
            return;
        }
        var target = path.startsWith("/a/") ? "/api/v1/answers/" + request.uri().substring(3) : request.uri();
        send(context, all, turn.getAndIncrement() & 0xffff, target, 0);
    }

    private void send(RoutingContext context, List<Seen> all, int turn, String target, int tries) {
        var request = context.request();
        var upstream = all.get((turn + tries) % all.size()).url;
        request.pause();
        client.request(new RequestOptions().setAbsoluteURI(upstream + target).setMethod(request.method()))
                .onFailure(e -> {
                    if (tries + 1 < all.size()) send(context, all, turn, target, tries + 1);
                    else context.response().setStatusCode(502).end();
                })
                .onSuccess(up -> {
                    request.headers().forEach((k, v) -> {
                        if (!k.equalsIgnoreCase("host") && !k.equalsIgnoreCase("connection")) up.putHeader(k, v);
                    });
                    if (request.getHeader("content-length") == null && request.getHeader("transfer-encoding") == null) {
                        up.send().onSuccess(answer -> answer(context, answer)).onFailure(e -> context.response()
                                .setStatusCode(502)
                                .end());
                        request.resume();
                    } else {
                        up.response()
                                .onSuccess(answer -> answer(context, answer))
                                .onFailure(e ->
                                        context.response().setStatusCode(502).end());
                        if (request.getHeader("content-length") == null) up.setChunked(true);
                        request.pipeTo(up);
                    }
                });
    }

    private void answer(RoutingContext context, io.vertx.core.http.HttpClientResponse answer) {
        var response = context.response();
        response.setStatusCode(answer.statusCode());
        answer.headers().forEach((k, v) -> response.headers().add(k, v));
        if (answer.getHeader("content-length") == null) response.setChunked(true);
        answer.pipeTo(response);
    }
}
