package dev.callboard.account.rights;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/**
 * The other side of the process boundary: answers {@code GET /api/v1/accounts/{id}/rights} as account-service does, for
 * accounts whose id says so by its last digit. It counts how often each was asked for, in system properties, because
 * Quarkus loads test classes anew.
 */
public class AccountServer implements QuarkusTestResourceLifecycleManager {
    /** The caller owns such an account. */
    static final char OWNED = '1';

    /** No answer before the server ends: longer than anybody waits. */
    static final char SLOW = '2';

    static final char BROKEN = '3';

    private final CountDownLatch ended = new CountDownLatch(1);
    private HttpServer server;

    static int askedFor(Object accountId) {
        return Integer.getInteger("asked." + accountId, 0);
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/v1/accounts/", this::answer);
        server.start();
        return Map.of(
                "callboard.accounts.url",
                "http://localhost:" + server.getAddress().getPort(),
                "callboard.accounts.timeout", // a machine that stalls for a moment is no account-service that is away
                "5S");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var id = exchange.getRequestURI().getPath().split("/", -1)[4];
            synchronized (AccountServer.class) {
                System.setProperty("asked." + id, String.valueOf(askedFor(id) + 1));
            }
            switch (id.charAt(id.length() - 1)) {
                case OWNED -> write(exchange, 200, owned(id));
                case SLOW -> {
                    ended.await();
                    write(exchange, 200, owned(id));
                }
                case BROKEN -> write(exchange, 500, "{}");
                default -> write(exchange, 404, "{}");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String owned(String id) {
        return """
                {"accountId":"%s","name":"Norrsken Produktion AB","currency":"SEK","suspended":false,
                "stateSince":"2027-10-04T07:00:00Z","userId":"%s","rights":["OWNER"],"membershipVersion":1,"later":"added"}
                """.formatted(id, id);
    }

    private static void write(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void stop() {
        ended.countDown();
        if (server != null) server.stop(0);
    }
}
