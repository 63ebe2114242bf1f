package dev.callboard.kit.test;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;

/** What reached one person: the files that the mail catcher of {@link PlatformServers} dropped. */
public final class Mailbox {
    private final Path folder;

    private Mailbox(Path folder) {
        this.folder = folder;
    }

    public static Mailbox of(String address) {
        var mails = System.getProperty("callboard.test.mail-folder");
        if (mails == null)
            throw new IllegalStateException("no mailbox without @WithTestResource(PlatformServers.class)");
        return new Mailbox(Path.of(mails, address.toLowerCase(Locale.ROOT)));
    }

    /** In the order of arrival. */
    public List<ReceivedMail> mails() {
        if (!Files.isDirectory(folder)) return List.of();
        try (var files = Files.list(folder)) {
            var found = new ArrayList<ReceivedMail>();
            for (var file : files.filter(each -> each.toString().endsWith(".eml"))
                    .sorted()
                    .toList()) found.add(read(file));
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until {@code count} mails are there, at most 60 s. */
    public List<ReceivedMail> awaits(int count) {
        var deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (true) {
            var mails = mails();
            if (mails.size() >= count) return mails;
            if (System.nanoTime() > deadline)
                throw new AssertionError(
                        folder.getFileName() + " has " + mails.size() + " mails (expected: " + count + ")");
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    public ReceivedMail awaitsOne() {
        return awaits(1).getFirst();
    }

    private static ReceivedMail read(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new ReceivedMail(new MimeMessage(Session.getInstance(new Properties()), in));
        } catch (MessagingException e) {
            throw new IOException(file + ": not a mail", e);
        }
    }
}
