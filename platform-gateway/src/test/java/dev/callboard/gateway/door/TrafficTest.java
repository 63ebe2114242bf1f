package dev.callboard.gateway.door;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import static org.assertj.core.api.Assertions.assertThat;

/** Several instances, bodies and streams: who is asked, for how long, and what happens when somebody leaves. */
@Timeout(120)
class TrafficTest {
    private static final String PROJECTS = "/api/v1/projects";

    private OpenDoor door;

    @BeforeEach
    void open() {
        door = new OpenDoor(Map.of());
    }

    @AfterEach
    void close() {
        door.close();
    }

    private void openWith(String setting, String value) {
        door.close();
        door = new OpenDoor(Map.of(setting, value));
    }

    private void answerOk(HttpServerRequest request) {
        request.body().onSuccess(body -> request.response().end("got " + body.length()));
    }

    @Test
    void requests_go_round_and_a_dead_instance_is_skipped_without_a_failed_request() throws Exception {
        var first = new AtomicInteger();
        var second = new AtomicInteger();
        door.projectService("project-service-1", request -> {
            first.incrementAndGet();
            request.response().end();
        });
        door.projectService("project-service-2", request -> {
            second.incrementAndGet();
            request.response().end();
        });
        for (int i = 0; i < 10; i++) door.send(door.byAna(PROJECTS));
        assertThat(first).hasValue(5);
        assertThat(second).hasValue(5);

        door.announce("project-service-3", door.deadPort());
        for (int i = 0; i < 9; i++) {
            var body = BodyPublishers.ofString("{}"); // a POST too: nothing was sent when the connection was refused
            assertThat(door.send(door.byAna(PROJECTS).POST(body)).statusCode()).isEqualTo(200);
        }
        assertThat(first.get() + second.get()).isEqualTo(19);
    }

    @Test
    void a_safe_request_is_repeated_when_the_connection_breaks_and_a_post_is_not() throws Exception {
        var breaking = new AtomicInteger();
        door.projectService("project-service-1", request -> {
            breaking.incrementAndGet();
            request.connection().close();
        });
        door.projectService("project-service-2", this::answerOk);
        for (int i = 0; i < 4; i++)
            assertThat(door.send(door.byAna(PROJECTS)).statusCode()).isEqualTo(200);
        assertThat(breaking.get()).isPositive();

        door.upstreams.gone("project-service", "project-service-2");
        door.nanos.addAndGet(TimeUnit.MINUTES.toNanos(1)); // its ban has passed
        door.announce("project-service-1", door.deadPort());
        door.projectService("project-service-1", request -> request.connection().close());
        var lost = door.send(door.byAna(PROJECTS).POST(BodyPublishers.ofString("{}")));
        assertThat(lost.statusCode()).isEqualTo(502);
        assertProblem(lost, "upstream-lost");
    }

    @Test
    void a_service_that_does_not_answer_is_not_waited_for_longer_than_said() throws Exception {
        openWith("callboard.gateway.answer-within", "1s");
        door.projectService("project-service-1", request -> {});

        var late = door.send(door.byAna(PROJECTS));

        assertThat(late.statusCode()).isEqualTo(504);
        assertProblem(late, "upstream-too-slow");
    }

    @Test
    void a_body_that_dribbles_in_is_given_up() throws Exception {
        openWith("callboard.gateway.body-pause", "1s");
        door.projectService("project-service-1", this::answerOk);

        var answer = door.raw("POST /api/v1/projects HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer the-token-of-ana\r\n"
                + "Content-Length: 100\r\n\r\nonly this");

        assertThat(answer)
                .startsWith("HTTP/1.1 408")
                .contains("/problems/request-too-slow")
                .endsWith("[closed]");
    }

    @Test
    void large_bodies_pass_both_ways_without_being_held() throws Exception {
        var bytes = 32 << 20;
        door.projectService("project-service-1", request -> {
            var length = new AtomicLong();
            request.handler(piece -> length.addAndGet(piece.length()));
            request.endHandler(end ->
                    request.response().putHeader("X-Got", length.toString()).end(Buffer.buffer(new byte[bytes])));
        });

        var answer = door.client()
                .send(
                        door.byAna("/api/v1/media")
                                .POST(BodyPublishers.ofByteArray(new byte[bytes]))
                                .build(),
                        BodyHandlers.ofByteArray());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("X-Got")).hasValue(String.valueOf(bytes));
        assertThat(answer.body()).hasSize(bytes);
    }

    @Test
    void too_much_is_refused_whether_it_was_announced_or_not() throws Exception {
        door.projectService("project-service-1", this::answerOk);
        var tooMuch = new byte[(1 << 20) + 1];

        var announced = door.raw("POST /api/v1/sync HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer the-token-of-ana\r\n"
                + "Content-Length: 99999999\r\n\r\n");
        assertThat(announced)
                .startsWith("HTTP/1.1 413")
                .contains("/problems/too-large")
                .endsWith("[closed]");

        var chunk = "POST /api/v1/sync HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer the-token-of-ana\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(tooMuch.length) + "\r\n"
                + new String(tooMuch, StandardCharsets.ISO_8859_1);
        assertThat(door.raw(chunk)).startsWith("HTTP/1.1 413");

        assertProblem(door.send(door.byAna(PROJECTS + "?q=" + "x".repeat(9_000))), "address-too-long");
        assertProblem(door.send(door.byAna(PROJECTS + "?q=" + "x".repeat(40_000))), "address-too-long");
        assertProblem(door.send(door.byAna(PROJECTS).header("X-Long", "x".repeat(17_000))), "headers-too-large");
        assertProblem(door.send(door.byAna(PROJECTS).header("X-Long", "x".repeat(80_000))), "headers-too-large");
    }

    @Test
    void an_event_reaches_the_client_when_it_is_written() throws Exception {
        var stream = new CompletableFuture<HttpServerResponse>();
        door.projectService("project-service-1", request -> {
            var response = request.response().setChunked(true).putHeader("Content-Type", "text/event-stream");
            response.write("data: one\n\n");
            stream.complete(response);
        });

        try (var socket = new Socket("127.0.0.1", door.port())) {
            var lines = board(socket);
            assertThat(readUntil(lines, "data: one")).isTrue();
            stream.get(20, TimeUnit.SECONDS).write("data: two\n\n");
            assertThat(readUntil(lines, "data: two")).isTrue();
        }
    }

    @Test
    void a_stream_that_has_begun_goes_on_for_longer_than_an_answer_may_take_to_begin() throws Exception {
        openWith("callboard.gateway.answer-within", "4s");
        door.projectService("project-service-1", request -> {
            request.response().setChunked(true).write("data: one\n\n");
            door.vertx.setTimer(5_000, passed -> request.response().end("data: two\n\n"));
        });

        try (var socket = new Socket("127.0.0.1", door.port())) {
            assertThat(readUntil(board(socket), "data: two")).isTrue();
        }
    }

    @Test
    void a_client_that_leaves_is_told_to_the_service() throws Exception {
        var left = new CompletableFuture<Boolean>();
        door.projectService("project-service-1", request -> {
            request.response()
                    .setChunked(true)
                    .closeHandler(closed -> left.complete(true))
                    .write("data: one\n\n");
        });

        try (var socket = new Socket("127.0.0.1", door.port())) {
            board(socket).read();
        }

        assertThat(left.get(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void what_is_under_way_is_finished_before_the_door_closes() throws Exception {
        var asked = new CompletableFuture<HttpServerRequest>();
        door.projectService("project-service-1", asked::complete);
        var answer = door.client().sendAsync(door.byAna(PROJECTS).build(), BodyHandlers.ofString());
        var request = asked.get(20, TimeUnit.SECONDS);
        door.vertx.setTimer(300, passed -> request.response().end("done"));

        door.traffic.drain(Duration.ofMinutes(1));

        assertThat(answer.get(20, TimeUnit.SECONDS).body()).isEqualTo("done");
    }

    @Test
    void an_event_stream_does_not_hold_up_the_end() throws Exception {
        door.projectService("project-service-1", request -> request.response()
                .setChunked(true)
                .putHeader("Content-Type", "text/event-stream")
                .write("data: one\n\n"));

        try (var socket = new Socket("127.0.0.1", door.port())) {
            var lines = board(socket);
            assertThat(readUntil(lines, "data: one")).isTrue();

            door.traffic.drain(Duration.ofHours(1));

            assertThat(readUntil(lines, "data: two")).isFalse(); // the end of the stream, not a time-out
        }
    }

    private static BufferedReader board(Socket socket) throws IOException {
        socket.setSoTimeout(20_000);
        var request =
                "GET /api/v1/projects/p/board HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer the-token-of-ana\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private static boolean readUntil(BufferedReader lines, String wanted) throws Exception {
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.equals(wanted)) return true;
        }
        return false;
    }

    private static void assertProblem(HttpResponse<String> answer, String type) {
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"type\":\"/problems/" + type + "\"");
    }
}
