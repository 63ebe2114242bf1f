package dev.callboard.local.payments;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.callboard.local.process.StartFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/**
 * A payment provider that behaves like a real one, on this machine: HTTP, a key, idempotent operations, declines,
 * answers that never come, signed webhooks. Its books outlive a crash. No money moves.
 */
@Command(name = "payment-sandbox")
public final class PaymentSandbox implements Callable<Integer> {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST_BODY = 64 << 10;

    @Option(names = "--port", required = true)
    private int port;

    @Option(names = "--folder", required = true)
    private Path folder;

    /** How long {@link TestCard#SILENT} keeps its caller waiting before the connection closes. */
    @Option(names = "--silence")
    private Duration silence = Duration.ofSeconds(30);

    private String key;
    private String webhookSecret;
    private PaymentBook book;
    private PaymentOperations operations;
    private Webhooks webhooks;
    private HttpServer server;

    PaymentSandbox() {}

    PaymentSandbox(int port, Path folder, Duration silence, String key, String webhookSecret) {
        this.port = port;
        this.folder = folder;
        this.silence = silence;
        this.key = key;
        this.webhookSecret = webhookSecret;
    }

    public static void main(String[] arguments) {
        var sandbox = new PaymentSandbox();
        sandbox.key = System.getenv("PAYMENT_SANDBOX_KEY");
        sandbox.webhookSecret = System.getenv("PAYMENT_SANDBOX_WEBHOOK_SECRET");
        int exit = new CommandLine(sandbox).execute(arguments);
        if (exit != 0) Runtime.getRuntime().halt(exit);
    }

    /** Returns when it listens. */
    @Override
    public Integer call() throws IOException {
        if (key == null || webhookSecret == null) {
            throw new StartFailure("PAYMENT_SANDBOX_KEY and PAYMENT_SANDBOX_WEBHOOK_SECRET must be set");
        }
        Files.createDirectories(folder);
        book = new PaymentBook(folder.resolve("book.jsonl"));
        webhooks = new Webhooks(book, webhookSecret);
        operations = new PaymentOperations(book, webhooks::deliver);
        webhooks.resume();
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 256);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
        return 0;
    }

    void stop() throws IOException {
        server.stop(0);
        webhooks.close();
        book.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            PaymentAnswer answer;
            try {
                answer = route(exchange);
            } catch (PaymentRefused refused) {
                answer = PaymentAnswer.refused(refused);
            } catch (JacksonException malformed) {
                answer = PaymentAnswer.refused(new PaymentRefused(400, "invalid_json", "the body is no JSON object"));
            } catch (RuntimeException failed) {
                failed.printStackTrace();
                answer = PaymentAnswer.refused(new PaymentRefused(500, "internal", "see the sandbox's log"));
            }
            if (answer.silent()) {
                keepWaiting();
                return; // closing the exchange without an answer closes the connection
            }
            byte[] body = JSON.writeValueAsBytes(answer.body());
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private void keepWaiting() {
        try {
            Thread.sleep(silence);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private PaymentAnswer route(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/health")) return new PaymentAnswer(200, JSON.valueToTree(Map.of("status", "UP")), false);

        authenticate(exchange);
        String[] parts = path.substring(1).split("/");
        String route = exchange.getRequestMethod() + " " + (parts.length < 2 ? path : shape(parts));
        return switch (route) {
            case "GET v1/operations" -> operations.stored(query(exchange, "idempotencyKey"));
            case "GET v1/authorizations/{id}" -> operations.authorization(parts[2]);
            case "POST v1/payment-methods" ->
                once(exchange, false, (operation, body) -> operations.addMethod(operation, body));
            case "POST v1/authorizations" ->
                once(exchange, true, (operation, body) -> operations.authorize(operation, body));
            case "POST v1/authorizations/{id}/captures" ->
                once(exchange, true, (operation, body) -> operations.capture(operation, parts[2], body));
            case "POST v1/authorizations/{id}/voids" ->
                once(exchange, true, (operation, _) -> operations.cancel(operation, parts[2]));
            case "POST v1/refunds" -> once(exchange, true, (operation, body) -> operations.refund(operation, body));
            case "PUT v1/webhook-endpoint" -> operations.register(body(exchange));
            default -> throw PaymentRefused.unknown("operation: " + exchange.getRequestMethod() + " " + path);
        };
    }

    private static String shape(String[] parts) {
        String shape = parts[0] + "/" + parts[1];
        if (parts.length > 2) shape += "/{id}";
        if (parts.length > 3) shape += "/" + parts[3];
        return parts.length > 4 ? shape + "/…" : shape;
    }

    private void authenticate(HttpExchange exchange) {
        String given = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        boolean right = MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8), ("Bearer " + key).getBytes(StandardCharsets.UTF_8));
        if (!right) throw new PaymentRefused(401, "unauthorized", "Authorization: Bearer KEY is missing or wrong");
    }

    private interface Deed {
        PaymentAnswer carryOut(PaymentOperations.Repeatable operation, JsonNode body);
    }

    /** The same key and body: the same answer, whatever happened to the first one. Two at a time wait for each other. */
    private PaymentAnswer once(HttpExchange exchange, boolean keyRequired, Deed deed) throws IOException {
        JsonNode body = body(exchange);
        String idempotencyKey = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        if (idempotencyKey == null && keyRequired) {
            throw new PaymentRefused(400, "idempotency_key_missing", "Idempotency-Key is required here");
        }
        var operation = PaymentOperations.Repeatable.of(
                idempotencyKey, exchange.getRequestURI().getPath(), body);
        return book.exclusively(() -> operations.repeated(operation).orElseGet(() -> deed.carryOut(operation, body)));
    }

    private static JsonNode body(HttpExchange exchange) throws IOException {
        InputStream in = exchange.getRequestBody();
        byte[] bytes = in.readNBytes(LARGEST_BODY + 1);
        if (bytes.length > LARGEST_BODY) throw new PaymentRefused(413, "too_large", "a body has at most 64 KiB");
        if (bytes.length == 0) return JSON.createObjectNode();
        JsonNode body = JSON.readTree(bytes);
        if (!body.isObject()) throw new PaymentRefused(400, "invalid_json", "the body is no JSON object");
        return body;
    }

    private static String query(HttpExchange exchange, String name) {
        String query = exchange.getRequestURI().getRawQuery();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2 && parts[0].equals(name)) return URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
        }
        throw PaymentRefused.invalid(name, "", "one value");
    }
}
