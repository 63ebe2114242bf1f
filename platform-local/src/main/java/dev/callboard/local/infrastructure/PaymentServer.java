package dev.callboard.local.infrastructure;

import dev.callboard.local.payments.PaymentSandbox;
import dev.callboard.local.process.Component;
import dev.callboard.local.process.Programs;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** {@link PaymentSandbox} in a JVM of its own. Its key and webhook secret go by the environment, which other users cannot read. */
final class PaymentServer implements Component {
    private final Path folder;
    private final int port;
    private final String key;
    private final String webhookSecret;
    private final HttpClient http;

    PaymentServer(Path dataFolder, int port, String key, String webhookSecret, HttpClient http) {
        this.folder = dataFolder.resolve("payments");
        this.port = port;
        this.key = key;
        this.webhookSecret = webhookSecret;
        this.http = http;
    }

    @Override
    public String component() {
        return "payments";
    }

    @Override
    public String instance() {
        return "payments";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String build() {
        return "sandbox";
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public Launch launch() throws IOException {
        Files.createDirectories(folder);
        var command = Programs.java(
                PaymentSandbox.class,
                List.of("-Xms16m", "-Xmx96m", "-XX:+UseSerialGC"),
                List.of("--port", Integer.toString(port), "--folder", folder.toString()));
        return new Launch(command, Map.of("PAYMENT_SANDBOX_KEY", key, "PAYMENT_SANDBOX_WEBHOOK_SECRET", webhookSecret));
    }

    @Override
    public boolean ready() {
        try {
            var request = HttpRequest.newBuilder(URI.create(url() + "/health"))
                    .timeout(Duration.ofSeconds(1))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
