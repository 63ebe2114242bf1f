package dev.callboard.kit.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Mails on their way out, kept in the service's own database until the mail server took or refused them. */
@ApplicationScoped
public class MailQueue {
    /** In the caller's transaction; sent after its commit. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(Mail mail) {
        throw new UnsupportedOperationException("not yet");
    }
}
