package dev.callboard.kit.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** A conversation with the mail server, opened by the first mail and closed after the last. */
final class MailServer implements AutoCloseable {
    private final Session session;
    private @Nullable Transport connection;

    MailServer(Session session) {
        this.session = session;
    }

    sealed interface Outcome {
        default String name() {
            return switch (this) {
                case Sent _ -> "sent";
                case Refused _ -> "refused";
                case NotNow _ -> "postponed";
                case Away _ -> "away";
            };
        }
    }

    record Sent() implements Outcome {}

    /** For good, 5xx. */
    record Refused(String reason) implements Outcome {}

    /** This mail at this time, 4xx. */
    record NotNow(String reason) implements Outcome {}

    /** No mail at all. */
    record Away(String reason) implements Outcome {}

    @FunctionalInterface
    interface Composing {
        MimeMessage compose() throws MessagingException;
    }

    Outcome take(Composing mail) {
        MimeMessage message;
        try {
            message = mail.compose();
        } catch (AddressException e) {
            return new Refused("address " + e.getRef() + ": " + e.getMessage());
        } catch (MessagingException e) {
            return new Refused("cannot be written: " + e.getMessage());
        }
        try {
            connected().sendMessage(message, message.getAllRecipients());
            return new Sent();
        } catch (MessagingException e) {
            var outcome = judge(e);
            if (!(outcome instanceof Refused)) close();
            return outcome;
        }
    }

    private Transport connected() throws MessagingException {
        if (connection != null && connection.isConnected()) return connection;
        close();
        var fresh = session.getTransport("smtp");
        fresh.connect();
        connection = fresh;
        return fresh;
    }

    /** By the reply code where the server gave one: RFC 5321, 4.2.1. */
    private static Outcome judge(MessagingException failure) {
        if (failure instanceof AuthenticationFailedException) return new Away(failure.getMessage());
        for (@Nullable Exception each = failure; each != null; each = next(each)) {
            var code = code(each);
            if (code >= 500 && each instanceof SMTPSenderFailedException) return new NotNow(text(each));
            if (code >= 500) return new Refused(text(each));
            if (code == 421) return new Away(text(each)); // closing the channel
            if (code >= 400) return new NotNow(text(each));
        }
        return failure instanceof SendFailedException ? new NotNow(text(failure)) : new Away(text(failure));
    }

    private static @Nullable Exception next(Exception failure) {
        return failure instanceof MessagingException messaging ? messaging.getNextException() : null;
    }

    private static int code(Exception failure) {
        return switch (failure) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSenderFailedException sender -> sender.getReturnCode();
            case SMTPSendFailedException send -> send.getReturnCode();
            default -> 0;
        };
    }

    private static String text(Exception failure) {
        return String.valueOf(failure.getMessage()).strip();
    }

    @Override
    public void close() {
        if (connection == null) return;
        try {
            connection.close();
        } catch (MessagingException e) {
            // it is gone already
        }
        connection = null;
    }
}
