package dev.callboard.user.key;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.id.Ids;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.Use;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * The key ring that all replicas share. One replica at a time, under an advisory lock, makes the first key of an empty
 * database and, later, successors: published at once, signing only when every reader has had time to fetch them.
 */
@ApplicationScoped
public class SigningKeys {
    private static final Logger LOG = Logger.getLogger(SigningKeys.class);

    /** "keys" in ASCII: the number of the advisory lock. */
    private static final long MAKING_KEYS = 0x6b657973L;

    /** A replica knows a key made by another at least so soon; far below {@link KeySettings#publishAhead()}. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

    @Inject
    Database db;

    @Inject
    Vault vault;

    @Inject
    KeySettings settings;

    @Inject
    InstantSource clock;

    /** In the order in which they take over; replaced whole. */
    private volatile List<SigningKey> ring = List.of();

    private volatile Thread watch;

    /** Before the service listens: a token can be signed from the first request on. */
    void started(@Observes @Priority(100) StartupEvent event) {
        rotate();
        watch = Thread.ofVirtual().name("signing-keys").start(this::watch);
    }

    void stopped(@Observes ShutdownEvent event) {
        if (watch != null) watch.interrupt();
    }

    /** The newest key whose time has come; the first one too when the clock of a local platform was set back. */
    public SigningKey current() {
        var now = clock.instant();
        var keys = ring;
        return keys.stream()
                .filter(key -> !key.signsFrom().isAfter(now))
                .reduce((earlier, later) -> later)
                .orElseGet(keys::getFirst);
    }

    /** JSON Web Key Set, RFC 7517, public parts only. */
    public String published() {
        var keys = new JsonWebKeySet();
        ring.forEach(key -> keys.addJsonWebKey(key.pair()));
        return keys.toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    /** Makes what is due, forgets what nobody needs, reads the rest. Safe to repeat, on any number of replicas. */
    void rotate() {
        var now = clock.instant();
        QuarkusTransaction.requiringNew().run(() -> {
            db.first("select pg_advisory_xact_lock(?)", row -> true, MAKING_KEYS);
            db.update("""
                    delete from signing_keys replaced where exists (
                        select from signing_keys successor
                        where successor.signs_from > replaced.signs_from and successor.signs_from < ?)
                    """, now.minus(settings.keepAfter()));
            var newest = read().reversed().stream().findFirst();
            if (newest.isEmpty()) make(now, now);
            else if (newest.get().signsFrom().plus(settings.rotateAfter()).isBefore(now))
                make(now, now.plus(settings.publishAhead()));
        });
        readAgain();
    }

    /** One at a time: what one thread read before a key was made must not replace what another read after. */
    private synchronized void readAgain() {
        ring = read();
    }

    private void make(Instant now, Instant signsFrom) {
        var kid = Ids.next().toString();
        db.update(
                "insert into signing_keys (kid, pair, made_at, signs_from) values (?, ?, ?, ?)",
                kid,
                vault.encrypt(pair(kid).getBytes(StandardCharsets.UTF_8), kid),
                now,
                signsFrom);
        LOG.infof("Signing key %s made; it signs from %s", kid, signsFrom);
    }

    private static String pair(String kid) {
        try {
            var pair = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            pair.setKeyId(kid);
            pair.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
            pair.setUse(Use.SIGNATURE);
            return pair.toJson(OutputControlLevel.INCLUDE_PRIVATE);
        } catch (JoseException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        }
    }

    private List<SigningKey> read() {
        return db.list(
                "select kid, pair, signs_from from signing_keys order by signs_from, kid",
                row -> opened(
                        row.getString("kid"), row.getBytes("pair"), row.getObject("signs_from", OffsetDateTime.class)));
    }

    private SigningKey opened(String kid, byte[] pair, OffsetDateTime signsFrom) {
        try {
            var json = new String(vault.decrypt(pair, kid), StandardCharsets.UTF_8);
            return new SigningKey((EllipticCurveJsonWebKey) JsonWebKey.Factory.newJwk(json), signsFrom.toInstant());
        } catch (JoseException e) {
            throw new IllegalStateException("Signing key " + kid + ": not a key", e);
        }
    }

    private void watch() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(LOOK_AGAIN);
                rotate();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warnf("Signing keys not read, those known go on: %s", e.getMessage());
            }
        }
    }
}
