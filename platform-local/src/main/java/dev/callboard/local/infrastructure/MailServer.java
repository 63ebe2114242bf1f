package dev.callboard.local.infrastructure;

import dev.callboard.local.mail.MailCatcher;
import dev.callboard.local.process.Component;
import dev.callboard.local.process.Programs;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@link MailCatcher} in a JVM of its own. */
final class MailServer implements Component {
    private final Path folder;
    private final int smtpPort;
    private final int imapPort;

    MailServer(Path dataFolder, int smtpPort, int imapPort) {
        this.folder = dataFolder.resolve("mail");
        this.smtpPort = smtpPort;
        this.imapPort = imapPort;
    }

    @Override
    public String component() {
        return "mail";
    }

    @Override
    public String instance() {
        return "mail";
    }

    @Override
    public int port() {
        return smtpPort;
    }

    @Override
    public String build() {
        return "GreenMail 2.1.13";
    }

    Path folder() {
        return folder;
    }

    int imapPort() {
        return imapPort;
    }

    @Override
    public Launch launch() throws IOException {
        Files.createDirectories(folder);
        return Launch.of(Programs.java(
                MailCatcher.class,
                List.of("-Xms16m", "-Xmx192m", "-XX:+UseSerialGC", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn"),
                List.of(
                        "--smtp-port", Integer.toString(smtpPort),
                        "--imap-port", Integer.toString(imapPort),
                        "--folder", folder.toString())));
    }

    @Override
    public boolean ready() {
        return greets(smtpPort, "220") && greets(imapPort, "* OK");
    }

    private static boolean greets(int port, String greeting) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            socket.setSoTimeout(1_000);
            byte[] first = socket.getInputStream().readNBytes(greeting.length());
            return new String(first, java.nio.charset.StandardCharsets.US_ASCII).equals(greeting);
        } catch (IOException notYet) {
            return false;
        }
    }
}
