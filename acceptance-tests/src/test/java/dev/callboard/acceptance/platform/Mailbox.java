package dev.callboard.acceptance.platform;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** What the mail catcher dropped: a folder for each recipient, a file for each mail. */
public record Mailbox(Path folder) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** @param calendar the invitation, where there is one */
    public record Mail(String messageId, String subject, String text, Optional<String> calendar) {
        /** The first group of the pattern in the text. */
        public String find(String pattern) {
            var found = Pattern.compile(pattern).matcher(text);
            assertThat(found.find()).as("%s in: %s", pattern, text).isTrue();
            return found.group(1);
        }
    }

    /** Oldest first. */
    public List<Mail> of(String recipient) {
        var box = folder.resolve(recipient);
        if (!Files.isDirectory(box)) return List.of();
        try (var files = Files.list(box)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .map(Mailbox::read)
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The newest that fits, once it is there. */
    public Mail await(String recipient, Predicate<Mail> fits) {
        return org.awaitility.Awaitility.await("a mail to " + recipient)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> of(recipient).reversed().stream().filter(fits).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    private static Mail read(Path file) {
        try (var in = Files.newInputStream(file)) {
            var message = new MimeMessage(Session.getInstance(new Properties()), in);
            return new Mail(
                    message.getMessageID(),
                    message.getSubject(),
                    part(message, "text/plain").orElse("").replace("\r\n", "\n"),
                    part(message, "text/calendar"));
        } catch (IOException | MessagingException unreadable) {
            throw new IllegalStateException(file.toString(), unreadable);
        }
    }

    private static Optional<String> part(Part part, String type) throws IOException, MessagingException {
        if (part.isMimeType(type)) {
            return Optional.of(new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int at = 0; at < parts.getCount(); at++) {
                var found = part(parts.getBodyPart(at), type);
                if (found.isPresent()) return found;
            }
        }
        return Optional.empty();
    }
}
