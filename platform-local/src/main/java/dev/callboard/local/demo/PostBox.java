package dev.callboard.local.demo;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The mails that arrived: files in the data folder, a folder for each recipient. */
record PostBox(Path folder) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    record Mail(Path file, String subject, String text, Optional<String> calendar) {
        /** @return the first group of the pattern in the text */
        String find(String pattern) {
            var found = Pattern.compile(pattern).matcher(text);
            if (!found.find()) throw new Stage.Failed("no " + pattern + " in the mail \"" + subject + "\"");
            return found.group(1);
        }
    }

    /** The newest mail to the address that fits, waiting for it. */
    Mail await(String recipient, Predicate<Mail> fits) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            var found = mails(recipient).reversed().stream().filter(fits).findFirst();
            if (found.isPresent()) return found.get();
            Pause.of(Duration.ofMillis(100));
        }
        throw new Stage.Failed("no such mail to " + recipient + " after " + PATIENCE.toSeconds() + " s");
    }

    List<Mail> mails(String recipient) {
        var box = folder.resolve(recipient);
        if (!Files.isDirectory(box)) return List.of();
        try (var files = Files.list(box)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .map(PostBox::read)
                    .toList();
        } catch (IOException e) {
            throw new Stage.Failed("mail folder: " + e);
        }
    }

    private static Mail read(Path file) {
        try (var in = Files.newInputStream(file)) {
            var message = new MimeMessage(Session.getInstance(new Properties()), in);
            var text = part(message, "text/plain").orElse("");
            return new Mail(file, message.getSubject(), text.replace("\r\n", "\n"), part(message, "text/calendar"));
        } catch (IOException | MessagingException e) {
            throw new Stage.Failed(file + ": " + e);
        }
    }

    private static Optional<String> part(Part part, String type) throws IOException, MessagingException {
        if (part.isMimeType(type)) {
            return Optional.of(new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int at = 0; at < parts.getCount(); at++) {
                BodyPart inner = parts.getBodyPart(at);
                var found = part(inner, type);
                if (found.isPresent()) return found;
            }
        }
        return Optional.empty();
    }
}
