package dev.callboard.kit.security;

import jakarta.inject.Singleton;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Access tokens: ES256 and nothing else, the key chosen by {@code kid} from our own set, whatever else the header says.
 * A token that was found good is remembered by its hash until it expires, so no signature is checked twice.
 */
@Singleton
public class TokenVerifier {
    private static final String ISSUER = "callboard";
    private static final String AUDIENCE = "callboard";
    private static final int REMEMBERED = 20_000;
    private static final int MAX_TOKEN_LENGTH = 4096;
    private static final AlgorithmConstraints ONLY_ES256 =
            new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);

    private final KeySet keys;
    private final InstantSource clock;
    private final Map<String, Claims> good = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Claims> eldest) {
            return size() > REMEMBERED;
        }
    };

    TokenVerifier(KeySet keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** Whether {@link #verify} can answer without asking for keys: then it may run on an event loop. */
    public boolean isQuick(String token) {
        if (remembered(hash(token)) != null) return true;
        var keyId = keyId(token);
        return keyId == null || keys.has(keyId);
    }

    /**
     * @return empty for a token that is not ours, was changed or has expired
     * @throws dev.callboard.kit.problem.Problem UNAVAILABLE while no key set could ever be read
     */
    public Optional<Claims> verify(String token) {
        if (token.length() > MAX_TOKEN_LENGTH) return Optional.empty();
        var hash = hash(token);
        var known = remembered(hash);
        if (known == null) {
            known = check(token);
            if (known == null) return Optional.empty();
            synchronized (good) {
                good.put(hash, known);
            }
        }
        return known.expiresAt().isAfter(clock.instant()) ? Optional.of(known) : Optional.empty();
    }

    private @Nullable Claims check(String token) {
        var keyId = keyId(token);
        if (keyId == null) return null;
        var key = keys.find(keyId);
        if (key.isEmpty()) return null;
        try {
            var claims = new JwtConsumerBuilder()
                    .setJwsAlgorithmConstraints(ONLY_ES256)
                    .setVerificationKey(key.get())
                    .setExpectedIssuer(ISSUER)
                    .setExpectedAudience(AUDIENCE)
                    .setRequireExpirationTime()
                    .setRequireIssuedAt()
                    .setRequireSubject()
                    .setEvaluationTime(
                            NumericDate.fromMilliseconds(clock.instant().toEpochMilli()))
                    .build()
                    .processToClaims(token);
            return claims(claims);
        } catch (InvalidJwtException | MalformedClaimException | IllegalArgumentException e) {
            return null; // why is nobody's business but the log's, and there it would only help a guesser
        }
    }

    private static Claims claims(JwtClaims claims) throws MalformedClaimException {
        return new Claims(
                UUID.fromString(claims.getSubject()),
                UUID.fromString(claims.getStringClaimValue("sid")),
                claims.getStringClaimValue("email"),
                claims.getStringClaimValue("name"),
                claims.getStringClaimValue("locale"),
                claims.getStringClaimValue("zone"),
                Set.copyOf(claims.hasClaim("groups") ? claims.getStringListClaimValue("groups") : List.of()),
                Instant.ofEpochMilli(claims.getExpirationTime().getValueInMillis()));
    }

    private @Nullable Claims remembered(String hash) {
        synchronized (good) {
            return good.get(hash);
        }
    }

    private static @Nullable String keyId(String token) {
        try {
            var signature = new JsonWebSignature();
            signature.setCompactSerialization(token);
            return signature.getKeyIdHeaderValue();
        } catch (JoseException e) {
            return null;
        }
    }

    private static String hash(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
