package dev.callboard.account.provider;

import org.jspecify.annotations.Nullable;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * {@code Payment-Signature: t=SECONDS,v1=HEX}, where HEX is the HMAC-SHA256 of {@code SECONDS.BODY} over the bytes that
 * were received. A message that is more than five minutes old, or from the future, is a replay.
 */
public final class WebhookSignature {
    public static final String HEADER = "Payment-Signature";

    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final Pattern FORM = Pattern.compile("t=(\\d{1,12}),v1=([0-9a-f]{64})");

    private final byte[] secret;

    public WebhookSignature(String secret) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    public boolean isValid(@Nullable String header, byte[] body, Instant now) {
        var form = FORM.matcher(header == null ? "" : header);
        if (!form.matches()) return false;

        var signedAt = Instant.ofEpochSecond(Long.parseLong(form.group(1)));
        if (Duration.between(signedAt, now).abs().compareTo(TOLERANCE) > 0) return false;

        var given = HexFormat.of().parseHex(form.group(2));
        return MessageDigest.isEqual(given, hmac(form.group(1), body));
    }

    private byte[] hmac(String seconds, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update((seconds + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
