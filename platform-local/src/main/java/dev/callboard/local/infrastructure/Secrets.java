package dev.callboard.local.infrastructure;

import dev.callboard.local.process.AtomicFile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;

/** Passwords and keys of one data folder, made on first use and kept in {@code secrets.properties} (0600). */
public final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final Map<String, String> known;

    public Secrets(Path dataFolder) {
        this.file = dataFolder.resolve("secrets.properties");
        try {
            this.known = AtomicFile.properties(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** 256 bits in hexadecimal, the same for ever after. */
    public synchronized String of(String name) {
        String secret = known.get(name);
        if (secret != null) return secret;

        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        known.put(name, HexFormat.of().formatHex(bytes));
        try {
            AtomicFile.writeSecret(file, AtomicFile.text(known));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return known.get(name);
    }
}
