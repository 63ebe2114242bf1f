package dev.callboard.report.webhook;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class NameLookUpTest {
    private static final Duration SOON = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofMinutes(1);

    /** Of a zone whose name server does not answer before the end of the test. */
    private static final class SilentServer implements NameLookUp.Resolver, AutoCloseable {
        private final CountDownLatch end = new CountDownLatch(1);

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            if (host.equals("hooks.norrsken.example"))
                return new InetAddress[] {InetAddress.getByAddress(host, new byte[] {1, 1, 1, 1})};
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new UnknownHostException(host);
        }

        @Override
        public void close() {
            end.countDown();
        }
    }

    @Test
    void who_waits_for_a_name_server_that_does_not_answer_is_told_in_time_and_others_are_looked_up()
            throws IOException {
        try (var server = new SilentServer()) {
            var names = new NameLookUp(server, 2);
            assertThatThrownBy(() -> names.of("silent.example", SOON))
                    .isInstanceOf(IOException.class)
                    .hasMessage("url: silent.example (expected: a host that is found in 300 ms)");
            assertThat(names.of("hooks.norrsken.example", LONG)[0].getHostAddress())
                    .isEqualTo("1.1.1.1");
        }
    }

    @Test
    void no_more_threads_are_left_behind_than_there_may_be() {
        try (var server = new SilentServer()) {
            var names = new NameLookUp(server, 1);
            assertThatThrownBy(() -> names.of("silent.example", SOON)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> names.of("hooks.norrsken.example", LONG))
                    .hasMessageContaining("expected: a host that is found");
        }
    }

    @Test
    void a_host_that_does_not_exist_is_told_as_before() {
        try (var server = new SilentServer()) {
            server.close();
            assertThatThrownBy(() -> new NameLookUp(server, 1).of("nobody.example", LONG))
                    .hasMessage("url: nobody.example (expected: a host that exists)");
        }
    }
}
