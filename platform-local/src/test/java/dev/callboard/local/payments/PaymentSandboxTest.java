package dev.callboard.local.payments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.callboard.local.process.Ports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PaymentSandboxTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEY = "test-key";
    private static final String SECRET = "webhook-secret";

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private PaymentSandbox sandbox;
    private int port;

    private record Answer(int status, JsonNode body) {
        String text(String field) {
            return body.path(field).asText();
        }

        String error() {
            return body.path("error").path("code").asText();
        }
    }

    @BeforeEach
    void start() throws IOException {
        port = new Ports(folder.resolve("ports.properties")).of("payments");
        sandbox = new PaymentSandbox(port, folder, Duration.ofMillis(200), KEY, SECRET);
        sandbox.call();
    }

    @AfterEach
    void stop() throws IOException {
        sandbox.stop();
        http.close();
    }

    private void killAndStartAgain() throws IOException {
        sandbox.stop();
        sandbox = new PaymentSandbox(port, folder, Duration.ofMillis(200), KEY, SECRET);
        sandbox.call();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofMinutes(1))
                .header("Authorization", "Bearer " + KEY);
    }

    private Answer send(HttpRequest request) throws IOException, InterruptedException {
        var response = http.send(request, HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), JSON.readTree(response.body()));
    }

    private Answer post(String path, String key, String body) throws IOException, InterruptedException {
        var request = request(path).POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')));
        return send((key == null ? request : request.header("Idempotency-Key", key)).build());
    }

    private Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET().build());
    }

    private String card(String number) throws IOException, InterruptedException {
        return post("/v1/payment-methods", null, "{'number':'" + number + "','expMonth':12,'expYear':2031,'cvc':'123'}")
                .text("id");
    }

    private Answer authorize(String key, String number) throws IOException, InterruptedException {
        return post("/v1/authorizations", key, authorization(card(number), 490_000));
    }

    private static String authorization(String card, long amount) {
        return "{'paymentMethod':'" + card + "','amountMinor':" + amount
                + ",'currency':'SEK','reference':'The Salt Road'}";
    }

    @Test
    void a_card_is_shown_again_by_its_last_four_digits_only() throws Exception {
        var card = post(
                "/v1/payment-methods",
                null,
                "{'number':'4242 4242 4242 4242','expMonth':12,'expYear':2031,'cvc':'123'}");

        assertThat(card.status()).isEqualTo(201);
        assertThat(card.text("brand")).isEqualTo("visa");
        assertThat(card.text("last4")).isEqualTo("4242");
        assertThat(card.body().toString()).doesNotContain("42424242");
        assertThat(Files.readString(folder.resolve("book.jsonl"))).doesNotContain("42424242");
    }

    @Test
    void a_number_without_a_right_check_digit_and_an_expired_card_are_refused() throws Exception {
        var wrong = post(
                "/v1/payment-methods", null, "{'number':'4242424242424241','expMonth':12,'expYear':2031,'cvc':'123'}");
        var expired = post(
                "/v1/payment-methods", null, "{'number':'4242424242424242','expMonth':1,'expYear':2020,'cvc':'123'}");

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.error()).isEqualTo("invalid_number");
        assertThat(wrong.body().toString()).doesNotContain("4242");
        assertThat(expired.error()).isEqualTo("expired_card");
    }

    @Test
    void money_is_authorised_captured_and_refunded() throws Exception {
        var hold = authorize("k1", "4242424242424242");
        var capture = post("/v1/authorizations/" + hold.text("id") + "/captures", "k2", "{}");
        var refund = post("/v1/refunds", "k3", "{'authorization':'" + hold.text("id") + "','amountMinor':90000}");
        var tooMuch = post("/v1/refunds", "k4", "{'authorization':'" + hold.text("id") + "','amountMinor':400001}");

        assertThat(hold.status()).isEqualTo(201);
        assertThat(hold.text("status")).isEqualTo("AUTHORIZED");
        assertThat(capture.text("status")).isEqualTo("CAPTURED");
        assertThat(capture.body().path("amountMinor").asLong()).isEqualTo(490_000);
        assertThat(refund.text("status")).isEqualTo("REFUNDED");
        assertThat(tooMuch.status()).isEqualTo(422);
        var now = get("/v1/authorizations/" + hold.text("id"));
        assertThat(now.body().path("capturedMinor").asLong()).isEqualTo(490_000);
        assertThat(now.body().path("refundedMinor").asLong()).isEqualTo(90_000);
    }

    @Test
    void a_voided_hold_cannot_be_captured_and_a_captured_one_not_voided() throws Exception {
        var first = authorize("k1", "4242424242424242").text("id");
        var second = authorize("k2", "4242424242424242").text("id");
        post("/v1/authorizations/" + first + "/voids", "k3", "{}");
        post("/v1/authorizations/" + second + "/captures", "k4", "{}");

        assertThat(post("/v1/authorizations/" + first + "/captures", "k5", "{}").status())
                .isEqualTo(409);
        assertThat(post("/v1/authorizations/" + second + "/voids", "k6", "{}").status())
                .isEqualTo(409);
        assertThat(post("/v1/authorizations/" + first + "/voids", "k7", "{}").text("status"))
                .isEqualTo("VOIDED");
    }

    @Test
    void the_declining_cards_decline_with_their_reason() throws Exception {
        var declined = authorize("k1", "4000000000000002");
        var poor = authorize("k2", "4000000000009995");

        assertThat(declined.status()).isEqualTo(201);
        assertThat(declined.text("status")).isEqualTo("DECLINED");
        assertThat(declined.text("declineCode")).isEqualTo("card_declined");
        assertThat(poor.text("declineCode")).isEqualTo("insufficient_funds");
        assertThat(post("/v1/authorizations/" + poor.text("id") + "/captures", "k3", "{}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void the_card_whose_capture_is_refused_stays_authorised() throws Exception {
        var hold = authorize("k1", "4000000000000341");

        var capture = post("/v1/authorizations/" + hold.text("id") + "/captures", "k2", "{}");

        assertThat(hold.text("status")).isEqualTo("AUTHORIZED");
        assertThat(capture.text("status")).isEqualTo("REFUSED");
        assertThat(capture.text("refusalCode")).isEqualTo("capture_refused");
        assertThat(get("/v1/authorizations/" + hold.text("id")).text("status")).isEqualTo("AUTHORIZED");
    }

    @Test
    void a_lost_answer_is_found_by_its_key_and_the_retry_charges_nothing_twice() throws Exception {
        String card = card("4000000000000259");

        assertThatThrownBy(() -> post("/v1/authorizations", "k1", authorization(card, 490_000)))
                .isInstanceOf(IOException.class);

        var stored = get("/v1/operations?idempotencyKey=k1");
        var retry = post("/v1/authorizations", "k1", authorization(card, 490_000));
        assertThat(stored.status()).isEqualTo(200);
        assertThat(stored.text("status")).isEqualTo("AUTHORIZED");
        assertThat(retry.text("id")).isEqualTo(stored.text("id"));
        assertThat(get("/v1/operations?idempotencyKey=unheard-of").status()).isEqualTo(404);
    }

    @Test
    void the_same_key_gives_the_same_answer_and_another_body_is_refused() throws Exception {
        String card = card("4242424242424242");
        var first = post("/v1/authorizations", "k1", authorization(card, 490_000));

        assertThat(post("/v1/authorizations", "k1", authorization(card, 490_000))
                        .body())
                .isEqualTo(first.body());
        var other = post("/v1/authorizations", "k1", authorization(card, 1));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.error()).isEqualTo("idempotency_key_reused");
        assertThat(post("/v1/authorizations", null, authorization(card, 1)).error())
                .isEqualTo("idempotency_key_missing");
    }

    @Test
    void twenty_at_once_under_one_key_are_one_authorisation() throws Exception {
        String card = card("4242424242424242");
        Set<String> ids = ConcurrentHashMap.newKeySet();
        var go = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                threads.submit(() -> {
                    go.await();
                    return ids.add(post("/v1/authorizations", "k1", authorization(card, 490_000))
                            .text("id"));
                });
            }
            go.countDown();
        }
        assertThat(ids).hasSize(1);
    }

    @Test
    void everything_outlives_a_kill_even_half_a_line() throws Exception {
        var hold = authorize("k1", "4242424242424242");
        Files.writeString(folder.resolve("book.jsonl"), "{\"authorization\":{\"id\":\"au", StandardOpenOption.APPEND);

        killAndStartAgain();

        assertThat(get("/v1/operations?idempotencyKey=k1").body()).isEqualTo(hold.body());
        assertThat(post("/v1/authorizations/" + hold.text("id") + "/captures", "k2", "{}")
                        .text("status"))
                .isEqualTo("CAPTURED");
        killAndStartAgain();
        assertThat(get("/v1/authorizations/" + hold.text("id")).text("status")).isEqualTo("CAPTURED");
    }

    @Test
    void without_the_key_nothing_is_answered() throws Exception {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/v1/operations?idempotencyKey=k1"))
                .header("Authorization", "Bearer guessed")
                .build();

        assertThat(send(request).status()).isEqualTo(401);
    }

    @Test
    void malformed_requests_are_refused_with_a_reason() throws Exception {
        String card = card("4242424242424242");

        assertThat(post("/v1/authorizations", "k1", "not json").status()).isEqualTo(400);
        assertThat(post("/v1/authorizations", "k2", "[]").status()).isEqualTo(400);
        assertThat(post("/v1/authorizations", "k3", authorization(card, -5)).error())
                .isEqualTo("invalid_amountMinor");
        assertThat(post("/v1/authorizations", "k4", authorization("pm_unknown", 5))
                        .status())
                .isEqualTo(404);
        assertThat(get("/v1/nothing").status()).isEqualTo(404);
        assertThat(get("/v1/operations?idempotencyKey=k3").status())
                .as("a refused request is not an operation")
                .isEqualTo(404);
    }

    @Test
    void events_are_signed_and_repeated_until_they_are_taken() throws Exception {
        record Delivery(String signature, String body) {}
        var deliveries = new LinkedBlockingQueue<Delivery>();
        var seen = new AtomicInteger();
        var receiver = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 16);
        receiver.createContext("/webhooks/payments", exchange -> {
            try (exchange) {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                deliveries.add(new Delivery(exchange.getRequestHeaders().getFirst("Payment-Signature"), body));
                exchange.sendResponseHeaders(seen.incrementAndGet() == 1 ? 503 : 204, -1);
            }
        });
        receiver.start();
        try {
            var hold = authorize("k1", "4242424242424242"); // before anybody listens
            String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/webhooks/payments";
            send(request("/v1/webhook-endpoint")
                    .PUT(HttpRequest.BodyPublishers.ofString("{\"url\":\"" + url + "\"}"))
                    .build());

            var first = deliveries.poll(1, TimeUnit.MINUTES);
            var repeated = deliveries.poll(1, TimeUnit.MINUTES);
            var event = JSON.readTree(repeated.body());
            assertThat(event).isEqualTo(JSON.readTree(first.body()));
            assertThat(event.path("type").asText()).isEqualTo("authorization.succeeded");
            assertThat(event.path("data").path("id").asText()).isEqualTo(hold.text("id"));
            String seconds = repeated.signature().replaceAll("t=(\\d+),v1=.*", "$1");
            assertThat(repeated.signature())
                    .isEqualTo("t=" + seconds + ",v1="
                            + Webhooks.signature(SECRET, Long.parseLong(seconds), repeated.body()));
            assertThat(deliveries.poll(600, TimeUnit.MILLISECONDS))
                    .as("taken once")
                    .isNull();
        } finally {
            receiver.stop(0);
        }
    }
}
