package dev.callboard.account.provider;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class WebhookSignatureTest {
    private static final byte[] BODY = "{\"id\":\"evt_1\"}".getBytes(UTF_8);
    private static final Instant SIGNED = Instant.ofEpochSecond(1_822_377_600);

    /** printf '1822377600.{"id":"evt_1"}' | openssl dgst -sha256 -hmac whsec */
    private static final String HEADER =
            "t=1822377600,v1=464bb0e1f9895107cc0484a429f5a197544c9801e082ff6896de243cdd05b411";

    private final WebhookSignature signature = new WebhookSignature("whsec");

    @Test
    void a_message_of_the_provider_is_believed() {
        assertThat(signature.isValid(HEADER, BODY, SIGNED.plusSeconds(2))).isTrue();
    }

    @Test
    void a_message_that_was_changed_on_its_way_is_not() {
        assertThat(signature.isValid(HEADER, "{\"id\":\"evt_2\"}".getBytes(UTF_8), SIGNED))
                .isFalse();
        assertThat(signature.isValid(HEADER.replace("t=1822377600", "t=1822377601"), BODY, SIGNED))
                .isFalse();
    }

    @Test
    void nor_one_that_is_signed_with_another_secret_or_not_at_all() {
        assertThat(new WebhookSignature("other").isValid(HEADER, BODY, SIGNED)).isFalse();
        assertThat(signature.isValid(null, BODY, SIGNED)).isFalse();
        assertThat(signature.isValid("t=1822377600,v1=", BODY, SIGNED)).isFalse();
    }

    @Test
    void an_old_message_is_a_replay() {
        var late = WebhookSignature.TOLERANCE.plus(Duration.ofSeconds(1));

        assertThat(signature.isValid(HEADER, BODY, SIGNED.plus(late))).isFalse();
        assertThat(signature.isValid(HEADER, BODY, SIGNED.minus(late))).isFalse();
    }
}
