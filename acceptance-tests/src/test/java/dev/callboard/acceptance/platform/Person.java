package dev.callboard.acceptance.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A user with a client of their own. A token that has run out is renewed by signing in once more. Paths are below {@code
 * /api/v1} unless they begin with it or with {@code /a/}.
 */
public final class Person {
    private static final String PASSWORD = "the callboard hangs by the stage door";
    /** Longer than the gateway takes to answer for a service that hangs. */
    private static final Duration TIMEOUT = Duration.ofSeconds(90);

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final Platform platform;
    private final String email;
    private final String name;
    private final String password;
    private volatile String token;

    private Person(Platform platform, String email, String name, String password) {
        this.platform = platform;
        this.email = email;
        this.name = name;
        this.password = password;
    }

    /** Who has not signed in. */
    public static Person nobody(Platform platform) {
        return new Person(platform, "", "nobody", "");
    }

    static Person register(Platform platform, String email, String name) {
        return register(platform, email, name, PASSWORD);
    }

    /** Somebody of the packaged data, signed in; registered and verified before, where nobody has done it yet. */
    static Person known(Platform platform, String email, String name, String password) {
        var person = new Person(platform, email, name, password);
        return person.signIn().status() == 200 ? person : register(platform, email, name, password);
    }

    private static Person register(Platform platform, String email, String name, String password) {
        var person = new Person(platform, email, name, password);
        var nobody = nobody(platform);
        nobody.post("/users", registration(email, name, password)).mustBe(202);
        var link = platform.mailbox().await(email, mail -> mail.text().contains("/verify#"));
        var verified = nobody.post("/users/verifications", Map.of("token", link.find("/verify#([\\w-]+)")));
        assertThat(verified.status()).as("%s", verified.text()).isBetween(200, 299);
        person.signIn().mustBe(200);
        return person;
    }

    /** The body of {@code POST /users}. */
    public static Map<String, String> registration(String email, String name) {
        return registration(email, name, PASSWORD);
    }

    private static Map<String, String> registration(String email, String name, String password) {
        return Map.of("email", email, "password", password, "name", name, "locale", "en", "zone", "Europe/Stockholm");
    }

    private Answer signIn() {
        var answer = nobody(platform).post("/sessions", Map.of("email", email, "password", password));
        if (answer.status() == 200) token = answer.field("accessToken");
        return answer;
    }

    public String email() {
        return email;
    }

    public String name() {
        return name;
    }

    /** The access token, for a client other than this one. */
    public String token() {
        return token;
    }

    public Answer get(String path) {
        return send("GET", path, Map.of(), null);
    }

    public Answer get(String path, String accept) {
        return send("GET", path, Map.of("Accept", accept), null);
    }

    public Answer post(String path, Object body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    /** @param key repeated by a client that did not hear the answer */
    public Answer post(String path, Object body, String key) {
        return send("POST", path, headers("application/json", "Idempotency-Key", key), json(body));
    }

    public Answer csv(String path, Path file) {
        try {
            return send("POST", path, headers("text/csv"), BodyPublishers.ofFile(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** On the version that it now has. @param entity whose version counts */
    public Answer change(String method, String entity, String path, Object body) {
        var etag = get(entity).mustBe(200).header("ETag");
        var type = method.equals("PATCH") ? "application/merge-patch+json" : "application/json";
        return send(method, path, headers(type, "If-Match", etag), json(body));
    }

    public Answer patch(String entity, Object body) {
        return change("PATCH", entity, entity, body);
    }

    /** A whole list, page by page. */
    public List<JsonNode> items(String path) {
        var items = new ArrayList<JsonNode>();
        var first = path + (path.contains("?") ? "&" : "?") + "limit=200";
        for (var next = first; next != null; ) {
            var page = get(next).mustBe(200).json();
            page.get("items").forEach(items::add);
            var cursor = page.path("next").asText("");
            next = cursor.isEmpty() || cursor.equals("null")
                    ? null
                    : first + "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
        }
        return items;
    }

    private static Map<String, String> headers(String type, String... more) {
        return more.length == 0 ? Map.of("Content-Type", type) : Map.of("Content-Type", type, more[0], more[1]);
    }

    /** @throws UncheckedIOException when no answer came: whether it was carried out is unknown */
    public Answer send(String method, String path, Map<String, String> headers, BodyPublisher body) {
        var answer = Patience.untilTaken(() -> sendOnce(method, path, headers, body));
        if (answer.status() != 401 || token == null) return answer;
        var again = signIn();
        return again.status() == 200 ? Patience.untilTaken(() -> sendOnce(method, path, headers, body)) : again;
    }

    private Answer sendOnce(String method, String path, Map<String, String> headers, BodyPublisher body) {
        var whole = path.startsWith("/a/") || path.startsWith("/api/") ? path : "/api/v1" + path;
        var request = HttpRequest.newBuilder(URI.create(platform.url() + whole)).timeout(TIMEOUT);
        headers.forEach(request::header);
        if (token != null) request.header("Authorization", "Bearer " + token);
        request.method(method, body == null ? BodyPublishers.noBody() : body);
        try {
            return new Answer(HTTP.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException unknown) {
            throw new UncheckedIOException(method + " " + whole, unknown);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static BodyPublisher json(Object body) {
        if (body == null) return BodyPublishers.noBody();
        try {
            return BodyPublishers.ofString(Answer.JSON.writeValueAsString(body));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
