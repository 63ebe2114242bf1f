package dev.callboard.kit.web;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Signs tokens with a key of this test run, which the kit is told of by configuration. */
public class TestTokens implements QuarkusTestResourceLifecycleManager {
    private static final String PRIVATE = "test.private-key";

    @Override
    public Map<String, String> start() {
        try {
            var key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId("test");
            return Map.of(
                    "callboard.jwks.inline",
                    new JsonWebKeySet(key).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY),
                    PRIVATE,
                    key.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {}

    static JwtClaims ana() {
        var claims = new JwtClaims();
        claims.setIssuer("callboard");
        claims.setAudience("callboard");
        claims.setSubject(UUID.randomUUID().toString());
        claims.setClaim("sid", UUID.randomUUID().toString());
        claims.setClaim("email", "ana@norrsken.example");
        claims.setClaim("name", "Ana");
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(5);
        return claims;
    }

    static String sign(JwtClaims claims, Consumer<JsonWebSignature> change) {
        try {
            var key = (EllipticCurveJsonWebKey)
                    JsonWebKey.Factory.newJwk(ConfigProvider.getConfig().getValue(PRIVATE, String.class));
            var signature = new JsonWebSignature();
            signature.setPayload(claims.toJson());
            signature.setAlgorithmHeaderValue("ES256");
            signature.setKeyIdHeaderValue("test");
            signature.setKey(key.getPrivateKey());
            change.accept(signature);
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
