package dev.callboard.gateway.door;

import dev.callboard.gateway.route.Routes;
import dev.callboard.gateway.upstream.Announcement;
import dev.callboard.gateway.upstream.BalancingPolicy;
import dev.callboard.gateway.upstream.Upstreams;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import static dev.callboard.kit.problem.CommonProblem.UNAUTHENTICATED;

/** A real door on a free port, with real servers behind it. */
final class OpenDoor implements AutoCloseable {
    static final String ANAS_TOKEN = "the-token-of-ana";

    final Vertx vertx = Vertx.vertx();
    final AtomicLong nanos = new AtomicLong(1);
    /** Time passes when a test says so: no instance falls silent, and no ban ends, because the machine is slow. */
    final Upstreams upstreams = new Upstreams(BalancingPolicy::roundRobin, nanos::get);

    final List<String> log = java.util.Collections.synchronizedList(new ArrayList<>());
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Traffic traffic = new Traffic(line -> log.add(AccessLog.json(line)), meters);
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Socket> taken = new ArrayList<>();
    private final Door door;

    OpenDoor(Map<String, String> settings) {
        var configured = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(DoorSettings.class)
                .withDefaultValues(settings)
                .withDefaultValue("callboard.gateway.host", "127.0.0.1")
                .withDefaultValue("callboard.gateway.port", "0")
                .build()
                .getConfigMapping(DoorSettings.class);
        TokenCheck tokens = (loop, token) -> token.equals(ANAS_TOKEN)
                ? Future.succeededFuture()
                : Future.failedFuture(UNAUTHENTICATED.because("not ours"));
        door = new Door(new DoorParts(
                configured,
                Routes.ofThePlatform(),
                upstreams,
                tokens,
                (request, path) -> false,
                new CrossOrigin(true),
                traffic));
        await(vertx.deployVerticle(door));
    }

    /** A project-service that answers as told. */
    HttpServer projectService(String name, Consumer<HttpServerRequest> answering) {
        var server =
                await(vertx.createHttpServer().requestHandler(answering::accept).listen(0, "127.0.0.1"));
        announce(name, server.actualPort());
        return server;
    }

    void announce(String name, int port) {
        upstreams.seen(new Announcement("project-service", name, URI.create("http://127.0.0.1:" + port), null, "test"));
    }

    int port() {
        return door.port();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(Duration.ofSeconds(60));
    }

    HttpRequest.Builder byAna(String path) {
        return request(path).header("Authorization", "Bearer " + ANAS_TOKEN);
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpClient client() {
        return client;
    }

    void awaitLines(int count) throws InterruptedException {
        for (int i = 0; i < 6_000 && log.size() < count; i++) TimeUnit.MILLISECONDS.sleep(10);
        if (log.size() != count) throw new AssertionError(count + " lines expected: " + log);
    }

    /** Sends bytes as they are and returns what comes until the door closes or falls silent. */
    String raw(String bytes) throws IOException {
        try (var socket = new Socket("127.0.0.1", port())) {
            socket.setSoTimeout(20_000);
            var read = new ByteArrayOutputStream();
            write(bytes, socket);
            try {
                for (int b = socket.getInputStream().read();
                        b >= 0;
                        b = socket.getInputStream().read()) read.write(b);
                read.writeBytes("[closed]".getBytes(StandardCharsets.ISO_8859_1));
            } catch (SocketTimeoutException silent) {
                read.writeBytes("[open]".getBytes(StandardCharsets.ISO_8859_1));
            } catch (SocketException reset) {
                read.writeBytes("[closed]".getBytes(StandardCharsets.ISO_8859_1));
            }
            return read.toString(StandardCharsets.ISO_8859_1);
        }
    }

    private static void write(String bytes, Socket socket) throws IOException {
        try {
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        } catch (SocketException refused) {
            // it was closed before it had read everything; what it said is there to be read
        }
    }

    /** A port where nobody listens, and nobody else can: it is taken. */
    int deadPort() throws IOException {
        var socket = new Socket();
        taken.add(socket);
        socket.bind(new InetSocketAddress("127.0.0.1", 0));
        return socket.getLocalPort();
    }

    static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        await(vertx.close());
        try {
            for (var socket : taken) socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
