package dev.callboard.user;

import dev.callboard.kit.test.PlatformServers;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URL;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** The service trusts the tokens that it signs itself, as in production: by its published keys, over HTTP. */
public class OwnTokens extends PlatformServers {
    @Override
    public Map<String, String> start() {
        var configuration = new HashMap<>(super.start());
        var port = port("http");
        configuration.put("quarkus.http.test-port", port);
        // Both fixed: if only one were, the meters of the two servers would differ in their tags, and one would not
        // start.
        configuration.put("quarkus.management.test-port", port("management"));
        configuration.put("callboard.jwks.url", "http://localhost:" + port + "/.well-known/jwks.json");
        configuration.put("callboard.operators", "olga@norrsken.example");
        configuration.put("callboard.sign-in.attempts", "30");
        // Counted by windows of the clock: in so long a one no test meets its end.
        configuration.put("callboard.sign-in.per", "365D");
        return configuration;
    }

    /** Quarkus tells its tests of a random management port only. */
    static URL managementUrl(String path) throws MalformedURLException {
        return URI.create("http://localhost:" + port("management") + path).toURL();
    }

    /** The same as long as the JVM lives: a test is told of the first. */
    private static String port(String purpose) {
        var property = "callboard.test.port." + purpose;
        var port = System.getProperty(property);
        if (port == null) System.setProperty(property, port = freePort());
        return port;
    }

    /** Below those that connections go out from: the service makes dozens of them before it listens. */
    private static String freePort() {
        return ThreadLocalRandom.current()
                .ints(1_000, 12_000, 20_000)
                .filter(OwnTokens::isFree)
                .mapToObj(String::valueOf)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (var _ = new ServerSocket(port)) {
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
