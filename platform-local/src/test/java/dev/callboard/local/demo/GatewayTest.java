package dev.callboard.local.demo;

import com.sun.net.httpserver.HttpServer;
import dev.callboard.local.platform.DemoPerson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;

/** What is not taken at once. */
class GatewayTest {
    private static final DemoPerson ANA =
            new DemoPerson("Ana", "Lind", "ana@norrsken.example", "", "sv", "Europe/Stockholm", "");
    private static final Map<String, String> PROJECT = Map.of("name", "The Salt Road");

    private final Set<String> keys = new HashSet<>();
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;
    private String url;
    private int refused;

    @BeforeEach
    void a_service_that_refuses_at_first() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            exchange.sendResponseHeaders(asked.incrementAndGet() <= refused ? 503 : 201, -1);
            exchange.close();
        });
        server.start();
        url = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void it_ends() {
        server.stop(0);
    }

    @Test
    void a_request_is_sent_again_under_its_key_and_told_of() {
        refused = 2;
        var gateway = new Gateway(url, false);

        gateway.post(ANA, "/projects", PROJECT).mustBe(201);

        assertThat(asked).hasValue(3);
        assertThat(keys).hasSize(1).doesNotContainNull();
        assertThat(gateway.refusals())
                .hasValue("503 was answered 2 times; each request was sent again until it was taken");
    }

    @Test
    void a_request_that_is_not_taken_at_all_is_told_of() {
        refused = 1;
        var gateway = new Gateway(url, false, Duration.ZERO);

        assertThat(gateway.post(ANA, "/projects", PROJECT).status()).isEqualTo(503);
        assertThat(gateway.post(ANA, "/projects", PROJECT).status()).isEqualTo(201);

        assertThat(gateway.refusals()).hasValue("503 was answered 1 time; not taken in 0 s: 1 request");
    }

    @Test
    void where_all_was_taken_there_is_nothing_to_tell() {
        var gateway = new Gateway(url, false);

        gateway.post(ANA, "/projects", PROJECT).mustBe(201);

        assertThat(gateway.refusals()).isEmpty();
    }
}
