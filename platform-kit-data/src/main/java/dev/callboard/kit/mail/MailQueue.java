package dev.callboard.kit.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.callboard.kit.database.AfterCommit;
import dev.callboard.kit.database.Database;
import dev.callboard.kit.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import java.time.InstantSource;

/** Mails on their way out, kept in the service's own database until the mail server took or refused them. */
@ApplicationScoped
public class MailQueue {
    @Inject
    Database database;

    @Inject
    InstantSource clock;

    @Inject
    AfterCommit afterCommit;

    @Inject
    MailWorkers workers;

    /** In the caller's transaction; sent after its commit. Of a message id that was added before, nothing happens. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(Mail mail) {
        database.update(
                "insert into kit.mail (message_id, mail, queued_at) values (?, ?::jsonb, ?) on conflict do nothing",
                mail.messageId(),
                json(mail),
                clock.instant());
        afterCommit.once(this, workers::wake);
    }

    private static String json(Mail mail) {
        try {
            return Json.tolerant().writeValueAsString(mail);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(mail.messageId() + ": " + e.getMessage(), e);
        }
    }
}
