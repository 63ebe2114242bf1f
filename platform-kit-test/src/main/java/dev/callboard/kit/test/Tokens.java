package dev.callboard.kit.test;

import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

import java.util.List;
import java.util.UUID;

/** Bearer tokens as user-service signs them, with the key that {@link PlatformServers} lets services trust. */
public final class Tokens {
    private Tokens() {}

    /**
     * @param email the verified address
     * @param roles of the platform, such as OPERATOR; account rights are no part of a token
     */
    public static String user(UUID id, String email, String name, String... roles) {
        var claims = new JwtClaims();
        claims.setIssuer("callboard");
        claims.setAudience("callboard");
        claims.setSubject(id.toString());
        claims.setStringClaim("sid", UUID.randomUUID().toString());
        claims.setStringClaim("email", email);
        claims.setStringClaim("name", name);
        claims.setStringClaim("locale", "en");
        claims.setStringClaim("zone", "Europe/Stockholm");
        claims.setStringListClaim("groups", List.of(roles));
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(60);
        return signed(claims);
    }

    /** For tests of what a service must refuse: any claims, signed by the right key. */
    public static String signed(JwtClaims claims) {
        var key = TokenKey.ofThisModule().pair();
        var token = new JsonWebSignature();
        token.setPayload(claims.toJson());
        token.setKey(key.getPrivateKey());
        token.setKeyIdHeaderValue(key.getKeyId());
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
