package dev.callboard.kit.saga;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.util.UUID;

/** The running and ended sagas of this service. */
@ApplicationScoped
public class Sagas {
    /**
     * In the caller's transaction. A saga that exists already is left as it is.
     *
     * @param accountId whose members may see it
     * @param subjectId what it is about, such as the project that opens
     * @param first the state to begin in, with the first commands
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void start(String kind, UUID sagaId, UUID accountId, UUID subjectId, Next first) {
        throw new UnsupportedOperationException("not yet");
    }

    /** In the caller's transaction, usually that of a consumer. A reply to an unknown saga is logged and dropped. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void deliver(UUID sagaId, Object reply) {
        throw new UnsupportedOperationException("not yet");
    }
}
