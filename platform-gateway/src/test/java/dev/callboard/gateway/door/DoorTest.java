package dev.callboard.gateway.door;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import static org.assertj.core.api.Assertions.assertThat;

/** What passes, what is refused, what is written down. */
@Timeout(120)
class DoorTest {
    private static final String PROJECTS = "/api/v1/projects";

    private final List<MultiMap> received = new CopyOnWriteArrayList<>();
    private final List<String> addresses = new CopyOnWriteArrayList<>();
    private OpenDoor door;

    @BeforeEach
    void open() {
        door = new OpenDoor(Map.of());
    }

    @AfterEach
    void close() {
        door.close();
    }

    private void answerOk(HttpServerRequest request) {
        received.add(MultiMap.caseInsensitiveMultiMap().addAll(request.headers()));
        addresses.add(request.uri());
        request.body().onSuccess(body -> request.response().end("got " + body.length()));
    }

    @Test
    void what_belongs_to_one_hop_or_is_ours_to_say_does_not_pass() throws Exception {
        door.projectService("project-service-1", this::answerOk);

        var answer = door.raw("""
                GET /api/v1/projects HTTP/1.1
                Host: callboard.example
                Authorization: Bearer the-token-of-ana
                Connection: close, X-Secret-Hop
                X-Secret-Hop: 1
                Keep-Alive: timeout=5
                TE: trailers
                Upgrade: h2c
                Proxy-Authorization: Basic abc
                X-Forwarded-For: 6.6.6.6
                X-Forwarded-Anything: 1
                Forwarded: for=6.6.6.6
                X-User-Id: stina
                X-Instance-Secret: guess
                X-HTTP-Method-Override: DELETE
                Callboard-Clock: 2099-01-01T00:00:00Z
                Accept-Language: sv

                GET /nowhere HTTP/1.1
                Host: callboard.example
                Connection: close

                """.replace("\n", "\r\n"));

        assertThat(answer).startsWith("HTTP/1.1 200");
        var headers = received.getFirst();
        assertThat(headers.get("Accept-Language")).isEqualTo("sv");
        assertThat(headers.get("Authorization")).isEqualTo("Bearer the-token-of-ana");
        assertThat(headers.getAll("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat(headers.get("X-Forwarded-Host")).isEqualTo("callboard.example");
        assertThat(headers.names())
                .doesNotContain(
                        "X-Secret-Hop",
                        "Keep-Alive",
                        "TE",
                        "Upgrade",
                        "Proxy-Authorization",
                        "X-Forwarded-Anything",
                        "Forwarded",
                        "X-User-Id",
                        "X-Instance-Secret",
                        "X-HTTP-Method-Override",
                        "Callboard-Clock");
    }

    @Test
    void what_the_service_says_of_its_clock_and_version_passes_and_its_own_hop_does_not() throws Exception {
        door.projectService("project-service-1", request -> request.response()
                .putHeader("Callboard-Clock", "2027-10-31T06:00:00Z")
                .putHeader("ETag", "\"3.ab\"")
                .putHeader("Connection", "X-Inner")
                .putHeader("X-Inner", "1")
                .end("ok"));

        var answer = door.send(door.byAna(PROJECTS));

        assertThat(answer.headers().firstValue("Callboard-Clock")).hasValue("2027-10-31T06:00:00Z");
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"3.ab\"");
        assertThat(answer.headers().firstValue("X-Inner")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
                "Content-Length: five\r\n\r\nhello",
                "Content-Length : 5\r\n\r\nhello",
            })
    void a_length_that_can_be_read_in_two_ways_is_refused_and_the_connection_closed(String framing) throws Exception {
        door.projectService("project-service-1", this::answerOk);

        var answer = door.raw("POST /api/v1/projects HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer the-token-of-ana\r\n"
                + framing + "GET /api/v1/projects/smuggled HTTP/1.1\r\nHost: a\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json")
                .endsWith("[closed]");
        assertThat(answer.split("HTTP/1.1 ")).hasSize(2); // one answer: the rest was not taken for a request
        assertThat(addresses).doesNotContain("/api/v1/projects/smuggled");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/projects/../me",
                "/api/v1/projects/%2e%2e/me",
                "/api/v1/projects%2fme",
                "/api/v1/projects/%5c",
                "/api/v1//projects",
                "/api/v1/projects;x=1",
                "/api/v1/projects/%00",
                "/api/v1/projects/%zz",
                "/api/v1/projects/%252e",
                "/api/v1\\projects",
            })
    void an_address_that_can_be_read_in_two_ways_is_refused(String path) throws Exception {
        door.projectService("project-service-1", this::answerOk);

        var answer = door.raw("GET " + path
                + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer the-token-of-ana\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("/problems/address-ambiguous");
        assertThat(addresses).isEmpty();
    }

    @Test
    void the_path_that_was_matched_is_the_path_that_is_sent() throws Exception {
        door.projectService("project-service-1", this::answerOk);

        door.send(door.byAna("/api/v1/%70rojects/x%20y?q=%2e%2e&limit=2"));
        door.send(door.request("/a/aTokenOfBo?lang=sv"));

        assertThat(addresses)
                .containsExactly("/api/v1/projects/x%20y?q=%2e%2e&limit=2", "/api/v1/answers/aTokenOfBo?lang=sv");
    }

    @Test
    void only_what_is_open_is_open() throws Exception {
        door.projectService("project-service-1", this::answerOk);

        var without = door.send(door.request(PROJECTS));
        assertThat(without.statusCode()).isEqualTo(401);
        assertThat(without.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertProblem(without, "unauthenticated");
        assertThat(door.send(door.request(PROJECTS).header("Authorization", "Bearer forged"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(door.send(door.byAna(PROJECTS)).statusCode()).isEqualTo(200);
        assertThat(door.send(door.request("/api/v1/answers/aTokenOfBo")).statusCode())
                .isEqualTo(200);
        assertThat(received).hasSize(2);
    }

    @Test
    void nothing_there_is_404_and_nobody_there_is_503_with_a_time_to_come_back() throws Exception {
        assertProblem(door.send(door.byAna("/nowhere")), "not-found");
        assertProblem(door.send(door.byAna("/api/v1/nowhere")), "not-found");

        var nobody = door.send(door.byAna(PROJECTS));
        assertThat(nobody.statusCode()).isEqualTo(503);
        assertThat(nobody.headers().firstValue("Retry-After")).isPresent();
        assertProblem(nobody, "no-instance");
    }

    @Test
    void the_log_has_a_line_per_request_and_never_a_token_of_a_link() throws Exception {
        door.projectService("project-service-1", this::answerOk);
        var id = "0198c0de-0000-7000-8000-000000000001";

        door.send(door.byAna(PROJECTS + "/" + id + "/calls?date=2027-10-29"));
        door.send(door.request("/a/sEcReT-of-Bo"));
        door.send(door.request("/api/v1/answers/sEcReT-of-Bo/calendar.ics"));

        door.awaitLines(3); // written when the answer has been sent, thus perhaps after it was read
        assertThat(door.log.getFirst())
                .contains(
                        "\"route\":\"/api/v1/projects/{…}/calls\"",
                        "\"status\":200",
                        "\"upstream\":\"project-service-1\"")
                .doesNotContain(id);
        assertThat(door.log).noneMatch(line -> line.contains("sEcReT"));
        assertThat(door.meters
                        .get("callboard.gateway.requests")
                        .tag("route", "/a/{token}")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void a_refusal_on_an_answer_link_does_not_repeat_the_link() throws Exception {
        var answer = door.send(door.request("/a/sEcReT-of-Bo"));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).doesNotContain("sEcReT").contains("/a/{token}");
    }

    @Test
    void one_connection_carries_many_requests_refused_or_not() throws Exception {
        door.projectService("project-service-1", this::answerOk);
        var one = "GET /api/v1/projects HTTP/1.1\r\nHost: a\r\n\r\n";
        var other = "GET /api/v1/projects HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer the-token-of-ana\r\n\r\n";

        var answers = door.raw(one + other + one + other.replace("Host", "Connection: close\r\nHost"));

        assertThat(answers.split("HTTP/1.1 ")).hasSize(5);
        assertThat(answers).contains("401", "200").endsWith("[closed]");
    }

    @Test
    void a_page_from_this_machine_may_call_and_one_from_elsewhere_may_not() throws Exception {
        var preflight = door.raw("OPTIONS /api/v1/projects HTTP/1.1\r\nHost: a\r\nOrigin: http://localhost:5173\r\n"
                + "Access-Control-Request-Method: PATCH\r\nConnection: close\r\n\r\n");
        assertThat(preflight)
                .startsWith("HTTP/1.1 204")
                .containsIgnoringCase("access-control-allow-origin: http://localhost:5173")
                .containsIgnoringCase("if-match");

        var refused = door.raw(
                "GET /api/v1/projects HTTP/1.1\r\nHost: a\r\nOrigin: http://localhost:5173\r\nConnection: close\r\n\r\n");
        assertThat(refused).startsWith("HTTP/1.1 401").containsIgnoringCase("access-control-allow-origin");

        var elsewhere = door.raw(
                "GET /api/v1/projects HTTP/1.1\r\nHost: a\r\nOrigin: http://localhost.evil.example\r\nConnection: close\r\n\r\n");
        assertThat(elsewhere).doesNotContainIgnoringCase("access-control-allow-origin");
    }

    private static void assertProblem(HttpResponse<String> answer, String type) {
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"type\":\"/problems/" + type + "\"");
    }
}
