package dev.callboard.acceptance.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.callboard.acceptance.platform.Answer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The committed contracts of all services, and whether an answer is as they say. */
final class Contracts {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROBLEM = "application/problem+json";
    private static final List<String> OF_EVERY_PROBLEM = List.of("type", "title", "status", "detail", "instance");

    private final List<Operation> operations;
    private final JsonSchemaFactory schemas = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private final Map<String, JsonSchema> known = new HashMap<>();

    private Contracts(List<Operation> operations) {
        this.operations = operations;
    }

    /** @param home the checkout */
    static Contracts committed(Path home) {
        var operations = new ArrayList<Operation>();
        try (var files = Files.list(home.resolve("platform-contracts/src/main/resources/openapi"))) {
            for (var file : files.sorted().toList())
                operations.addAll(Operation.of(closed(JSON.readTree(file.toFile()))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Contracts(List.copyOf(operations));
    }

    List<Operation> operations() {
        return operations;
    }

    /** @param path as a client asks for it, with its query; the gateway has two doors of another name */
    Operation of(String method, String path) {
        var asked = path.replaceFirst("\\?.*", "")
                .replaceFirst("^/a/", "/api/v1/answers/")
                .replaceFirst("^/webhooks/", "/api/v1/webhooks/");
        return operations.stream()
                .filter(operation -> operation.matches(method, asked))
                .min(Comparator.comparingInt(Operation::variables))
                .orElseThrow(() -> new IllegalArgumentException(method + " " + asked + " is in no contract"));
    }

    /** What is not as the contract says. */
    Optional<String> complaint(Operation operation, Answer answer) {
        int status = answer.status();
        if (!operation.documents(status)) return Optional.of(status + " is not documented: " + answer.text());
        var type = answer.header("Content-Type").replaceFirst("\\s*;.*", "");
        var content = operation.content(status);
        if (answer.bytes().length == 0)
            return content.isEmpty() ? Optional.empty() : Optional.of(status + " has no content");
        if (!content.has(type)) return Optional.of(status + " as " + type + " is not documented");
        if (status >= 400) return complaintOfProblem(type, answer);
        var schema = content.path(type).path("schema");
        if (!type.equals("application/json")) return Optional.empty();
        if (schema.isEmpty()) return Optional.of(status + " has no schema");
        return invalid(schema(operation, status, schema), answer.json()).map(what -> status + ": " + what);
    }

    private static Optional<String> complaintOfProblem(String type, Answer answer) {
        if (!type.equals(PROBLEM)) return Optional.of(answer.status() + " as " + type);
        var problem = answer.json();
        var lacking = OF_EVERY_PROBLEM.stream()
                .filter(member -> !problem.hasNonNull(member))
                .toList();
        if (!lacking.isEmpty()) return Optional.of(answer.status() + " without " + lacking + ": " + problem);
        boolean right = problem.get("status").asInt() == answer.status()
                && problem.get("type").asText().startsWith("/problems/");
        return right ? Optional.empty() : Optional.of(answer.status() + " with " + problem);
    }

    private static Optional<String> invalid(JsonSchema schema, JsonNode json) {
        return schema.validate(json).stream().map(ValidationMessage::getMessage).findFirst();
    }

    private JsonSchema schema(Operation operation, int status, JsonNode schema) {
        return known.computeIfAbsent(operation + " " + status, _ -> {
            var whole = ((ObjectNode) schema.deepCopy())
                    .set("components", operation.contract().get("components"));
            return schemas.getSchema((JsonNode) whole);
        });
    }

    /** What is answered beyond the schema is as wrong as what is lacking; problems alone may bring members of their own. */
    private static JsonNode closed(JsonNode contract) {
        contract.at("/components/schemas").properties().stream()
                .filter(schema -> !schema.getKey().equals("Problem"))
                .map(Map.Entry::getValue)
                .filter(schema -> schema.has("properties") && !schema.has("additionalProperties"))
                .forEach(schema -> ((ObjectNode) schema).put("additionalProperties", false));
        return contract;
    }
}
