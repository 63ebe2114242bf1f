package dev.callboard.acceptance.operations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.callboard.acceptance.platform.Answer;

import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A person of the story. What they ask for must be answered well, unless it {@link #isRefused}. */
final class Actor {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Client client;
    private final String email;
    private final String password;
    private String token;

    Actor(Client client, String email, String password) {
        this.client = client;
        this.email = email;
        this.password = password;
    }

    /** Whoever has not signed in. */
    static Actor nobody(Client client) {
        return new Actor(client, "", "");
    }

    String email() {
        return email;
    }

    String password() {
        return password;
    }

    boolean isSignedIn() {
        return token != null;
    }

    Optional<String> authorization() {
        return Optional.ofNullable(token).map(bearer -> "Bearer " + bearer);
    }

    Answer signIn() {
        var answer = nobody(client).post("/sessions", Map.of("email", email, "password", password));
        token = answer.field("accessToken");
        return answer;
    }

    Answer get(String path) {
        return client.carryOut(Request.of(this, "GET", path));
    }

    Answer get(String path, String accept) {
        return client.carryOut(Request.of(this, "GET", path).with("Accept", accept));
    }

    Answer post(String path, Object body) {
        return client.carryOut(posted(path, body));
    }

    Answer csv(String path, String rows) {
        return client.carryOut(Request.of(this, "POST", path).body("text/csv", rows));
    }

    /** On the version that the entity at this path now has. */
    Answer patch(String path, Object change) {
        return change("PATCH", path, path, change);
    }

    Answer delete(String path) {
        return change("DELETE", path, path, null);
    }

    /** @param entity whose version counts */
    Answer change(String method, String entity, String path, Object body) {
        return client.carryOut(changedNow(method, entity, path, body));
    }

    /** A right request at the wrong moment. @return the problem */
    Answer isRefused(int status, Request request) {
        return client.send(request).mustBe(status);
    }

    Answer postIsRefused(int status, String path, Object body) {
        return isRefused(status, posted(path, body));
    }

    Answer changeIsRefused(int status, String method, String entity, String path, Object body) {
        return isRefused(status, changedNow(method, entity, path, body));
    }

    Request posted(String path, Object body) {
        var request = Request.of(this, "POST", path)
                .with("Idempotency-Key", UUID.randomUUID().toString());
        return body == null ? request : request.body("application/json", json(body));
    }

    private Request changedNow(String method, String entity, String path, Object body) {
        return changed(method, path, get(entity).header("ETag"), body);
    }

    Request changed(String method, String path, String etag, Object body) {
        var request = Request.of(this, method, path).with("If-Match", etag);
        if (method.equals("POST"))
            request = request.with("Idempotency-Key", UUID.randomUUID().toString());
        if (body == null) return request;
        return request.body(method.equals("PATCH") ? "application/merge-patch+json" : "application/json", json(body));
    }

    private static String json(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
