package dev.callboard.kit.test;

import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Signs the tokens of the tests. Made once per checkout and module, in {@code target}, so that none is in the repository. */
record TokenKey(EllipticCurveJsonWebKey pair) {
    static synchronized TokenKey ofThisModule() {
        var file = Path.of("target", "test-token-key.json").toAbsolutePath();
        try {
            if (!Files.exists(file)) create(file);
            return new TokenKey(
                    (EllipticCurveJsonWebKey) org.jose4j.jwk.JsonWebKey.Factory.newJwk(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JoseException e) {
            throw new IllegalStateException(file + ": not a key", e);
        }
    }

    private static void create(Path file) throws IOException, JoseException {
        var pair = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        pair.setKeyId("test");
        pair.setAlgorithm("ES256");
        pair.setUse("sig");
        Files.createDirectories(file.getParent());
        var fresh = Files.createTempFile(file.getParent(), "test-token-key", ".tmp");
        Files.writeString(fresh, pair.toJson(OutputControlLevel.INCLUDE_PRIVATE));
        try {
            Files.createLink(file, fresh); // whole or not at all, and the first one wins
        } catch (FileAlreadyExistsException other) {
            // made by another JVM in the same moment: use that one
        } finally {
            Files.delete(fresh);
        }
    }

    /** The JSON Web Key Set that services verify with. */
    String publicKeys() {
        return new JsonWebKeySet(pair).toJson(OutputControlLevel.PUBLIC_ONLY);
    }
}
