package dev.callboard.report.render;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Ids of documents are hashes, so that what is printed again has the same bytes. */
public final class DocumentId {
    private DocumentId() {}

    /**
     * The beginning of the SHA-256 of both, one behind the other, as a UUID of version 8 (RFC 9562).
     *
     * @param head what many documents share; of one kind never the beginning of another's
     */
    public static UUID of(String head, String content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(head.getBytes(UTF_8));
            var bytes = ByteBuffer.wrap(digest.digest(content.getBytes(UTF_8)));
            return new UUID(bytes.getLong() & ~0xF000L | 0x8000L, bytes.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 1L << 63);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
