package dev.callboard.gateway.upstream;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;

import java.time.Duration;

/** Asks every known instance once a second whether it is ready; without a health address, whether it takes a connection. */
public final class HealthChecks {
    private static final int TIMEOUT_MILLIS = 1_000;

    private final Upstreams upstreams;
    private final HttpClient http;
    private final NetClient connections;

    private HealthChecks(Vertx vertx, Upstreams upstreams) {
        this.upstreams = upstreams;
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(TIMEOUT_MILLIS)
                .setMaxPoolSize(1)
                .setKeepAliveTimeout(5));
        this.connections = vertx.createNetClient(new NetClientOptions().setConnectTimeout(TIMEOUT_MILLIS));
    }

    public static void every(Duration period, Vertx vertx, Upstreams upstreams) {
        var checks = new HealthChecks(vertx, upstreams);
        vertx.setPeriodic(period.toMillis(), timer -> checks.all());
    }

    private void all() {
        upstreams.all().values().forEach(instances -> instances.forEach(this::check));
    }

    private void check(Instance instance) {
        var health = instance.health();
        if (health == null) {
            connections
                    .connect(instance.port(), instance.host())
                    .onSuccess(socket -> {
                        instance.checked(true);
                        socket.close();
                    })
                    .onFailure(refused -> instance.checked(false));
            return;
        }
        var request = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(health.toString())
                .setTimeout(TIMEOUT_MILLIS);
        http.request(request)
                .compose(asked -> asked.send())
                .compose(answer -> answer.body().map(body -> answer.statusCode() == 200))
                .onComplete(outcome -> instance.checked(outcome.succeeded() && outcome.result()));
    }
}
