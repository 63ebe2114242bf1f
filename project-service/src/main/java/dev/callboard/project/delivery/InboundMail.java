package dev.callboard.project.delivery;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a mail that came in wants to say. Nothing here believes who it says it is from: whether it speaks of one of our calls
 * is decided by the signed ids that it gives back.
 */
sealed interface InboundMail {
    /** Mails are short; whoever sends more is not heard to the end. */
    int MAX_PART = 256 * 1024;

    /** A calendar's answer to an invitation, RFC 5546 section 3.2.3. @param sequence of the version that is answered */
    record CalendarReply(String uid, int sequence, boolean accepted) implements InboundMail {}

    /** A person's answer in words. @param ids headers that quote our Message-ID */
    record TextReply(String ids, boolean yes) implements InboundMail {}

    /** A delivery status notification, RFC 3464. @param ids headers of the returned message */
    record DeliveryReport(String ids, boolean delivered, String reason) implements InboundMail {}

    /** Left for a person to read. */
    record Other() implements InboundMail {}

    static InboundMail of(MimeMessage message) throws MessagingException, IOException {
        var parts = new ArrayList<Part>();
        flatten(message, parts, 0);

        if (message.isMimeType("multipart/report")) {
            var report = deliveryReport(parts);
            if (report.isPresent()) return report.get();
        }
        for (var part : parts) {
            if (part.isMimeType("text/calendar")) {
                var reply = calendarReply(text(part));
                if (reply.isPresent()) return reply.get();
            }
        }
        var ids = header(message, "In-Reply-To") + " " + header(message, "References");
        for (var part : parts) {
            if (part.isMimeType("text/plain") && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
                var yes = firstWord(text(part));
                if (yes.isPresent()) return new TextReply(ids, yes.get());
            }
        }
        return new Other();
    }

    /** The first line that is not quoted says it: 1 or 2, or yes or no. Anything else is for a person to read. */
    static Optional<Boolean> firstWord(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith(">"))
                .findFirst()
                .map(line -> line.toLowerCase(Locale.ROOT).replaceAll("[.!\\s]+$", ""))
                .flatMap(line -> switch (line) {
                    case "1", "yes", "ja" -> Optional.of(true);
                    case "2", "no", "nej" -> Optional.of(false);
                    default -> Optional.empty();
                });
    }

    /** Read line by line, not by a calendar library: a hostile calendar must not be parsed further than its answer. */
    static Optional<InboundMail> calendarReply(String ics) {
        var unfolded = ics.replaceAll("\r?\n[ \t]", "");
        if (property(unfolded, "METHOD").filter("REPLY"::equalsIgnoreCase).isEmpty()) return Optional.empty();

        var uid = property(unfolded, "UID");
        var attendee = Pattern.compile("^ATTENDEE([;:].*)$", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE)
                .matcher(unfolded);
        if (uid.isEmpty() || !attendee.find()) return Optional.empty();
        var partStat = Pattern.compile(";PARTSTAT=\"?([A-Z-]+)", Pattern.CASE_INSENSITIVE)
                .matcher(attendee.group(1));
        if (!partStat.find()) return Optional.empty();

        int sequence = property(unfolded, "SEQUENCE")
                .filter(n -> n.matches("\\d{1,6}"))
                .map(Integer::parseInt)
                .orElse(0);
        return switch (partStat.group(1).toUpperCase(Locale.ROOT)) {
            case "ACCEPTED" -> Optional.of(new CalendarReply(uid.get(), sequence, true));
            case "DECLINED" -> Optional.of(new CalendarReply(uid.get(), sequence, false));
            default -> Optional.empty(); // TENTATIVE is no answer
        };
    }

    private static Optional<String> property(String ics, String name) {
        Matcher line = Pattern.compile(
                        "^" + name + "(?:;[^:\r\n]*)?:(.*)$", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE)
                .matcher(ics);
        return line.find() ? Optional.of(line.group(1).strip()) : Optional.empty();
    }

    private static Optional<InboundMail> deliveryReport(List<Part> parts) throws MessagingException, IOException {
        var status = new StringBuilder();
        var returned = new StringBuilder();
        for (var part : parts) {
            if (part.isMimeType("message/delivery-status")) status.append(text(part));
            else if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers"))
                returned.append(text(part)).append('\n');
        }
        var said = status.toString().replaceAll("\r?\n[ \t]", " ");
        var action =
                property(said, "Action").map(a -> a.toLowerCase(Locale.ROOT)).orElse("");
        var reason = property(said, "Diagnostic-Code")
                .or(() -> property(said, "Status"))
                .orElse("no reason given");
        var ids = property(returned.toString().replaceAll("\r?\n[ \t]", " "), "Message-ID")
                .orElse("");
        return switch (action) {
            case "failed" -> Optional.of(new DeliveryReport(ids, false, reason));
            case "delivered" -> Optional.of(new DeliveryReport(ids, true, reason));
            default -> Optional.empty(); // delayed, relayed, expanded: not the end of the way
        };
    }

    private static void flatten(Part part, List<Part> parts, int depth) throws MessagingException, IOException {
        if (depth > 8 || parts.size() > 64) return;
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart multipart) {
            for (int i = 0; i < multipart.getCount(); i++) {
                BodyPart child = multipart.getBodyPart(i);
                flatten(child, parts, depth + 1);
            }
            return;
        }
        parts.add(part);
    }

    private static String text(Part part) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            return new String(in.readNBytes(MAX_PART), StandardCharsets.UTF_8);
        }
    }

    private static String header(MimeMessage message, String name) throws MessagingException {
        @Nullable String value = message.getHeader(name, " ");
        return value == null ? "" : value;
    }
}
