package dev.callboard.kit.announce;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.junit.jupiter.api.Test;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

class AnnouncerTest {
    private static final String SELF =
            "{\"service\":\"user-service\",\"instance\":\"user-service-1\",\"url\":\"http://127.0.0.1:8081\","
                    + "\"health\":\"http://127.0.0.1:9081/q/health/ready\",\"build\":\"abc\"}";

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @Test
    void an_instance_says_that_it_is_there_again_and_again_and_at_last_good_bye() throws Exception {
        var gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/instances", request -> {
            var body = new String(request.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            heard.add(request.getRequestMethod() + " "
                    + request.getRequestHeaders().getFirst("X-Instance-Secret") + " " + body);
            request.sendResponseHeaders(204, -1);
            request.close();
        });
        gateway.start();
        try {
            var to = URI.create("http://127.0.0.1:" + gateway.getAddress().getPort());
            var announcer = new Announcer(settings(to), "user-service", "user-service-1", "abc", 8081, 9081);

            announcer.start(new StartupEvent());
            assertThat(heard.poll(1, TimeUnit.MINUTES)).isEqualTo("POST shared " + SELF);
            assertThat(heard.poll(1, TimeUnit.MINUTES)).isEqualTo("POST shared " + SELF);

            announcer.stop(new ShutdownEvent());
            var last = heard.poll(1, TimeUnit.MINUTES);
            while (("POST shared " + SELF).equals(last)) last = heard.poll(1, TimeUnit.MINUTES);
            assertThat(last).isEqualTo("DELETE shared " + SELF);
            assertThat(heard).isEmpty();
        } finally {
            gateway.stop(0);
        }
    }

    private static Announcements settings(URI gateway) {
        return new Announcements() {
            @Override
            public Optional<List<URI>> to() {
                return Optional.of(List.of(gateway));
            }

            @Override
            public Optional<String> secret() {
                return Optional.of("shared");
            }

            @Override
            public Duration every() {
                return Duration.ofMillis(50);
            }
        };
    }
}
