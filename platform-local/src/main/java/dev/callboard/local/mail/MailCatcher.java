package dev.callboard.local.mail;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Takes every mail by SMTP and sends none on. Each is written to {@code RECIPIENT/NNNN.eml} before it is accepted, and
 * lies in the recipient's mailbox, readable by IMAP (user and password are the address). A recipient on the bouncing
 * list is answered as the internet would: accepted first, then a delivery status notification to the envelope sender.
 */
@Command(name = "mail-catcher")
public final class MailCatcher implements Runnable {
    @Option(names = "--smtp-port", required = true)
    private int smtpPort;

    @Option(names = "--imap-port", required = true)
    private int imapPort;

    @Option(names = "--folder", required = true)
    private Path folder;

    private DroppedMails dropped;
    private BouncingAddresses bouncing;
    private RecentMails recent;
    private GreenMail servers;

    MailCatcher() {}

    MailCatcher(int smtpPort, int imapPort, Path folder) {
        this.smtpPort = smtpPort;
        this.imapPort = imapPort;
        this.folder = folder;
    }

    public static void main(String[] arguments) {
        int exit = new CommandLine(new MailCatcher()).execute(arguments);
        if (exit != 0) Runtime.getRuntime().halt(exit);
    }

    /** Returns when both servers listen; their threads keep the process alive. */
    @Override
    public void run() {
        dropped = new DroppedMails(folder);
        bouncing = new BouncingAddresses(folder.resolve("bouncing.txt"));
        servers = new GreenMail(new ServerSetup[] {
            new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(imapPort, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
        });
        servers.withConfiguration(new GreenMailConfiguration().withDisabledAuthentication());
        recent = new RecentMails(servers.getManagers().getImapHostManager());
        servers.getUserManager().setMessageDeliveryHandler(this::receive);
        servers.start();
    }

    void stop() {
        servers.stop();
    }

    /** An exception from here is an error reply to the sender, who tries again: nothing is accepted that is not on disk. */
    private GreenMailUser receive(MovingMessage mail, MailAddress recipient) throws MessagingException, UserException {
        byte[] bytes = bytes(mail);
        dropped.add(recipient.getEmail(), bytes);

        String sender = mail.getReturnPath() == null ? "" : mail.getReturnPath().getEmail();
        if (bouncing.contains(recipient.getEmail()) && !sender.isBlank()) bounce(sender, recipient.getEmail(), bytes);

        var mailbox = mailbox(recipient.getEmail());
        recent.expect(mailbox);
        return mailbox;
    }

    private void bounce(String sender, String recipient, byte[] original) throws MessagingException, UserException {
        byte[] notification = DeliveryStatus.failed(sender, recipient, original);
        dropped.add(sender, notification);
        var mailbox = mailbox(sender);
        recent.expect(mailbox);
        mailbox.deliver(GreenMailUtil.newMimeMessage(new ByteArrayInputStream(notification)));
    }

    private synchronized GreenMailUser mailbox(String address) throws UserException {
        var users = servers.getUserManager();
        var known = users.getUserByEmail(address);
        if (known != null) return known;
        String login = address.toLowerCase(Locale.ROOT);
        return users.createUser(address, login, login);
    }

    private static byte[] bytes(MovingMessage mail) throws MessagingException {
        var bytes = new ByteArrayOutputStream();
        try {
            mail.getMessage().writeTo(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
