package dev.callboard.local.demo;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;

/** What a calendar program sends when its owner taps "accept": an iTIP REPLY, RFC 5546 3.2.3, by mail. */
record CalendarReply(int smtpPort) {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** @param at when the owner tapped */
    void accept(String invitation, String attendee, Instant at) {
        var unfolded = invitation.replace("\r\n ", "").replace("\n ", "");
        var organizer = line(unfolded, "(?m)^ORGANIZER[^:\r\n]*:(?i:mailto:)(\\S+)");
        var reply = String.join(
                "\r\n",
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//Calendar of a phone//EN",
                "METHOD:REPLY",
                "BEGIN:VEVENT",
                "UID:" + line(unfolded, "(?m)^UID:(\\S+)"),
                "SEQUENCE:" + line(unfolded, "(?m)^SEQUENCE:(\\d+)"),
                "DTSTAMP:" + STAMP.format(at),
                "ORGANIZER:mailto:" + organizer,
                "ATTENDEE;PARTSTAT=ACCEPTED:mailto:" + attendee,
                "END:VEVENT",
                "END:VCALENDAR",
                "");
        send(attendee, organizer, reply);
    }

    private void send(String from, String to, String calendar) {
        var settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", String.valueOf(smtpPort));
        try {
            var message = new MimeMessage(Session.getInstance(settings));
            message.setFrom(new InternetAddress(from));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
            message.setSubject("Accepted");
            var text = new MimeBodyPart();
            text.setText("Accepted.");
            var event = new MimeBodyPart();
            event.setContent(calendar, "text/calendar; charset=utf-8; method=REPLY");
            message.setContent(new MimeMultipart("alternative", text, event));
            Transport.send(message);
        } catch (MessagingException e) {
            throw new Stage.Failed("calendar reply: " + e);
        }
    }

    private static String line(String calendar, String pattern) {
        var found = Pattern.compile(pattern).matcher(calendar);
        if (!found.find()) throw new Stage.Failed("invitation: no " + pattern);
        return found.group(1);
    }
}
