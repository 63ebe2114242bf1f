package dev.callboard.kit.test;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** A mail as a person's program reads it. */
public record ReceivedMail(MimeMessage message) {
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+");

    public String subject() {
        return said(message::getSubject);
    }

    /** With angle brackets, as in the header. */
    public String messageId() {
        return said(message::getMessageID);
    }

    public String from() {
        return said(() -> message.getFrom()[0].toString());
    }

    public String text() {
        return part("text/plain").orElseThrow(() -> new AssertionError("no text in " + subject()));
    }

    public Optional<String> html() {
        return part("text/html");
    }

    /** The iCalendar text of the alternative that mail programs offer to answer. */
    public Optional<String> calendar() {
        return part("text/calendar");
    }

    /** The first address in the text. */
    public String link() {
        var match = LINK.matcher(text());
        if (!match.find()) throw new AssertionError("no link in: " + text());
        return match.group();
    }

    private Optional<String> part(String type) {
        return said(() -> find(message, type));
    }

    private static Optional<String> find(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type) && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()))
            return Optional.of(content(part));
        if (!part.isMimeType("multipart/*")) return Optional.empty();
        var parts = (Multipart) part.getContent();
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart child = parts.getBodyPart(i);
            var found = find(child, type);
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    private static String content(Part part) throws MessagingException, IOException {
        if (part.getContent() instanceof String text) return text;
        try (var in = part.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read() throws MessagingException, IOException;
    }

    private static <T> T said(Reading<T> reading) {
        try {
            return reading.read();
        } catch (MessagingException e) {
            throw new AssertionError("unreadable mail", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
