package dev.callboard.project.delivery;

import dev.callboard.project.delivery.InboundMail.CalendarReply;
import dev.callboard.project.delivery.InboundMail.DeliveryReport;
import dev.callboard.project.delivery.InboundMail.Other;
import dev.callboard.project.delivery.InboundMail.TextReply;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

import static org.assertj.core.api.Assertions.assertThat;

class InboundMailTest {
    @Test
    void a_calendar_that_accepts_is_a_yes() throws Exception {
        assertThat(read(calendar("ACCEPTED"))).isEqualTo(new CalendarReply("s1@norrsken.example", 1, true));
        assertThat(read(calendar("DECLINED"))).isEqualTo(new CalendarReply("s1@norrsken.example", 1, false));
    }

    @Test
    void a_calendar_that_is_not_sure_is_left_for_a_person() throws Exception {
        assertThat(read(calendar("TENTATIVE"))).isEqualTo(new Other());
    }

    @Test
    void one_is_yes_and_two_is_no_above_the_quoted_mail() throws Exception {
        assertThat(read(text("1\n\n> Call Sat 30 Oct 18:30\n> 2")))
                .isEqualTo(new TextReply("<c1@norrsken.example> ", true));
        assertThat(read(text("\n  2.  \n"))).isEqualTo(new TextReply("<c1@norrsken.example> ", false));
    }

    @Test
    void words_that_are_neither_are_left_for_a_person() throws Exception {
        assertThat(read(text("12 people are with me"))).isEqualTo(new Other());
        assertThat(read(text("> 1"))).isEqualTo(new Other());
        assertThat(read(text(""))).isEqualTo(new Other());
    }

    @Test
    void a_failed_delivery_is_a_bounce_with_its_reason() throws Exception {
        assertThat(read(report("failed")))
                .isEqualTo(new DeliveryReport("<c1@norrsken.example>", false, "smtp; 550 5.1.1 no such mailbox"));
    }

    @Test
    void a_delayed_delivery_is_no_bounce() throws Exception {
        assertThat(read(report("delayed"))).isEqualTo(new Other());
    }

    private static InboundMail read(String raw) throws Exception {
        var message = new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
        return InboundMail.of(message);
    }

    private static String text(String body) {
        return """
                From: Bo <bo@post.example>
                To: call@norrsken.example
                In-Reply-To: <c1@norrsken.example>
                Content-Type: text/plain; charset=utf-8

                """ + body;
    }

    private static String calendar(String partStat) {
        return """
                From: Bo <bo@post.example>
                To: call@norrsken.example
                MIME-Version: 1.0
                Content-Type: multipart/alternative; boundary=b

                --b
                Content-Type: text/plain

                Bo has answered.
                --b
                Content-Type: text/calendar; method=REPLY; charset=utf-8

                BEGIN:VCALENDAR
                VERSION:2.0
                METHOD:REPLY
                BEGIN:VEVENT
                UID:s1@norrsken
                 .example
                SEQUENCE:1
                DTSTAMP:20271028T180000Z
                ATTENDEE;CN="Bo: Ekdahl";PARTSTAT=%s:mailto:bo@post.example
                END:VEVENT
                END:VCALENDAR
                --b--
                """.formatted(partStat);
    }

    private static String report(String action) {
        return """
                From: MAILER-DAEMON@post.example
                To: call@norrsken.example
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b
                Content-Type: text/plain

                Sorry.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; post.example

                Final-Recipient: rfc822; bounce.olle@post.example
                Action: %s
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 no such mailbox

                --b
                Content-Type: message/rfc822

                Message-ID: <c1@norrsken.example>
                Subject: Call

                x
                --b--
                """.formatted(action);
    }
}
