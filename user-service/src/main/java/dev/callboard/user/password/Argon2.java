package dev.callboard.user.password;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Argon2id, RFC 9106, one lane. Stored as a PHC string, so that the cost can be raised while old passwords still work:
 * {@code $argon2id$v=19$m=19456,t=2,p=1$SALT$HASH}, both in base64 without padding.
 *
 * @param memoryKib KiB per hash; 19456 with two passes is the floor of OWASP's Password Storage Cheat Sheet
 * @param passes over that memory
 */
record Argon2(int memoryKib, int passes) {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Pattern PHC =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d+),t=(\\d+),p=1\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");
    private static final SecureRandom RANDOM = new SecureRandom();

    String hash(String password) {
        var salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        var encoder = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s"
                .formatted(
                        memoryKib,
                        passes,
                        encoder.encodeToString(salt),
                        encoder.encodeToString(derive(password, salt, HASH_BYTES)));
    }

    /** With the cost that is written in {@code phc}, whatever the cost of today. */
    static boolean matches(String password, String phc) {
        var parts = PHC.matcher(phc);
        if (!parts.matches()) throw new IllegalArgumentException("not an argon2id PHC string");

        var then = new Argon2(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
        var salt = Base64.getDecoder().decode(parts.group(3));
        var hash = Base64.getDecoder().decode(parts.group(4));
        return MessageDigest.isEqual(hash, then.derive(password, salt, hash.length));
    }

    /** Whether {@code phc} was made at a lower cost than this one. */
    boolean outgrew(String phc) {
        var parts = PHC.matcher(phc);
        return !parts.matches()
                || Integer.parseInt(parts.group(1)) < memoryKib
                || Integer.parseInt(parts.group(2)) < passes;
    }

    private byte[] derive(String password, byte[] salt, int length) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(1)
                .withSalt(salt)
                .build());
        var hash = new byte[length];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }
}
