package dev.callboard.project.delivery;

import dev.callboard.kit.mail.MailOutcomes;
import dev.callboard.project.call.Calls;
import dev.callboard.project.call.Delivery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** What became of the mails of calls, as the mail server told when it took or refused them. */
@ApplicationScoped
class MailTracks implements MailOutcomes {
    private static final String CALL = "call:";

    @Inject
    Calls calls;

    static String reference(UUID callId) {
        return CALL + callId;
    }

    @Override
    public void sent(String reference, Instant at) {
        moved(reference, Delivery.SENT, null, at);
    }

    @Override
    public void refused(String reference, String reason, Instant at) {
        moved(reference, Delivery.FAILED, reason, at);
    }

    private void moved(String reference, Delivery next, @Nullable String reason, Instant at) {
        if (!reference.startsWith(CALL)) return;
        var call = calls.locked(UUID.fromString(reference.substring(CALL.length())));
        calls.store(call.delivery(next, reason, at));
    }
}
