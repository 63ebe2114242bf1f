package dev.callboard.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.kit.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;

import static dev.callboard.kit.problem.CommonProblem.INVALID;

/**
 * JSON Merge Patch, RFC 7396, on the record that holds what may be changed: the patch is merged onto its JSON, read back
 * strictly and then validated. Records alone cannot tell a null from a property that was not sent.
 */
@ApplicationScoped
public class MergePatch {
    private final Validator validator;

    MergePatch(Validator validator) {
        this.validator = validator;
    }

    /** @throws dev.callboard.kit.problem.Problem INVALID naming the property and what was expected */
    public <T> T apply(T current, JsonNode patch, Class<T> type) {
        if (!(patch instanceof ObjectNode))
            throw INVALID.because("body: not an object (expected: the properties to change)");

        var json = Json.strict();
        var merged = merge(json.valueToTree(current), patch);
        T changed;
        try {
            changed = json.treeToValue(merged, type);
        } catch (JsonProcessingException e) {
            throw new UnreadablePatch(e);
        }
        var violations = validator.validate(changed);
        if (!violations.isEmpty()) throw new ConstraintViolationException(violations);
        return changed;
    }

    private static JsonNode merge(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) return patch;
        var result = target instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
        changes.properties().forEach(change -> {
            if (change.getValue().isNull()) result.remove(change.getKey());
            else if (result.has(change.getKey()))
                result.set(change.getKey(), merge(result.get(change.getKey()), change.getValue()));
            else result.set(change.getKey(), merge(JsonNodeFactory.instance.objectNode(), change.getValue()));
        });
        return result;
    }

    /** Carries the reader's complaint to where JSON errors become problems. */
    static final class UnreadablePatch extends jakarta.ws.rs.BadRequestException {
        private static final long serialVersionUID = 1;

        UnreadablePatch(JsonProcessingException cause) {
            super(cause);
        }
    }
}
