package dev.callboard.bench.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** One person behind the gateway; signs in again when her token is too old. */
final class Client {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String url;
    private final Path mails;
    private final HttpClient http = HttpClient.newHttpClient();
    private String email = "";
    private String password = "";
    private String token = "";

    /** @param json of the body, null node where that is none */
    record Answer(int status, JsonNode json, byte[] body, String etag) {
        Answer mustBe(int expected) {
            if (status == expected) return this;
            throw new IllegalStateException("answered " + status + ", expected " + expected + ": " + json);
        }
    }

    /** @param mails the folder in which the platform leaves each mail as a file */
    Client(String url, Path mails) {
        this.url = url;
        this.mails = mails;
    }

    Client registered(String name, String email, String password) {
        this.email = email;
        this.password = password;
        register(name, email, password).mustBe(202);
        var link = mail(email, Pattern.compile("/verify#([\\w-]+)"), _ -> true);
        post("/users/verifications", Map.of("token", link));
        signIn();
        return this;
    }

    Answer register(String name, String email, String password) {
        return post(
                "/users", Map.of("name", name, "email", email, "password", password, "locale", "en", "zone", "UTC"));
    }

    void signIn() {
        var answer = send(
                "POST", "/sessions", "application/json", json(Map.of("email", email, "password", password)), Map.of());
        token = answer.mustBe(200).json().get("accessToken").asText();
    }

    /** The first group of the pattern in a mail to the address, waiting for it. */
    String mail(String recipient, Pattern pattern, Predicate<String> fits) {
        var box = mails.resolve(recipient);
        return Wait.forValue(
                "a mail to " + recipient,
                PATIENCE,
                () -> {
                    if (!Files.isDirectory(box)) return "";
                    try (var files = Files.list(box)) {
                        for (var file : files.filter(found -> found.toString().endsWith(".eml"))
                                .toList()) {
                            var found = pattern.matcher(Files.readString(file));
                            if (found.find() && fits.test(found.group(1))) return found.group(1);
                        }
                        return "";
                    } catch (IOException e) {
                        throw new IllegalStateException(box + ": " + e.getMessage(), e);
                    }
                },
                text -> !text.isEmpty());
    }

    Answer get(String path) {
        return authorised("GET", path, null, BodyPublishers.noBody(), Map.of());
    }

    Answer post(String path, Object body) {
        var key = path.equals("/users") || path.startsWith("/users/")
                ? Map.<String, String>of()
                : Map.of("Idempotency-Key", UUID.randomUUID().toString());
        return authorised("POST", path, "application/json", json(body), key);
    }

    Answer csv(String path, Path file) throws IOException {
        return authorised("POST", path, "text/csv", BodyPublishers.ofFile(file), Map.of());
    }

    Answer patch(String path, Object body) {
        var etag = get(path).mustBe(200).etag();
        return authorised("PATCH", path, "application/merge-patch+json", json(body), Map.of("If-Match", etag));
    }

    private Answer authorised(
            String method, String path, String type, BodyPublisher body, Map<String, String> headers) {
        var answer = send(method, path, type, body, headers);
        if (answer.status() != 401 || token.isEmpty()) return answer;
        signIn();
        return send(method, path, type, body, headers);
    }

    private Answer send(String method, String path, String type, BodyPublisher body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(url + "/api/v1" + path)).timeout(PATIENCE);
        headers.forEach(request::header);
        if (type != null) request.header("Content-Type", type);
        if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
        try {
            var response = http.send(request.method(method, body).build(), BodyHandlers.ofByteArray());
            boolean isJson =
                    response.headers().firstValue("Content-Type").orElse("").contains("json");
            return new Answer(
                    response.statusCode(),
                    isJson ? JSON.readTree(response.body()) : JSON.nullNode(),
                    response.body(),
                    response.headers().firstValue("ETag").orElse(""));
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(method + " " + path + ": interrupted", e);
        }
    }

    /** What an address answers to anybody. */
    static String text(String address) {
        var request =
                HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE).build();
        try (var http = HttpClient.newHttpClient()) {
            var response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() == 200) return response.body();
            throw new IllegalStateException(address + " answered " + response.statusCode());
        } catch (IOException e) {
            throw new IllegalStateException(address + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(address + ": interrupted", e);
        }
    }

    private static BodyPublisher json(Object body) {
        try {
            return body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        } catch (IOException e) {
            throw new IllegalStateException("not JSON: " + body, e);
        }
    }
}
