package dev.callboard.project.answer;

import dev.callboard.project.call.Call;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * What Callboard hands out and recognises when it comes back: answer links, message ids and calendar events. Each is
 * signed for its own purpose, so that none can be used as another: who sees a Message-ID in a quoted header cannot make
 * an answer link of it.
 *
 * <p>A link is {@code base64url(call 16 | revision 2 | expiry 4 | HMAC-SHA256, first 16)} over call, revision, person and
 * expiry: 38 bytes, 51 characters. The person is signed but not carried; the call knows who it is for.
 */
@ApplicationScoped
public class Signatures {
    /** Truncation to half the output, RFC 2104 section 5. */
    private static final int MAC_BYTES = 16;

    private static final int BODY_BYTES = 16 + 2 + 4;
    private static final HexFormat HEX = HexFormat.of();
    private static final Pattern MESSAGE =
            Pattern.compile("<?c([0-9a-f]{32})\\.([0-9a-f]{32})\\.\\d+@", Pattern.CASE_INSENSITIVE);
    private static final Pattern EVENT = Pattern.compile("s([0-9a-f]{32})\\.([0-9a-f]{32})@", Pattern.CASE_INSENSITIVE);

    private final SecretKeySpec key;

    @Inject
    Signatures(LinksConfig config) {
        this(config.secret());
    }

    Signatures(String secret) {
        if (secret.length() < 32)
            throw new IllegalArgumentException(
                    "callboard.links.secret: " + secret.length() + " characters (expected: 32 or more)");
        key = new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256");
    }

    /** What a link says of itself; to be believed only when {@link #isFor} says so. */
    public record Link(UUID callId, int revision, Instant expiresAt, String signature) {}

    /** Good until the person's day is over. */
    public String link(Call call) {
        var body = body(call.id(), call.revision(), expiry(call));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(BODY_BYTES + MAC_BYTES)
                        .put(body)
                        .put(mac("answer", body, call.belongs().crewEntryId()))
                        .array());
    }

    public Optional<Link> readLink(String token) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        if (bytes.length != BODY_BYTES + MAC_BYTES) return Optional.empty();

        var body = ByteBuffer.wrap(bytes);
        var callId = new UUID(body.getLong(), body.getLong());
        int revision = Short.toUnsignedInt(body.getShort());
        var expiresAt = Instant.ofEpochSecond(Integer.toUnsignedLong(body.getInt()));
        // Base64 leaves spare bits in the last character: only the one canonical spelling of a link is the link.
        if (!Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(token)) return Optional.empty();
        return Optional.of(new Link(
                callId, revision, expiresAt, HEX.formatHex(Arrays.copyOfRange(bytes, BODY_BYTES, bytes.length))));
    }

    /** Whether we made this link for this call and the person it is for. Takes the same time for every wrong one. */
    public boolean isFor(Link link, Call call) {
        var body = body(link.callId(), link.revision(), link.expiresAt());
        var right = mac("answer", body, call.belongs().crewEntryId());
        return MessageDigest.isEqual(right, HEX.parseHex(link.signature()))
                && link.callId().equals(call.id())
                && link.revision() == call.revision();
    }

    /**
     * The Message-ID of a call's mail, without angle brackets. Hexadecimal: some mail systems change the case.
     *
     * @param copy rises when the same call is mailed again
     */
    public String messageId(Call call, int copy, String domain) {
        return "c" + hex(call.id()) + "." + HEX.formatHex(mac("message", bytes(call.id()), call.id())) + "." + copy
                + "@" + domain;
    }

    /** The call that a Message-ID, or a header that quotes several, speaks of; empty if we never made it. */
    public Optional<UUID> callOfMessage(String header) {
        return signed(MESSAGE, header, "message");
    }

    /** The calendar UID, stable over all versions of a series. */
    public String event(UUID series, String domain) {
        return "s" + hex(series) + "." + HEX.formatHex(mac("event", bytes(series), series)) + "@" + domain;
    }

    public Optional<UUID> seriesOfEvent(String uid) {
        return signed(EVENT, uid, "event");
    }

    private Optional<UUID> signed(Pattern pattern, String text, String purpose) {
        var matcher = pattern.matcher(text);
        while (matcher.find()) {
            var id = uuid(HEX.parseHex(matcher.group(1)));
            if (MessageDigest.isEqual(mac(purpose, bytes(id), id), HEX.parseHex(matcher.group(2))))
                return Optional.of(id);
        }
        return Optional.empty();
    }

    private static Instant expiry(Call call) {
        return call.brief().wrapAt();
    }

    private static byte[] body(UUID call, int revision, Instant expiry) {
        return ByteBuffer.allocate(BODY_BYTES)
                .putLong(call.getMostSignificantBits())
                .putLong(call.getLeastSignificantBits())
                .putShort((short) revision)
                .putInt((int) expiry.getEpochSecond())
                .array();
    }

    private byte[] mac(String purpose, byte[] body, UUID person) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(purpose.getBytes(UTF_8));
            mac.update((byte) 0);
            mac.update(body);
            mac.update(bytes(person));
            return Arrays.copyOf(mac.doFinal(), MAC_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is in every JDK", e);
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static UUID uuid(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    private static String hex(UUID id) {
        return HEX.formatHex(bytes(id));
    }
}
