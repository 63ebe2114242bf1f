package dev.callboard.project.call;

import java.util.EnumSet;
import java.util.Set;

/**
 * How far a message came on one channel. SENT: the mail server took it. DELIVERED: there is proof that it was read or
 * dropped in a mailbox (a delivery notification, an answer from it, the opened page).
 */
public enum Delivery {
    QUEUED,
    SENT,
    DELIVERED,
    BOUNCED,
    FAILED;

    /**
     * Reports come in any order, a bounce may overtake the word that it was sent: what may follow what is this table,
     * and what may not is ignored by the caller.
     */
    public boolean mayBecome(Delivery next) {
        return switch (this) {
            case QUEUED -> EnumSet.of(SENT, DELIVERED, BOUNCED, FAILED).contains(next);
            case SENT -> EnumSet.of(DELIVERED, BOUNCED).contains(next);
            case DELIVERED -> false;
            // A mailbox may refuse one copy while the person opened another: being read is the stronger proof.
            case BOUNCED, FAILED -> next == DELIVERED;
        };
    }

    public static Set<Delivery> notReached() {
        return EnumSet.of(BOUNCED, FAILED);
    }
}
