package dev.callboard.local.demo;

import com.sun.net.httpserver.HttpServer;
import dev.callboard.local.platform.DemoPerson;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;

class GatewayTest {
    private static final DemoPerson ANA =
            new DemoPerson("Ana", "Lind", "ana@norrsken.example", "", "sv", "Europe/Stockholm", "");

    @Test
    void what_is_not_taken_is_sent_again_under_its_key_and_told_of() throws IOException {
        var keys = new HashSet<String>();
        var asked = new AtomicInteger();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            exchange.sendResponseHeaders(asked.incrementAndGet() < 3 ? 503 : 201, -1);
            exchange.close();
        });
        server.start();
        try {
            var gateway = new Gateway("http://127.0.0.1:" + server.getAddress().getPort(), false);

            gateway.post(ANA, "/projects", Map.of("name", "The Salt Road")).mustBe(201);

            assertThat(asked).hasValue(3);
            assertThat(keys).hasSize(1).doesNotContainNull();
            assertThat(gateway.unavailable()).isEqualTo(2);
        } finally {
            server.stop(0);
        }
    }
}
