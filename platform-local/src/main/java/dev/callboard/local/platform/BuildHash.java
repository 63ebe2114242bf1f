package dev.callboard.local.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells one build of a service from another: its own code by content, its libraries by name (they carry their version). */
final class BuildHash {
    private BuildHash() {}

    /** Eight hexadecimal digits. */
    static String of(Path quarkusApp) throws IOException {
        try (var files = Files.walk(quarkusApp)) {
            var digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                Path name = quarkusApp.relativize(file);
                digest.update(name.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
                if (!name.startsWith("lib")) digest.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 4);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
