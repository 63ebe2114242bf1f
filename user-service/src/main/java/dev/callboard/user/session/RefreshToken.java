package dev.callboard.user.session;

import dev.callboard.user.key.Vault;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Session and generation, sealed with HMAC-SHA256 under a key of ours: 56 bytes as 75 characters. Redis holds only the
 * generation, so that whoever reads it can make no token; and who makes one up cannot end another person's session, for
 * an unsealed token is none, while an old one, being sealed, was stolen or kept.
 */
record RefreshToken(UUID sessionId, long generation) {
    private static final String PURPOSE = "refresh-tokens";
    private static final int CLAIM_BYTES = 24;
    private static final int SEAL_BYTES = 32;

    String text(Vault vault) {
        var claim = claim();
        var whole = ByteBuffer.allocate(CLAIM_BYTES + SEAL_BYTES).put(claim).put(vault.seal(PURPOSE, claim));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole.array());
    }

    /** @return empty: not one of ours */
    static Optional<RefreshToken> read(String text, Vault vault) {
        byte[] whole;
        try {
            whole = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (whole.length != CLAIM_BYTES + SEAL_BYTES) return Optional.empty();

        var bytes = ByteBuffer.wrap(whole);
        var token = new RefreshToken(new UUID(bytes.getLong(), bytes.getLong()), bytes.getLong());
        var seal = new byte[SEAL_BYTES];
        bytes.get(seal);
        return MessageDigest.isEqual(seal, vault.seal(PURPOSE, token.claim())) ? Optional.of(token) : Optional.empty();
    }

    private byte[] claim() {
        return ByteBuffer.allocate(CLAIM_BYTES)
                .putLong(sessionId.getMostSignificantBits())
                .putLong(sessionId.getLeastSignificantBits())
                .putLong(generation)
                .array();
    }

    /** It must not come into a log by way of a record. */
    @Override
    public String toString() {
        return "RefreshToken of session " + sessionId;
    }
}
