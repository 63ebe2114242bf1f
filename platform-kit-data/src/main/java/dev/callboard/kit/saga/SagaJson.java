package dev.callboard.kit.saga;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.callboard.kit.json.Json;

import java.util.stream.Stream;

/** States under the simple names of their records: a state may move to another file, not to another name. */
final class SagaJson {
    private SagaJson() {}

    static String write(Object value) {
        try {
            return Json.tolerant().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(value.getClass().getName() + ": " + e.getOriginalMessage());
        }
    }

    static JsonNode tree(String json) {
        return read(json, JsonNode.class);
    }

    static <S> S state(Class<S> states, String type, String json) {
        var record = members(states)
                .filter(member -> member.getSimpleName().equals(type))
                .findAny()
                .orElseThrow(() -> new IllegalStateException(states.getName() + " has no state " + type));
        return states.cast(read(json, record));
    }

    static Object command(SagaStep.Command command) {
        try {
            var type =
                    Class.forName(command.type(), true, Thread.currentThread().getContextClassLoader());
            return read(command.json(), type);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(command.type() + " is no command of this release", e);
        }
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return Json.tolerant().readValue(json, type);
        } catch (JsonProcessingException e) {
            // without its cause, which as an IOException would pass for a server that is away and be tried for ever
            throw new IllegalStateException(type.getName() + ": " + e.getOriginalMessage());
        }
    }

    private static Stream<Class<?>> members(Class<?> type) {
        return type.isSealed() ? Stream.of(type.getPermittedSubclasses()).flatMap(SagaJson::members) : Stream.of(type);
    }
}
