package dev.callboard.kit.announce;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.callboard.kit.json.Json;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tells the gateways every second that this instance is there, and on its end that it is not. */
@Singleton
class Announcer {
    private static final Logger LOG = Logger.getLogger(Announcer.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    private final Announcements settings;
    private final Instance self;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final CountDownLatch ending = new CountDownLatch(1);
    private @Nullable Thread announcing;

    /**
     * What the gateway is told.
     *
     * @param health where it may ask whether this instance is ready
     */
    record Instance(String service, String instance, String url, String health, String build) {}

    Announcer(
            Announcements settings,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "callboard.instance", defaultValue = "1") String instance,
            @ConfigProperty(name = "callboard.build", defaultValue = "unknown") String build,
            @ConfigProperty(name = "quarkus.http.port", defaultValue = "8080") int port,
            @ConfigProperty(name = "quarkus.management.port", defaultValue = "9000") int management) {
        this.settings = settings;
        this.self = new Instance(
                service,
                instance,
                "http://127.0.0.1:" + port,
                "http://127.0.0.1:" + management + "/q/health/ready",
                build);
    }

    void start(@Observes StartupEvent start) {
        if (gateways().isEmpty()) return;
        announcing = Thread.ofVirtual().name("announcer").start(this::announce);
    }

    void stop(@Observes ShutdownEvent stop) throws InterruptedException {
        ending.countDown();
        // a heartbeat that is still on its way would take the good-bye back
        if (announcing != null) announcing.join(TIMEOUT);
        gateways().forEach(gateway -> send(gateway, "DELETE"));
    }

    private void announce() {
        try {
            do {
                gateways().forEach(gateway -> send(gateway, "POST"));
            } while (!ending.await(settings.every().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<URI> gateways() {
        return settings.to().orElse(List.of());
    }

    private void send(URI gateway, String method) {
        try {
            var request = HttpRequest.newBuilder(URI.create(gateway + "/instances"))
                    .timeout(TIMEOUT)
                    .header("Content-Type", "application/json")
                    .header("X-Instance-Secret", settings.secret().orElse(""))
                    .method(method, BodyPublishers.ofString(Json.strict().writeValueAsString(self)))
                    .build();
            http.send(request, HttpResponse.BodyHandlers.discarding());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of strings can be written", e);
        } catch (IOException e) {
            LOG.debugf("gateway %s does not hear %s: %s", gateway, method, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
