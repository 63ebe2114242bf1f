package dev.callboard.local.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Recipients that do not exist: every address that begins with {@code bounce}, and those in a file, one a line, read anew for each mail. */
record BouncingAddresses(Path file) {
    boolean contains(String address) {
        String wanted = address.toLowerCase(Locale.ROOT);
        if (wanted.startsWith("bounce")) return true;
        try (var lines = Files.lines(file)) {
            return lines.map(line -> line.strip().toLowerCase(Locale.ROOT)).anyMatch(wanted::equals);
        } catch (IOException noList) {
            return false;
        }
    }
}
