package dev.callboard.report.webhook;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * {@code Callboard-Signature: t=SECONDS,v1=HEX}: HEX is the HMAC-SHA256 of {@code SECONDS.BODY}. The receiver refuses
 * what is older than he likes, and what he has seen the id of.
 */
final class Signature {
    static final String HEADER = "Callboard-Signature";

    private Signature() {}

    static String of(String secret, byte[] body, Instant now) {
        var seconds = Long.toString(now.getEpochSecond());
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            mac.update((seconds + ".").getBytes(UTF_8));
            return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
