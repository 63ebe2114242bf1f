package dev.callboard.user.key;

import org.jose4j.jwk.EllipticCurveJsonWebKey;

import java.security.PrivateKey;
import java.time.Instant;

/**
 * One ES256 key pair.
 *
 * @param signsFrom before it the key is only published
 */
public record SigningKey(EllipticCurveJsonWebKey pair, Instant signsFrom) {
    public String kid() {
        return pair.getKeyId();
    }

    public PrivateKey privateKey() {
        return pair.getPrivateKey();
    }
}
