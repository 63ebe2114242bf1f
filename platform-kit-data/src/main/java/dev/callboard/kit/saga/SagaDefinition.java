package dev.callboard.kit.saga;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.UUID;

/**
 * One kind of saga: a bean with a pure function over (state, reply) and the addresses of its commands. The kit stores
 * the state, sends the commands through the outbox and watches the deadlines; it knows no steps.
 *
 * @param <S> sealed interface of the states, all records
 * @param <R> common type of the replies
 */
public interface SagaDefinition<S, R> {
    /** Stored with each saga and shown to people, such as {@code open-project}; never changed. */
    String kind();

    Class<S> states();

    Class<R> replies();

    /** One row per arrow of the diagram; late replies have rows of their own; the last row is "repeated: stay". */
    Next after(S state, R reply);

    /** Where a command goes, or null for one that this service carries out itself. */
    @Nullable
    String topicOf(Object command);

    /** The root that a command is about: the key that it travels under. */
    UUID keyOf(Object command);

    /**
     * Carries out a command without a topic, in the transaction of the step that asked for it.
     *
     * @return its reply, which is delivered at once in the same transaction; empty when there is nothing to say
     */
    default Optional<R> applied(UUID sagaId, Object localCommand) {
        throw new IllegalStateException(kind() + ": no topic and no local effect for " + localCommand);
    }

    /** The reply that stands for silence. Delivered once, {@link Next#within} after the state was entered. */
    R deadlinePassed(UUID sagaId, S state);

    /** How an operator gives the saga up: the undoing that {@code POST /sagas/{id}/compensate} asks for. */
    default Next compensate(UUID sagaId, S state) {
        throw new UnsupportedOperationException(kind() + " has no compensation by hand");
    }
}
