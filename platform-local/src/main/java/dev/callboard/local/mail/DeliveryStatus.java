package dev.callboard.local.mail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A delivery status notification (RFC 3464 in an RFC 6522 report) as a mail server of the internet would send it. */
final class DeliveryStatus {
    private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^Message-ID:\\s*(<[^>]+>)");

    private DeliveryStatus() {}

    /** Permanent failure 5.1.1: there is no such mailbox. The report carries the original's header, not its body. */
    static byte[] failed(String sender, String recipient, byte[] original) {
        String header = headerOf(original);
        Matcher messageId = MESSAGE_ID.matcher(header);
        String about = messageId.find() ? "In-Reply-To: %1$s%nReferences: %1$s%n".formatted(messageId.group(1)) : "";
        String boundary = "report-" + UUID.randomUUID();
        String now = DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.now().atOffset(ZoneOffset.UTC));
        String report = """
                From: Mail Delivery System <mailer-daemon@mail.example>
                To: %2$s
                Subject: Undelivered Mail Returned to Sender
                Date: %3$s
                Message-ID: <%4$s@mail.example>
                %5$sAuto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status;
                 boundary="%1$s"

                This is a MIME-encapsulated message.

                --%1$s
                Content-Type: text/plain; charset=us-ascii
                Content-Description: Notification

                Your message could not be delivered to one recipient.

                <%6$s>: 550 5.1.1 no such mailbox here

                --%1$s
                Content-Type: message/delivery-status
                Content-Description: Delivery report

                Reporting-MTA: dns; mail.example
                Arrival-Date: %3$s

                Final-Recipient: rfc822; %6$s
                Original-Recipient: rfc822; %6$s
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 <%6$s>: no such mailbox here

                --%1$s
                Content-Type: text/rfc822-headers
                Content-Description: Undelivered message

                %7$s
                --%1$s--
                """.formatted(boundary, sender, now, UUID.randomUUID(), about, recipient, header);
        return report.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String headerOf(byte[] mail) {
        String whole = new String(mail, StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
        int end = whole.indexOf("\n\n");
        return end < 0 ? whole : whole.substring(0, end + 1);
    }
}
