package dev.callboard.kit.saga;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * What was said to a saga, where it led, and what was asked then.
 *
 * @param reply name of the reply's record, {@code start}, or what an operator did
 * @param actor id of the operator; null when it was a reply
 */
record SagaStep(
        int no, Instant at, String reply, @Nullable String actor, String state, Status status, List<Command> commands) {
    /** @param type binary name of its class, to ask again */
    record Command(String type, String json) {
        String name() {
            return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
        }
    }
}
