package dev.callboard.local.mail;

import dev.callboard.local.process.Ports;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

import static org.assertj.core.api.Assertions.assertThat;

class MailCatcherTest {
    private static final String CALLBOARD = "call@norrsken.example";

    @TempDir
    Path folder;

    private MailCatcher catcher;
    private Session session;

    @BeforeEach
    void start() {
        var ports = new Ports(folder.resolve("ports.properties"));
        int smtp = ports.of("smtp");
        int imap = ports.of("imap");
        catcher = new MailCatcher(smtp, imap, folder);
        catcher.run();
        var settings = new Properties();
        settings.putAll(java.util.Map.of(
                "mail.smtp.host",
                "127.0.0.1",
                "mail.smtp.port",
                Integer.toString(smtp),
                "mail.smtp.from",
                CALLBOARD,
                "mail.imap.host",
                "127.0.0.1",
                "mail.imap.port",
                Integer.toString(imap)));
        session = Session.getInstance(settings);
    }

    @AfterEach
    void stop() {
        catcher.stop();
    }

    private void send(String recipient, String subject) throws MessagingException {
        var mail = new MimeMessage(session);
        mail.setFrom(new InternetAddress(CALLBOARD));
        mail.setRecipients(Message.RecipientType.TO, recipient);
        mail.setSubject(subject, "UTF-8");
        mail.setText("Be at Slussen at 20:00.", "UTF-8");
        Transport.send(mail);
    }

    /** The newest mail of a mailbox, as its owner reads it. */
    private MimeMessage newest(String address) throws MessagingException, IOException {
        try (var store = session.getStore("imap")) {
            store.connect(address, address);
            var inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            assertThat(inbox.getMessageCount()).as("mails of " + address).isPositive();
            var copy = new java.io.ByteArrayOutputStream();
            inbox.getMessage(inbox.getMessageCount()).writeTo(copy);
            return new MimeMessage(session, new java.io.ByteArrayInputStream(copy.toByteArray()));
        }
    }

    private int count(String address) throws MessagingException {
        try (var store = session.getStore("imap")) {
            store.connect(address, address);
            var inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            return inbox.getMessageCount();
        }
    }

    @Test
    void every_mail_is_a_file_and_lies_in_its_mailbox() throws Exception {
        send("bo@norrsken.example", "Call Sat 30 Oct 20:00 · Slussen, Stockholm · The Salt Road");
        send("bo@norrsken.example", "second");

        try (InputStream first = Files.newInputStream(folder.resolve("bo@norrsken.example/0001.eml"))) {
            assertThat(new MimeMessage(session, first).getSubject())
                    .isEqualTo("Call Sat 30 Oct 20:00 · Slussen, Stockholm · The Salt Road");
        }
        assertThat(folder.resolve("bo@norrsken.example/0002.eml")).exists();
        assertThat(newest("bo@norrsken.example").getSubject()).isEqualTo("second");
    }

    @Test
    void the_numbers_go_on_after_a_restart() throws Exception {
        send("bo@norrsken.example", "before");
        stop();
        start();
        send("bo@norrsken.example", "after");

        assertThat(Files.readString(folder.resolve("bo@norrsken.example/0002.eml")))
                .contains("Subject: after");
    }

    @Test
    void a_mailbox_that_never_got_a_mail_is_empty() throws Exception {
        assertThat(count("hedda@norrsken.example")).isZero();
    }

    @Test
    void a_bouncing_address_is_reported_to_the_envelope_sender() throws Exception {
        send("bounce.asa@norrsken.example", "Call Fri 29 Oct");

        var report = newest(CALLBOARD);
        var parts = (MimeMultipart) report.getContent();
        String status = new String(parts.getBodyPart(1).getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        String original = new String(parts.getBodyPart(2).getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertThat(report.getContentType()).startsWith("multipart/report").contains("report-type=delivery-status");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("message/delivery-status");
        assertThat(status)
                .contains("Final-Recipient: rfc822; bounce.asa@norrsken.example")
                .contains("Action: failed")
                .contains("Status: 5.1.1");
        assertThat(original).contains("Subject: Call Fri 29 Oct").contains("Message-ID: <");
        assertThat(folder.resolve("bounce.asa@norrsken.example/0001.eml")).exists();
        assertThat(folder.resolve(CALLBOARD + "/0001.eml")).exists();
    }

    @Test
    void a_report_refers_to_the_mail_that_it_is_about() throws Exception {
        send("bounce@norrsken.example", "Call");

        try (InputStream sent = Files.newInputStream(folder.resolve("bounce@norrsken.example/0001.eml"))) {
            String messageId = new MimeMessage(session, sent).getMessageID();
            assertThat(newest(CALLBOARD).getHeader("In-Reply-To")).containsExactly(messageId);
        }
    }

    @Test
    void an_address_bounces_from_the_moment_it_is_listed() throws Exception {
        send("zoe@norrsken.example", "first");
        assertThat(count(CALLBOARD)).isZero();

        Files.writeString(folder.resolve("bouncing.txt"), "other@norrsken.example\nZoe@norrsken.example\n");
        send("zoe@norrsken.example", "second");

        assertThat(count(CALLBOARD)).isEqualTo(1);
    }

    @Test
    void no_address_leads_out_of_the_folder() {
        assertThat(DroppedMails.fileName("../../etc/passwd@x.example")).isEqualTo("_._.._etc_passwd@x.example");
        assertThat(DroppedMails.fileName("Bo.Ekdahl+crew@Norrsken.example"))
                .isEqualTo("bo.ekdahl+crew@norrsken.example");
    }
}
