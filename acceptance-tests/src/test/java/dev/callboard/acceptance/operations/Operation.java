package dev.callboard.acceptance.operations;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a contract says of one method at one path.
 *
 * @param path with its variables, {@code /api/v1/calls/{id}}
 * @param json the operation as the contract has it
 * @param contract that it stands in; its components are what the operation refers to
 */
record Operation(String method, String path, JsonNode json, JsonNode contract) {
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");

    boolean matches(String method, String path) {
        return method.equals(this.method)
                && Pattern.matches(VARIABLE.matcher(this.path).replaceAll("[^/]+"), path);
    }

    int variables() {
        return (int) VARIABLE.matcher(path).results().count();
    }

    /** Of a path that matches, where the last variable stands. */
    int lastVariable() {
        var segments = path.split("/");
        int last = segments.length - 1;
        while (!segments[last].startsWith("{")) last--;
        return last;
    }

    boolean documents(int status) {
        return json.path("responses").has("" + status);
    }

    /** 5xx are not asked for: nothing that a client does brings them about. */
    Set<Integer> documented() {
        var statuses = new TreeSet<Integer>();
        json.path("responses").fieldNames().forEachRemaining(status -> statuses.add(Integer.valueOf(status)));
        statuses.removeIf(status -> status >= 500);
        return statuses;
    }

    JsonNode content(int status) {
        return json.path("responses").path("" + status).path("content");
    }

    boolean takes(String mediaType) {
        return json.path("requestBody").path("content").has(mediaType);
    }

    boolean hasBody() {
        return json.has("requestBody");
    }

    Stream<String> queryParameters() {
        return StreamSupport.stream(json.path("parameters").spliterator(), false)
                .filter(parameter -> parameter.path("in").asText().equals("query"))
                .map(parameter -> parameter.path("name").asText());
    }

    static List<Operation> of(JsonNode contract) {
        var methods = List.of("get", "put", "post", "patch", "delete");
        var found = new TreeMap<String, Operation>();
        contract.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(entry -> methods.contains(entry.getKey()))
                .map(entry -> new Operation(
                        entry.getKey().toUpperCase(Locale.ROOT), path.getKey(), entry.getValue(), contract))
                .forEach(operation -> found.put(operation.toString(), operation)));
        return List.copyOf(found.values());
    }

    /** {@code /api/v1/calls/7} as segments; the first is empty. */
    static List<String> segments(String path) {
        return Arrays.asList(path.split("/"));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
