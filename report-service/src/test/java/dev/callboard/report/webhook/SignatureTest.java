package dev.callboard.report.webhook;

import org.junit.jupiter.api.Test;

import java.time.Instant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class SignatureTest {
    /** {@code printf '1826841600.{"id":"7","done":1}' | openssl dgst -sha256 -hmac 'whsec-of-fred'}. */
    @Test
    void a_signature_is_what_another_program_computes() {
        var body = "{\"id\":\"7\",\"done\":1}".getBytes(UTF_8);

        assertThat(Signature.of("whsec-of-fred", body, Instant.ofEpochSecond(1_826_841_600)))
                .isEqualTo("t=1826841600,v1=" + "2595197f4883b05ee19807892c66231cf5e74f83107a6fcca0ad205d9afb36ba");
    }
}
