package dev.callboard.gateway.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.kit.json.Json;
import io.vertx.core.buffer.Buffer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The contracts of all services as one OpenAPI document, from the files that are packed with the gateway: it can be read
 * while a service is down. Components that two contracts define differently get the contract's name in front.
 */
public final class JoinedContract {
    private static final String COMPONENTS = "#/components/";

    private final ObjectNode joined;

    /** @param names of the contracts, {@code openapi/NAME.json}; one that is not there is left out */
    public static JoinedContract packed(List<String> names) {
        var found = new LinkedHashMap<String, String>();
        for (var name : names) {
            var text = Resources.find("openapi/" + name + ".json");
            text.ifPresent(json -> found.put(name, json));
        }
        return of(found);
    }

    static JoinedContract of(Map<String, String> contracts) {
        try {
            var joined = Json.strict().createObjectNode();
            joined.put("openapi", "3.1.0");
            joined.putObject("info")
                    .put("title", "Callboard")
                    .put("version", "1")
                    .put("description", "All services behind the gateway.");
            joined.putArray("servers").addObject().put("url", "/");
            joined.putArray("security").addObject().putArray("bearer");
            joined.putArray("tags");
            joined.putObject("paths");
            joined.putObject("components");
            for (var contract : contracts.entrySet()) {
                add(joined, contract.getKey(), (ObjectNode) Json.tolerant().readTree(contract.getValue()));
            }
            return new JoinedContract(joined);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a committed contract is not JSON", broken);
        }
    }

    private JoinedContract(ObjectNode joined) {
        this.joined = joined;
    }

    Buffer json() {
        return Buffer.buffer(joined.toPrettyString());
    }

    JsonNode document() {
        return joined;
    }

    private static void add(ObjectNode joined, String name, ObjectNode contract) {
        var renamed = new LinkedHashMap<String, String>();
        var components = (ObjectNode) joined.get("components");
        for (var kind : contract.path("components").properties()) {
            var all = components.withObjectProperty(kind.getKey());
            for (var component : kind.getValue().properties()) {
                var present = all.get(component.getKey());
                if (present != null && !present.equals(component.getValue())) {
                    renamed.put(
                            COMPONENTS + kind.getKey() + "/" + component.getKey(),
                            COMPONENTS + kind.getKey() + "/" + name + "." + component.getKey());
                }
            }
        }
        redirect(contract, renamed);
        for (var kind : contract.path("components").properties()) {
            var all = components.withObjectProperty(kind.getKey());
            for (var component : kind.getValue().properties()) {
                var moved = renamed.get(COMPONENTS + kind.getKey() + "/" + component.getKey());
                all.set(
                        moved == null ? component.getKey() : moved.substring(moved.lastIndexOf('/') + 1),
                        component.getValue());
            }
        }
        var paths = (ObjectNode) joined.get("paths");
        boolean untagged = false;
        for (var path : contract.path("paths").properties()) {
            untagged |= tag(path.getValue(), name);
            var present = paths.get(path.getKey());
            if (present instanceof ObjectNode operations)
                path.getValue().properties().forEach(operation -> {
                    if (!operations.has(operation.getKey())) operations.set(operation.getKey(), operation.getValue());
                });
            else paths.set(path.getKey(), path.getValue());
        }
        var tags = joined.withArray("/tags");
        contract.path("tags").forEach(tags::add);
        if (untagged) tags.addObject().put("name", name);
    }

    /** An operation without a tag is found under its contract's name; tells whether there was one. */
    private static boolean tag(JsonNode path, String name) {
        boolean found = false;
        for (var operation : path.properties()) {
            if (operation.getValue() instanceof ObjectNode node && node.has("responses") && !node.has("tags")) {
                node.putArray("tags").add(name);
                found = true;
            }
        }
        return found;
    }

    private static void redirect(JsonNode node, Map<String, String> renamed) {
        if (renamed.isEmpty()) return;
        if (node instanceof ObjectNode object && object.path("$ref").isTextual()) {
            var moved = renamed.get(object.get("$ref").textValue());
            if (moved != null) object.put("$ref", moved);
        }
        for (var child : node) redirect(child, renamed);
    }
}
