package dev.callboard.kit.contract;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.mail.Mail;
import dev.callboard.kit.mail.MailOutcomes;
import dev.callboard.kit.mail.MailQueue;
import dev.callboard.kit.test.Mailbox;
import dev.callboard.kit.test.PlatformServers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMultipart;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
@WithTestResource(PlatformServers.class)
class MailTest {
    private static final String INVITATION = String.join(
            "\r\n",
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Callboard//EN",
            "METHOD:REQUEST",
            "BEGIN:VEVENT",
            "UID:call-1@callboard.example",
            "DTSTAMP:20271001T080000Z",
            "DTSTART;TZID=Europe/Stockholm:20271030T200000",
            "SUMMARY:The Salt Road · Slussen",
            "END:VEVENT",
            "END:VCALENDAR",
            "");

    private final String id = UUID.randomUUID() + "@callboard.example";
    private final String bo = "bo." + UUID.randomUUID() + "@crew.example";

    @Inject
    MailQueue queue;

    @Inject
    Outcomes outcomes;

    @Inject
    Database database;

    @ApplicationScoped
    static class Outcomes implements MailOutcomes {
        private final Map<String, String> told = new ConcurrentHashMap<>();

        Map<String, String> told() {
            return told;
        }

        @Override
        public void sent(String reference, Instant at) {
            told.merge(reference, "sent", String::concat);
        }

        @Override
        public void refused(String reference, String reason, Instant at) {
            told.merge(reference, "refused: " + reason, String::concat);
        }
    }

    @Test
    void an_invitation_has_text_html_and_calendar_as_alternatives_and_as_a_file() throws Throwable {
        add(mail(bo, "<b>20:00</b>", new Mail.Calendar("REQUEST", INVITATION)));

        var mail = Mailbox.of(bo).awaitsOne();
        assertThat(mail.subject()).isEqualTo("Call Sat 30 Oct 20:00 · Slussen, Stockholm · The Salt Road");
        assertThat(mail.messageId()).isEqualTo("<" + id + ">");
        assertThat(mail.text()).contains("Slussen at 20:00");
        assertThat(mail.html()).contains("<b>20:00</b>");
        assertThat(mail.calendar()).contains(INVITATION);
        assertThat(mail.message().getReplyTo()[0].toString()).contains("replies@callboard.example");

        var parts = (MimeMultipart) mail.message().getContent();
        var alternatives = (MimeMultipart) parts.getBodyPart(0).getContent();
        assertThat(alternatives.getContentType()).startsWith("multipart/alternative");
        assertThat(alternatives.getBodyPart(2).getContentType().replaceAll("\\s+", " "))
                .startsWith("text/calendar")
                .contains("method=REQUEST");
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("invite.ics");
    }

    @Test
    void a_mail_that_is_added_twice_is_sent_once_and_its_outcome_told_once() throws Throwable {
        add(mail(bo, null, null));
        Await.until(() -> assertThat(outcomes.told()).containsEntry(id, "sent"));
        add(mail(bo, null, null));
        var another = "eva." + UUID.randomUUID() + "@crew.example";
        add(new Mail("other" + id, null, another, null, "The next", "text", null, null, null, null, null));

        Mailbox.of(another).awaitsOne();
        assertThat(Mailbox.of(bo).mails()).hasSize(1);
        assertThat(outcomes.told()).containsEntry(id, "sent");
    }

    @Test
    void nothing_is_sent_of_a_transaction_that_is_rolled_back() throws Throwable {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    queue.add(mail(bo, null, null));
                    throw new IllegalStateException("on second thought");
                }))
                .hasMessage("on second thought");
        var another = "eva." + UUID.randomUUID() + "@crew.example";
        add(new Mail("other" + id, null, another, null, "The next", "text", null, null, null, null, null));

        Mailbox.of(another).awaitsOne();
        assertThat(Mailbox.of(bo).mails()).isEmpty();
    }

    @Test
    void an_address_that_is_none_is_refused_and_not_tried_again() throws Throwable {
        add(mail("bo at crew", null, null));

        Await.until(() -> assertThat(outcomes.told().get(id)).startsWith("refused: address"));
    }

    @Test
    void a_line_break_in_a_subject_starts_no_header() throws Throwable {
        add(new Mail(id, null, bo, "Bo", "Hello\r\nBcc: all@crew.example", "text", null, null, null, null, null));

        var mail = Mailbox.of(bo).awaitsOne();
        assertThat(mail.subject()).isEqualTo("Hello Bcc: all@crew.example");
        assertThat(mail.message().getHeader("Bcc")).isNull();
    }

    @Test
    void the_content_is_forgotten_once_it_is_sent() throws Throwable {
        add(mail(bo, null, null));
        var forgotten = "select mail is null from kit.mail where message_id = ?";
        Await.until(() -> assertThat(database.first(forgotten, row -> row.getBoolean(1), id))
                .contains(true));
    }

    private void add(Mail mail) {
        QuarkusTransaction.requiringNew().run(() -> queue.add(mail));
    }

    private Mail mail(String to, String html, Mail.Calendar calendar) {
        return new Mail(
                id,
                "The Salt Road",
                to,
                "Bo",
                "Call Sat 30 Oct 20:00 · Slussen, Stockholm · The Salt Road",
                "Slussen at 20:00",
                html,
                calendar,
                "replies@callboard.example",
                id,
                "bounces@callboard.example");
    }
}
