package dev.callboard.kit.messaging;

import dev.callboard.kit.json.Json;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Instant;
import java.util.UUID;

/**
 * An event as it travels, not yet read. It is opened inside the consumer's guard, so that what cannot be read becomes a
 * dead letter like any other failure.
 *
 * @param type CloudEvents type; null in a message that is no CloudEvent
 */
record Letter(String topic, UUID id, String key, @Nullable String type, Instant time, byte[] payload) {

    /** Whether it is for a consumer of that group: other groups of the topic pass by unread. */
    boolean concerns(Class<?> group) {
        return type == null || type.startsWith(EventTypes.prefix(group));
    }

    /** @throws RuntimeException if its type is unknown or its text is not one of that type */
    Object open(Class<?> group) {
        if (type == null) throw new IllegalArgumentException("no CloudEvent: no ce_type and ce_id");
        var event = EventTypes.find(group, type)
                .orElseThrow(() -> new IllegalArgumentException(type + " is unknown to this release"));
        try {
            return Json.tolerant().readValue(payload, event);
        } catch (IOException e) {
            // The text is wrong and stays so; an IOException would be taken for a failure of the network.
            throw new IllegalArgumentException(e.getMessage());
        }
    }

    Envelope<Object> envelope(Object event) {
        return new Envelope<>(id, key, time, event);
    }
}
