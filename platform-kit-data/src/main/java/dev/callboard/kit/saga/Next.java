package dev.callboard.kit.saga;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;

/**
 * What follows a reply: the state to be in, what to ask for, and how long to wait for the answer.
 *
 * @param deadline after which {@link SagaDefinition#deadlinePassed} is delivered as a reply; null waits without end
 * @param reason why it is PARKED, for the operator; else null
 */
public record Next(
        Object state,
        List<Object> commands,
        @Nullable Duration deadline,
        Status status,
        @Nullable String reason) {

    public static Next to(Object state, Object... commands) {
        return new Next(state, List.of(commands), null, Status.RUNNING, null);
    }

    public Next within(Duration limit) {
        return new Next(state, commands, limit, status, reason);
    }

    public Next completed() {
        return new Next(state, commands, null, Status.COMPLETED, null);
    }

    public Next compensated() {
        return new Next(state, commands, null, Status.COMPENSATED, null);
    }

    public Next parked(String why) {
        return new Next(state, commands, null, Status.PARKED, why);
    }
}
