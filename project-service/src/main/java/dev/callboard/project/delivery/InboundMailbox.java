package dev.callboard.project.delivery;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.database.Infrastructure;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.AndTerm;
import jakarta.mail.search.FlagTerm;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Properties;
import java.util.UUID;

/**
 * Reads the mailbox of replies and bounces. Every instance runs the loop; the one that holds the lease does the work. What
 * was understood is marked as read, what was not is flagged and left unread for a person.
 */
@ApplicationScoped
class InboundMailbox {
    private static final Logger LOG = Logger.getLogger(InboundMailbox.class);

    /** Of one poll, so that the lease outlives it. */
    private static final int AT_ONCE = 100;

    @Inject
    InboundMailConfig config;

    @Inject
    Database database;

    @Inject
    Replies replies;

    @ConfigProperty(name = "callboard.instance", defaultValue = "project-service")
    String instance;

    private final String holder = UUID.randomUUID().toString();

    private volatile @Nullable Thread loop;

    void start(@Observes StartupEvent started) {
        if (config.host().isEmpty()) return;
        if (config.password().isEmpty())
            throw new IllegalStateException(
                    "callboard.inbound-mail.password is missing (expected: that of %s)".formatted(config.user()));
        loop = Thread.ofVirtual().name("inbound-mailbox").start(this::poll);
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        var running = loop;
        if (running == null) return;
        running.interrupt();
        running.join(5_000);
    }

    private void poll() {
        boolean healthy = true;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(config.poll());
                if (holdsLease()) read();
                if (!healthy) LOG.info("The mailbox of replies answers again");
                healthy = true;
            } catch (InterruptedException e) {
                return;
            } catch (MessagingException | RuntimeException e) {
                // Once per outage, not once per poll; delayed answers lose nothing, the mailbox keeps them.
                if (healthy && !Thread.currentThread().isInterrupted())
                    LOG.warnf("The mailbox of replies cannot be read: %s", e.getMessage());
                healthy = false;
            }
        }
    }

    /** The database's own clock: instances may disagree about the time. */
    private boolean holdsLease() {
        return database.update(
                        """
                        insert into inbound_lease (name, holder, until)
                        values ('replies', ?, now() + make_interval(secs => ?))
                        on conflict (name) do update set holder = excluded.holder, until = excluded.until
                        where inbound_lease.until < now() or inbound_lease.holder = excluded.holder\
                        """, instance + "/" + holder, (double) config.lease().toSeconds())
                == 1;
    }

    private void read() throws MessagingException {
        var protocol = config.tls().orElse(config.port() == 993) ? "imaps" : "imap";
        var properties = new Properties();
        for (var limit : new String[] {"connectiontimeout", "timeout", "writetimeout"})
            properties.setProperty("mail." + protocol + "." + limit, "10000");
        // The whole text is fetched at once: parts of a message fetched one by one are many round trips.
        properties.setProperty("mail." + protocol + ".partialfetch", "false");
        properties.setProperty("mail." + protocol + ".peek", "true");

        try (var store = Session.getInstance(properties).getStore(protocol)) {
            store.connect(
                    config.host().orElseThrow(),
                    config.port(),
                    config.user(),
                    config.password().orElseThrow());
            try (var inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_WRITE);
                var unread = inbox.search(new AndTerm(
                        new FlagTerm(new Flags(Flags.Flag.SEEN), false),
                        new FlagTerm(new Flags(Flags.Flag.FLAGGED), false)));
                for (int i = 0; i < Math.min(unread.length, AT_ONCE); i++) take(inbox, unread[i]);
            }
        }
    }

    private void take(Folder inbox, Message message) throws MessagingException {
        var folder = (UIDFolder) inbox;
        var sent = message.getSentDate();
        boolean understood;
        try {
            understood = replies.take(
                    folder.getUIDValidity(),
                    folder.getUID(message),
                    read(inbox, (MimeMessage) message),
                    sent == null ? null : sent.toInstant());
        } catch (RuntimeException e) {
            // anybody may write to this address: what cannot be stored is for a person, and those behind it go on
            if (Infrastructure.failedIn(e)) throw e;
            LOG.warnf(e, "Mail %d cannot be taken and is flagged", folder.getUID(message));
            understood = false;
        }
        message.setFlag(understood ? Flags.Flag.SEEN : Flags.Flag.FLAGGED, true);
    }

    /** A mail that cannot be parsed must not stop those behind it; a lost connection must. */
    private static InboundMail read(Folder inbox, MimeMessage message) throws MessagingException {
        try {
            return InboundMail.of(message);
        } catch (MessagingException | IOException e) {
            if (!inbox.isOpen()) throw new MessagingException("connection lost while reading", new IOException(e));
            return new InboundMail.Other();
        }
    }
}
