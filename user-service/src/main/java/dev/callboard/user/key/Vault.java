package dev.callboard.user.key;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;

/** What is derived from {@code callboard.keys.secret}: one key per purpose, so that none serves two. */
@ApplicationScoped
public class Vault {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int SHORTEST_SECRET = 32;

    private final SecureRandom random = new SecureRandom();
    private final byte[] secret;

    @Inject
    Vault(
            KeySettings settings,
            @ConfigProperty(name = "callboard.profile", defaultValue = "production") String profile) {
        if (!profile.equals("local")) {
            if (settings.secret().equals(KeySettings.LOCAL_SECRET))
                throw new IllegalStateException(
                        "callboard.keys.secret: the packaged one (expected outside the local profile: your own)");
            if (settings.secret().length() < SHORTEST_SECRET)
                throw new IllegalStateException("callboard.keys.secret: %d characters (expected: %d or more)"
                        .formatted(settings.secret().length(), SHORTEST_SECRET));
        }
        this.secret = settings.secret().getBytes(StandardCharsets.UTF_8);
    }

    /** HMAC-SHA256 of {@code message} under the key of {@code purpose}: 32 bytes. */
    public byte[] seal(String purpose, byte[] message) {
        return hmac(hmac(secret, purpose.getBytes(StandardCharsets.UTF_8)), message);
    }

    /**
     * AES-256-GCM, nonce first.
     *
     * @param bound authenticated with it, not part of it: moved to another row, a text no longer opens
     */
    byte[] encrypt(byte[] plain, String bound) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var encrypted = aes(Cipher.ENCRYPT_MODE, nonce, plain, bound);
        var whole = Arrays.copyOf(nonce, NONCE_BYTES + encrypted.length);
        System.arraycopy(encrypted, 0, whole, NONCE_BYTES, encrypted.length);
        return whole;
    }

    /** @throws IllegalStateException the secret is another than when it was encrypted, or the row was tampered with */
    byte[] decrypt(byte[] whole, String bound) {
        var nonce = Arrays.copyOf(whole, NONCE_BYTES);
        return aes(Cipher.DECRYPT_MODE, nonce, Arrays.copyOfRange(whole, NONCE_BYTES, whole.length), bound);
    }

    private byte[] aes(int mode, byte[] nonce, byte[] text, String bound) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            var key = hmac(secret, "signing-keys".getBytes(StandardCharsets.UTF_8));
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(bound.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "Signing key " + bound + " does not open (expected: the callboard.keys.secret it was stored under)",
                    e);
        }
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
