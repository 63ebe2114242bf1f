package dev.callboard.acceptance.operations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.acceptance.platform.Answer;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** What can be wrong with any request, made from a right one. */
final class WrongRequests {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Who has the token of an invitation was told of the account. */
    private static final Set<String> BY_KEY = Set.of("POST /api/v1/accounts/{accountId}/members/acceptances");

    private final Client client;
    private final Ledger ledger;
    private final Actor nobody;
    private final List<Actor> lookers = new ArrayList<>();
    private Actor stranger;

    WrongRequests(Client client, Ledger ledger) {
        this.client = client;
        this.ledger = ledger;
        this.nobody = Actor.nobody(client);
    }

    /** Somebody with an account of their own, who must not even learn that this one exists. */
    void stranger(Actor stranger) {
        this.stranger = stranger;
    }

    /** Somebody who belongs to it and may do little. */
    void looker(Actor looker) {
        lookers.add(looker);
    }

    /** Before the operation is carried out for the first time. */
    void tryAll(Operation operation, Request right) {
        if (operation.documents(401) && right.by().isSignedIn()) refused(401, operation, right.by(nobody));
        if (operation.documents(404) && operation.variables() > 0) unknown(operation, right);
        if (operation.documents(403))
            lookers.stream().filter(looker -> looker != right.by()).forEach(looker -> client.send(right.by(looker)));
        if (operation.documents(415)) refused(415, operation, right.body("text/plain", "right: no"));
        if (operation.hasBody()) malformed(operation, right);
        if (right.headers().containsKey("If-Match")) {
            refused(428, operation, right.without("If-Match"));
            refused(412, operation, right.with("If-Match", "\"999999\""));
            if (operation.documents(400)) refused(400, operation, right.with("If-Match", "the newest"));
        }
        if (operation.method().equals("GET"))
            operation
                    .queryParameters()
                    .forEach(parameter -> client.send(right.alone().asking(parameter + "=~")));
    }

    /** After it was: the same key for something else. */
    void tryAgain(Operation operation, Request right) {
        if (operation.documents(422) && right.headers().containsKey("Idempotency-Key"))
            client.send(right.asking("once=more"));
    }

    private void malformed(Operation operation, Request right) {
        if (operation.takes("text/csv")) {
            refused(422, operation, right.saying("no,such,columns\n1,2,3\n"));
            return;
        }
        if (operation.takes("image/png")) {
            refused(422, operation, right.saying("a picture of a hill"));
            return;
        }
        refused(400, operation, right.saying("{\"broken\": "));
        if (right.body() != null) refused(400, operation, right.saying(withUnknownProperty(right.body())));
    }

    /** Who does not belong to it cannot tell another's id from one that nobody has, but by where and when he asked. */
    private void unknown(Operation operation, Request right) {
        var nowhere = right.at(elsewhere(operation, right.path(), 0));
        refused(404, operation, nowhere);
        if (operation.variables() > 1)
            refused(404, operation, right.at(elsewhere(operation, right.path(), operation.lastVariable())));
        if (!right.by().isSignedIn() || BY_KEY.contains(operation.toString())) return;
        var foreign = client.send(right.by(stranger));
        var unknown = client.send(nowhere.by(stranger));
        if (foreign.status() < 400 || !timeless(unknown).equals(timeless(foreign)))
            ledger.complain(
                    operation, "a stranger learns more: " + foreign.text() + " (of nobody's: " + unknown.text() + ")");
    }

    private Answer refused(int status, Operation operation, Request request) {
        var answer = client.send(request);
        if (answer.status() != status)
            ledger.complain(operation, "%d (expected: %d) for %s".formatted(answer.status(), status, request));
        return answer;
    }

    /** The path with other variables, from that segment on. */
    private static String elsewhere(Operation operation, String path, int from) {
        var query = path.contains("?") ? path.substring(path.indexOf('?')) : "";
        var segments = Operation.segments(path.replaceFirst("\\?.*", ""));
        var template = Operation.segments(operation.path());
        for (int at = from; at < template.size(); at++)
            if (template.get(at).startsWith("{")) segments.set(at, nobodys(segments.get(at)));
        return String.join("/", segments) + query;
    }

    private static String nobodys(String variable) {
        if (ID.matcher(variable).matches()) return UUID.randomUUID().toString();
        if (variable.matches("\\d+")) return "987654";
        return variable.matches("\\d{4}-\\d\\d-\\d\\d") ? "2001-01-01" : "unknown";
    }

    private static JsonNode timeless(Answer answer) {
        var json = answer.json();
        if (json instanceof ObjectNode problem) problem.remove(List.of("instance", "traceId"));
        return json;
    }

    private static String withUnknownProperty(String body) {
        try {
            return ((ObjectNode) JSON.readTree(body)).put("weather", "fair").toString();
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
