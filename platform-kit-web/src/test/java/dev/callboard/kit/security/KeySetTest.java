package dev.callboard.kit.security;

import com.sun.net.httpserver.HttpServer;
import dev.callboard.kit.problem.Problem;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KeySetTest {
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicReference<String> answer = new AtomicReference<>();
    private HttpServer userService;

    @BeforeEach
    void start() throws Exception {
        userService = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        userService.createContext("/", request -> {
            asked.incrementAndGet();
            var body = answer.get() == null ? null : answer.get().getBytes(StandardCharsets.UTF_8);
            request.sendResponseHeaders(body == null ? 503 : 200, body == null ? -1 : body.length);
            if (body != null) request.getResponseBody().write(body);
            request.close();
        });
        userService.start();
    }

    @AfterEach
    void stop() {
        userService.stop(0);
    }

    @Test
    void while_no_key_was_ever_seen_the_answer_is_503_and_not_401() throws Exception {
        var keys = new KeySet(settings(Duration.ofHours(1)));
        assertThatThrownBy(() -> keys.find("2027-10"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(503));

        answer.set(published("2027-10"));
        assertThat(keys.find("2027-10")).isPresent();
    }

    @Test
    void an_unknown_key_is_asked_for_but_not_each_time() throws Exception {
        answer.set(published("2027-10"));
        var keys = new KeySet(settings(Duration.ofHours(1)));
        assertThat(keys.find("2027-10")).isPresent();

        for (int i = 0; i < 50; i++) assertThat(keys.find("guessed-" + i)).isEmpty();
        assertThat(asked).hasValue(1);
    }

    @Test
    void a_new_key_is_found_and_the_old_one_stays_good() throws Exception {
        answer.set(published("2027-10"));
        var keys = new KeySet(settings(Duration.ZERO));
        assertThat(keys.find("2027-10")).isPresent();

        answer.set(published("2027-11"));
        assertThat(keys.find("2027-11")).isPresent();
        assertThat(keys.has("2027-10")).isTrue();
    }

    @Test
    void a_key_of_another_kind_is_none_of_ours() throws Exception {
        var rsa = RsaJwkGenerator.generateJwk(2048);
        rsa.setKeyId("rsa");
        answer.set(new JsonWebKeySet(rsa).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY));

        assertThat(new KeySet(settings(Duration.ZERO)).find("rsa")).isEmpty();
    }

    private static String published(String keyId) throws Exception {
        var key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        key.setKeyId(keyId);
        return new JsonWebKeySet(key).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    private KeySettings settings(Duration askAgainAfter) {
        var url = URI.create("http://127.0.0.1:" + userService.getAddress().getPort() + "/.well-known/jwks.json");
        return new KeySettings() {
            @Override
            public Optional<URI> url() {
                return Optional.of(url);
            }

            @Override
            public Optional<String> inline() {
                return Optional.empty();
            }

            @Override
            public Duration askAgainAfter() {
                return askAgainAfter;
            }

            @Override
            public Duration timeout() {
                return Duration.ofMinutes(1);
            }
        };
    }
}
