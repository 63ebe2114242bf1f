package dev.callboard.kit.mail;

import org.jspecify.annotations.Nullable;

/**
 * A message to one person.
 *
 * @param messageId without angle brackets, such as {@code call-018f…-v2@callboard.example}; the same however often it is
 *     sent, and unique: adding it twice adds it once
 * @param html shown by clients that can; null: text alone
 * @param calendar sent as an alternative and as the attachment invite.ics
 * @param replyTo address for answers; null: the sender
 * @param reference handed back to {@link MailOutcomes}; null: no outcome wanted
 * @param envelopeFrom where bounces go; null: the sender
 */
public record Mail(
        String messageId,
        @Nullable String fromName,
        String to,
        @Nullable String toName,
        String subject,
        String text,
        @Nullable String html,
        @Nullable Calendar calendar,
        @Nullable String replyTo,
        @Nullable String reference,
        @Nullable String envelopeFrom) {

    /**
     * An iTIP message, RFC 5546.
     *
     * @param method REQUEST, CANCEL or REPLY, as in the text
     */
    public record Calendar(String method, String text) {}
}
