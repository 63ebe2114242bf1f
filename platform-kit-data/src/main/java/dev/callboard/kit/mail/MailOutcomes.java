package dev.callboard.kit.mail;

import java.time.Instant;

/** An optional bean of a service that wants to know. Called in the transaction that takes the mail off the queue. */
public interface MailOutcomes {
    void sent(String reference, Instant at);

    /** The mail server refused it for good (5xx): it will not be tried again. */
    void refused(String reference, String reason, Instant at);
}
