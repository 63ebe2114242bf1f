package dev.callboard.kit.test;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a client's author needs of every operation: a name to call it by, a line that says what it does, its place among
 * the others, what comes back when it works and when it is refused, and how fresh the answer is.
 */
final class OpenApiLint {
    /**
     * How fresh an answer is, in one word with which the sentence begins: as the primary has it, from a cache or a replica
     * within the bound that is named, in force some time after the answer, never changed, or the same for all.
     */
    private static final Pattern CONSISTENCY =
            Pattern.compile("(primary|cached|bounded|eventual|immutable|static)\\b.*");

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "patch", "head", "options", "trace");
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");
    private static final String PROBLEM = "application/problem+json";
    private static final int LONGEST_SUMMARY = 100;

    private final JsonNode document;
    private final List<String> complaints = new ArrayList<>();
    private final Set<String> operationIds = new HashSet<>();

    private OpenApiLint(JsonNode document) {
        this.document = document;
    }

    /** @throws AssertionError listing everything that is missing */
    static void check(JsonNode document) {
        var complaints = complaints(document);
        if (!complaints.isEmpty())
            throw new AssertionError("The contract lacks:\n  " + String.join("\n  ", complaints));
    }

    static List<String> complaints(JsonNode document) {
        var lint = new OpenApiLint(document);
        lint.whole();
        return lint.complaints;
    }

    private void whole() {
        if (!document.path("openapi").asText().startsWith("3.1"))
            complaints.add("openapi: " + document.path("openapi") + " (expected: 3.1.x)");
        if (document.path("info").path("title").asText().isBlank()) complaints.add("info.title");
        if (document.path("paths").isEmpty()) complaints.add("paths");
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(entry -> METHODS.contains(entry.getKey()))
                .forEach(entry -> operation(path.getKey(), entry.getKey() + " " + path.getKey(), entry.getValue())));
        document.path("components").path("schemas").fieldNames().forEachRemaining(this::schema);
        for (var reference : document.findValues("$ref"))
            if (document.at(reference.asText().substring(1)).isMissingNode())
                complaints.add(reference.asText() + ": leads nowhere");
    }

    /** Of two types of one name the second is numbered, and which of them is second changes with the next one. */
    private void schema(String name) {
        if (Character.isDigit(name.charAt(name.length() - 1)))
            complaints.add("schema " + name + " (expected: a name of its own, by @Schema(name) on the type)");
    }

    private void operation(String path, String name, JsonNode operation) {
        var id = operation.path("operationId").asText();
        if (id.isBlank()) complaints.add(name + ": operationId");
        else if (!operationIds.add(id)) complaints.add(name + ": operationId " + id + " comes twice");

        var summary = operation.path("summary").asText();
        if (summary.isBlank() || summary.length() > LONGEST_SUMMARY || summary.endsWith("."))
            complaints.add(name + ": summary \"" + summary + "\" (expected: 1 to " + LONGEST_SUMMARY
                    + " characters without a full stop)");
        if (operation.path("tags").isEmpty()) complaints.add(name + ": tags");
        var consistency = operation.path("x-consistency").asText();
        if (!CONSISTENCY.matcher(consistency).matches())
            complaints.add(name + ": x-consistency \"" + consistency + "\" (expected: " + CONSISTENCY + ")");
        parameters(path, name, operation);
        responses(name, operation.path("responses"));
    }

    private void parameters(String path, String name, JsonNode operation) {
        var declared = new HashSet<String>();
        for (var owner : List.of(operation, document.path("paths").path(path)))
            owner.path("parameters").forEach(parameter -> {
                var resolved = parameter.has("$ref")
                        ? document.at(parameter.path("$ref").asText().substring(1))
                        : parameter;
                if (resolved.path("in").asText().equals("path"))
                    declared.add(resolved.path("name").asText());
            });
        var inPath = PARAMETER.matcher(path);
        while (inPath.find())
            if (!declared.contains(inPath.group(1))) complaints.add(name + ": parameter " + inPath.group(1));
    }

    private void responses(String name, JsonNode responses) {
        var works = 0;
        var refusals = 0;
        for (var entry : responses.properties()) {
            var status = entry.getKey();
            var response = entry.getValue();
            if (response.path("description").asText().isBlank()) complaints.add(name + ": description of " + status);
            if (status.startsWith("2") || status.startsWith("3")) works++;
            if (response.has("content") && response.path("content").isEmpty())
                complaints.add(name + ": media type of " + status);
            if (status.startsWith("4")) refusals++;
            if ((status.startsWith("4") || status.startsWith("5"))
                    && !response.path("content").has(PROBLEM)) complaints.add(name + ": " + status + " as " + PROBLEM);
        }
        if (works == 0) complaints.add(name + ": an answer that works (2xx)");
        if (refusals == 0) complaints.add(name + ": an answer that refuses (4xx)");
    }
}
