package dev.callboard.kit.mail;

import jakarta.activation.DataHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.jspecify.annotations.Nullable;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Date;
import java.util.Properties;

/** Mails as MIME: text, HTML and invitation as alternatives (RFC 6047), the invitation once more as a file. */
@ApplicationScoped
class MimeMessages {
    private static final String UTF_8 = "UTF-8";

    @Inject
    MailSettings settings;

    @Inject
    InstantSource clock;

    Session session() {
        var properties = new Properties();
        properties.put("mail.smtp.host", settings.smtpHost());
        properties.put("mail.smtp.port", Integer.toString(settings.smtpPort()));
        properties.put("mail.smtp.connectiontimeout", "5000");
        properties.put("mail.smtp.timeout", "20000");
        properties.put("mail.smtp.writetimeout", "20000");
        properties.put(
                "mail.smtp.starttls.enable", String.valueOf(settings.startTls() != MailSettings.StartTls.DISABLED));
        properties.put(
                "mail.smtp.starttls.required", String.valueOf(settings.startTls() == MailSettings.StartTls.REQUIRED));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.allow8bitmime", "true");
        if (settings.smtpUser().isEmpty()) return Session.getInstance(properties);

        properties.put("mail.smtp.auth", "true");
        return Session.getInstance(properties, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(
                        settings.smtpUser().orElseThrow(),
                        settings.smtpPassword().orElse(""));
            }
        });
    }

    /** @throws jakarta.mail.internet.AddressException if an address is none */
    SMTPMessage of(Mail mail) throws MessagingException {
        var message = new IdentifiedMessage(session(), mail.messageId());
        message.setFrom(address(settings.from(), mail.fromName()));
        message.setRecipient(Message.RecipientType.TO, address(mail.to(), mail.toName()));
        if (mail.replyTo() != null)
            message.setReplyTo(new InternetAddress[] {address(mail.replyTo(), mail.fromName())});
        message.setEnvelopeFrom(mail.envelopeFrom() == null ? settings.from() : mail.envelopeFrom());
        message.setSubject(oneLine(mail.subject()), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: no out-of-office answers, please
        write(mail, message);
        message.saveChanges();
        return message;
    }

    private static void write(Mail mail, SMTPMessage message) throws MessagingException {
        if (mail.html() == null && mail.calendar() == null) {
            message.setText(mail.text(), UTF_8);
            return;
        }
        var alternatives = new MimeMultipart("alternative");
        alternatives.addBodyPart(text(mail.text(), "plain"));
        if (mail.html() != null) alternatives.addBodyPart(text(mail.html(), "html"));
        if (mail.calendar() == null) {
            message.setContent(alternatives);
            return;
        }
        // Last, so that a program that knows invitations prefers it: RFC 2046, 5.1.4.
        alternatives.addBodyPart(invitation(mail.calendar()));
        var all = new MimeMultipart("mixed");
        var body = new MimeBodyPart();
        body.setContent(alternatives);
        all.addBodyPart(body);
        all.addBodyPart(file(mail.calendar()));
        message.setContent(all);
    }

    private static MimeBodyPart text(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        return part;
    }

    private static MimeBodyPart invitation(Mail.Calendar calendar) throws MessagingException {
        return bytes(calendar, "text/calendar; charset=UTF-8; method=" + calendar.method());
    }

    private static MimeBodyPart file(Mail.Calendar calendar) throws MessagingException {
        var part = bytes(calendar, "application/ics; name=invite.ics");
        part.setFileName("invite.ics");
        return part;
    }

    /** As bytes, so that lines keep their CR LF and their folding. */
    private static MimeBodyPart bytes(Mail.Calendar calendar, String type) throws MessagingException {
        var part = new MimeBodyPart();
        var content = new ByteArrayDataSource(calendar.text().getBytes(StandardCharsets.UTF_8), type);
        part.setDataHandler(new DataHandler(content));
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    private static InternetAddress address(String address, @Nullable String name) throws MessagingException {
        var parsed = new InternetAddress(address, true);
        try {
            if (name != null) parsed.setPersonal(oneLine(name), UTF_8);
            return parsed;
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A line break in a header would begin another header. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    /** Keeps the message id that it was given, where Jakarta Mail would make a new one at each sending. */
    private static final class IdentifiedMessage extends SMTPMessage {
        private final String id;

        IdentifiedMessage(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + ">");
        }
    }
}
