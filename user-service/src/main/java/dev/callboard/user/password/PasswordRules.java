package dev.callboard.user.password;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which passwords are taken: 12 to 128 characters of any script, not among the common ones, not one piece repeated, not
 * the address itself. No rule about kinds of characters: NIST SP 800-63B found that they make worse passwords.
 */
final class PasswordRules {
    private static final int SHORTEST = 12;
    private static final int LONGEST = 128;

    /** One a line, in lower case; only such as are long enough to pass otherwise. */
    private static final Set<String> COMMON = read("common-passwords.txt");

    private PasswordRules() {}

    /** The same characters typed on another system are the same password: é is one character or two, by keyboard. */
    static String normalised(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    /** @return why it is refused, a sentence that does not repeat it */
    static Optional<String> objection(String normalised, String email) {
        var length = normalised.codePointCount(0, normalised.length());
        if (length < SHORTEST || length > LONGEST)
            return Optional.of("password: %d characters (expected: %d to %d)".formatted(length, SHORTEST, LONGEST));

        var folded = normalised.toLowerCase(Locale.ROOT);
        if (COMMON.contains(folded)) return Optional.of("password: among the most common ones (expected: another)");
        if (repeatsOnePiece(folded)) return Optional.of("password: one piece repeated (expected: another)");
        if (folded.equals(email) || folded.contains(localPart(email)))
            return Optional.of("password: contains the address (expected: another)");
        return Optional.empty();
    }

    /** {@code abcabcabcabc}: found at an inner place of itself twice over. */
    private static boolean repeatsOnePiece(String text) {
        var period = (text + text).indexOf(text, 1);
        return period <= text.length() / 3;
    }

    /** Of short ones, such as {@code bo}, nothing follows: they are part of many words. */
    private static String localPart(String email) {
        var local = email.substring(0, Math.max(email.indexOf('@'), 0));
        return local.length() < 5 ? email : local;
    }

    private static Set<String> read(String name) {
        try (var in = new BufferedReader(
                new InputStreamReader(PasswordRules.class.getResourceAsStream(name), StandardCharsets.UTF_8))) {
            return in.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
