package dev.callboard.kit.saga;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.util.UUID;

/**
 * The participant's side: each step is done at most once per saga, and a step that was undone stays undone, in
 * whichever order do and undo arrive.
 */
@ApplicationScoped
public class SagaSteps {
    public enum Begin {
        /** Do it. */
        FIRST,
        /** It was done before: answer as then. */
        REPEATED,
        /** Its undo came first and left a tombstone: refuse. */
        UNDONE
    }

    public enum Undo {
        /** It was done: undo it. */
        DONE_BEFORE,
        /** It was undone before: answer as then. */
        REPEATED,
        /** It was never done. A tombstone now refuses it, should it arrive later. */
        NEVER_DONE
    }

    /** Serialises with every other begin and undo of this step until the caller's transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Begin begin(UUID sagaId, String step) {
        throw new UnsupportedOperationException("not yet");
    }

    /** The undo of {@link #begin}. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Undo undo(UUID sagaId, String step) {
        throw new UnsupportedOperationException("not yet");
    }
}
