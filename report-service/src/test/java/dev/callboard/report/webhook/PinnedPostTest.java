package dev.callboard.report.webhook;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PinnedPostTest {
    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void a_receiver_that_drips_is_left_at_the_deadline_in_its_answer_and_in_its_handshake(String scheme)
            throws IOException {
        try (var dripping = new DrippingReceiver()) {
            var post = new PinnedPost(
                    URI.create(scheme + "://localhost:" + dripping.port() + "/"),
                    InetAddress.getLoopbackAddress(),
                    Duration.ofMillis(300));
            assertThatThrownBy(() -> post.send(Map.of(), new byte[0])).hasMessage("no answer in 300 ms");
        }
    }
}
