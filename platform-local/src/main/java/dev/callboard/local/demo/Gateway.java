package dev.callboard.local.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.callboard.local.platform.DemoPerson;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The platform as a client sees it. Acts as one person at a time; every request is kept, so that it can be repeated. */
final class Gateway {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String url;
    private final boolean trace;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<String, String> tokens = new HashMap<>();
    private final List<String> requests = new ArrayList<>();
    private final Duration patience;
    private int unavailable;
    private int notTaken;

    /** An answer with what the walk asks of it. */
    record Answer(int status, HttpResponse<byte[]> response) {
        JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (IOException e) {
                throw new Stage.Failed("not JSON: " + text());
            }
        }

        String text() {
            return new String(response.body(), java.nio.charset.StandardCharsets.UTF_8);
        }

        byte[] bytes() {
            return response.body();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** @throws Stage.Failed with the problem's detail when the status is another one */
        Answer mustBe(int expected) {
            if (status == expected) return this;
            throw new Stage.Failed("%s %s answered %d, expected %d: %s"
                    .formatted(response.request().method(), response.uri().getPath(), status, expected, detail()));
        }

        private String detail() {
            try {
                return JSON.readTree(response.body()).path("detail").asText(text());
            } catch (IOException notJson) {
                return text();
            }
        }
    }

    Gateway(String url, boolean trace) {
        this(url, trace, PATIENCE);
    }

    /** @param patience for how long a request that is answered 503 is sent again */
    Gateway(String url, boolean trace, Duration patience) {
        this.url = url;
        this.trace = trace;
        this.patience = patience;
    }

    String url() {
        return url;
    }

    List<String> requests() {
        return List.copyOf(requests);
    }

    /** How often a 503 was answered, and what became of it; nothing where none was. */
    Optional<String> refusals() {
        if (unavailable == 0) return Optional.empty();

        var end = notTaken == 0
                ? "each request was sent again until it was taken"
                : "not taken in " + patience.toSeconds() + " s: " + notTaken
                        + (notTaken == 1 ? " request" : " requests");
        return Optional.of("503 was answered " + unavailable + (unavailable == 1 ? " time; " : " times; ") + end);
    }

    /** @return false when nobody with this password is known */
    boolean signIn(DemoPerson person) {
        var answer = send(
                null,
                "POST",
                "/sessions",
                "application/json",
                json(Map.of("email", person.email(), "password", person.password())),
                Map.of());
        if (answer.status() == 401) return false;
        tokens.put(person.email(), answer.mustBe(200).json().get("accessToken").asText());
        return true;
    }

    Answer get(DemoPerson as, String path) {
        return send(as, "GET", path, null, null, Map.of());
    }

    Answer get(DemoPerson as, String path, String accept) {
        return send(as, "GET", path, null, null, Map.of("Accept", accept));
    }

    /** Into a file, as it comes: what is large never stands in memory. */
    void download(DemoPerson as, String path, Path file) {
        get(as, path.substring(0, path.lastIndexOf('/'))).mustBe(200);
        var request = request(as, "GET", path, null, null, Map.of());
        try {
            var response = http.send(request.build(), BodyHandlers.ofFile(file));
            if (response.statusCode() != 200)
                throw new Stage.Failed("GET " + path + " answered " + response.statusCode() + ", expected 200");
        } catch (IOException e) {
            throw new Stage.Failed("GET " + path + ": " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stage.Failed("GET " + path + ": interrupted");
        }
    }

    Answer post(DemoPerson as, String path, Object body) {
        return send(
                as,
                "POST",
                path,
                "application/json",
                json(body),
                as == null
                        ? Map.of()
                        : Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }

    Answer csv(DemoPerson as, String path, Path file) {
        return send(as, "POST", path, "text/csv", file, Map.of());
    }

    /** Changes something on the version that it now has. @param path of the entity, which is read first */
    Answer change(DemoPerson as, String method, String path, Object body) {
        return changeAt(as, method, path, path, body);
    }

    /** @param entity whose version counts */
    Answer changeAt(DemoPerson as, String method, String entity, String path, Object body) {
        var etag = get(as, entity).mustBe(200).header("ETag");
        var type = method.equals("PATCH") ? "application/merge-patch+json" : "application/json";
        return send(as, method, path, type, json(body), Map.of("If-Match", etag));
    }

    private Answer send(
            DemoPerson as, String method, String path, String type, Object body, Map<String, String> headers) {
        var answer = sendUntilTaken(as, method, path, type, body, headers);
        // The clock was moved, so the token is older than it looks: sign in once more.
        if (answer.status() == 401 && as != null && signIn(as))
            answer = sendUntilTaken(as, method, path, type, body, headers);
        return answer;
    }

    /** A 503 asks to come back, under the same key where there is one. */
    private Answer sendUntilTaken(
            DemoPerson as, String method, String path, String type, Object body, Map<String, String> headers) {
        long begin = System.nanoTime();
        var answer = sendOnce(as, method, path, type, body, headers);
        while (answer.status() == 503) {
            unavailable++;
            if (System.nanoTime() - begin >= patience.toNanos()) {
                notTaken++;
                break;
            }
            Pause.of(Duration.ofMillis(250));
            answer = sendOnce(as, method, path, type, body, headers);
        }
        return answer;
    }

    private Answer sendOnce(
            DemoPerson as, String method, String path, String type, Object body, Map<String, String> headers) {
        var request = request(as, method, path, type, body, headers);
        try {
            long begin = System.nanoTime();
            var response = http.send(request.build(), BodyHandlers.ofByteArray());
            if (trace) {
                System.out.printf(
                        "      %s %s → %d, %d ms%n",
                        method,
                        response.uri().getPath(),
                        response.statusCode(),
                        (System.nanoTime() - begin) / 1_000_000);
            }
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new Stage.Failed(method + " " + path + ": " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stage.Failed(method + " " + path + ": interrupted");
        }
    }

    private HttpRequest.Builder request(
            DemoPerson as, String method, String path, String type, Object body, Map<String, String> headers) {
        var address = path.startsWith("/a/") || path.startsWith("/api/") ? path : "/api/v1" + path;
        var request = HttpRequest.newBuilder(URI.create(url + address)).timeout(TIMEOUT);
        headers.forEach(request::header);
        if (type != null) request.header("Content-Type", type);
        if (as != null) request.header("Authorization", "Bearer " + tokens.getOrDefault(as.email(), ""));
        request.method(method, publisher(body));
        note(as, method, address, type, body);
        return request;
    }

    private static BodyPublisher publisher(Object body) {
        try {
            return switch (body) {
                case null -> BodyPublishers.noBody();
                case Path file -> BodyPublishers.ofFile(file);
                default -> BodyPublishers.ofString((String) body);
            };
        } catch (FileNotFoundException e) {
            throw new Stage.Failed("no such file: " + body);
        }
    }

    /** As an HTTP file that editors can run; tokens and passwords are left out. */
    private void note(DemoPerson as, String method, String address, String type, Object body) {
        var request = new StringBuilder("### " + (as == null ? "anybody" : as.givenName()) + "\n");
        request.append(method)
                .append(" {{url}}")
                .append(address.replaceFirst("/(a|answers)/[^/]+", "/$1/{{answerToken}}"))
                .append('\n');
        if (as != null)
            request.append("Authorization: Bearer {{")
                    .append(as.givenName().toLowerCase(java.util.Locale.ROOT))
                    .append("Token}}\n");
        if (type != null) request.append("Content-Type: ").append(type).append('\n');
        if (body instanceof Path file)
            request.append("\n< ")
                    .append("demo-data/")
                    .append(file.getParent().getFileName())
                    .append('/')
                    .append(file.getFileName())
                    .append('\n');
        else if (body instanceof String text && !text.contains("assword") && !text.contains("token"))
            request.append('\n').append(text).append('\n');
        requests.add(request.toString());
    }

    private static String json(Object body) {
        try {
            return body == null ? null : JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
