package dev.callboard.user.session;

import dev.callboard.user.key.SigningKeys;
import dev.callboard.user.profile.Operators;
import dev.callboard.user.profile.User;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** ES256 tokens that every service verifies by itself; so short-lived that Redis may be away as long. */
@ApplicationScoped
class AccessTokens {
    static final Duration VALIDITY = Duration.ofMinutes(5);

    private static final String CALLBOARD = "callboard";

    @Inject
    SigningKeys keys;

    @Inject
    Operators operators;

    @Inject
    InstantSource clock;

    String issue(User user, UUID sessionId) {
        var now = clock.instant();
        var profile = user.profile();
        var claims = new JwtClaims();
        claims.setIssuer(CALLBOARD);
        claims.setAudience(CALLBOARD);
        claims.setSubject(user.id().toString());
        claims.setStringClaim("sid", sessionId.toString());
        claims.setStringClaim("email", user.email());
        claims.setStringClaim("name", profile.name());
        claims.setStringClaim("locale", profile.locale());
        claims.setStringClaim("zone", profile.zone());
        claims.setStringListClaim("groups", List.copyOf(operators.rolesOf(user)));
        claims.setIssuedAt(NumericDate.fromMilliseconds(now.toEpochMilli()));
        claims.setExpirationTime(NumericDate.fromMilliseconds(now.plus(VALIDITY).toEpochMilli()));
        return signed(claims);
    }

    private String signed(JwtClaims claims) {
        var key = keys.current();
        var token = new JsonWebSignature();
        token.setPayload(claims.toJson());
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        token.setKeyIdHeaderValue(key.kid());
        token.setKey(key.privateKey());
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("Signing key " + key.kid() + " does not sign", e);
        }
    }
}
