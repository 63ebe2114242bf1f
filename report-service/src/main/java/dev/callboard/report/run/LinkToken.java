package dev.callboard.report.run;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** What only the receiver of a mail knows: 128 random bits, of which the database keeps a hash. */
record LinkToken(String text) {
    static final Duration VALID = Duration.ofDays(90);

    private static final SecureRandom RANDOM = new SecureRandom();

    static LinkToken fresh() {
        var bits = new byte[16];
        RANDOM.nextBytes(bits);
        return new LinkToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    byte[] sha256() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(US_ASCII));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    @Override
    public String toString() {
        return "a link's token";
    }
}
