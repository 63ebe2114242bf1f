package dev.callboard.kit.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.util.UUID;

/** Events on their way out, written in the transaction of the change that they tell of and sent after its commit. */
@ApplicationScoped
public class Outbox {
    /**
     * @param key of the owning root: events of one key stay in order
     * @param event a record of a sealed group, such as {@code FundsReply.FundsReserved}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(String topic, UUID key, Object event) {
        append(topic, key.toString(), event);
    }

    /** As {@link #append(String, UUID, Object)}, for keys that are no single id. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(String topic, String key, Object event) {
        throw new UnsupportedOperationException("not yet");
    }
}
