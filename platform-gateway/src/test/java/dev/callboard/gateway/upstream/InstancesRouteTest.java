package dev.callboard.gateway.upstream;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

class InstancesRouteTest {
    private static final String SELF = """
            {"service":"report-service","instance":"report-service-1","url":"http://127.0.0.1:1","build":"b","later":1}
            """;

    private final Vertx vertx = Vertx.vertx();
    private final Upstreams upstreams = new Upstreams(BalancingPolicy::roundRobin, System::nanoTime);

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    @Test
    void who_knows_the_secret_comes_and_goes() throws Exception {
        var port = listen(Optional.of("shared"));

        assertThat(send(port, "POST", "shared", SELF).statusCode()).isEqualTo(204);
        assertThat(upstreams.choose("report-service", Set.of()).orElseThrow().name())
                .isEqualTo("report-service-1");
        assertThat(send(port, "GET", "", "").body()).contains("report-service-1");
        assertThat(send(port, "DELETE", "shared", SELF).statusCode()).isEqualTo(204);
        assertThat(upstreams.choose("report-service", Set.of())).isEmpty();
    }

    @Test
    void who_guesses_it_does_not_and_without_one_nobody_does() throws Exception {
        var port = listen(Optional.of("shared"));
        assertThat(send(port, "POST", "guess", SELF).statusCode()).isEqualTo(403);
        assertThat(send(port, "POST", "", SELF).statusCode()).isEqualTo(403);

        var unguarded = listen(Optional.of(" "));
        assertThat(send(unguarded, "POST", " ", SELF).statusCode()).isEqualTo(403);
        assertThat(upstreams.all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"service\":\"report-service\"}",
                "{\"service\":\"report-service\",\"instance\":\"1\",\"url\":\"file:///etc/passwd\"}",
                "{\"service\":\"report-service\",\"instance\":\"1\",\"url\":\"not a url\"}"
            })
    void what_is_no_announcement_is_refused(String body) throws Exception {
        var answer = send(listen(Optional.of("shared")), "POST", "shared", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(upstreams.all()).isEmpty();
    }

    private int listen(Optional<String> secret) throws Exception {
        var router = Router.router(vertx);
        new InstancesRoute(upstreams, secret).install(() -> router);
        return vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(60, TimeUnit.SECONDS)
                .actualPort();
    }

    private static HttpResponse<String> send(int port, String method, String secret, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/instances"))
                .header("X-Instance-Secret", secret)
                .method(method, BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
