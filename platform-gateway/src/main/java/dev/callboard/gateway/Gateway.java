package dev.callboard.gateway;

import dev.callboard.gateway.door.AccessLog;
import dev.callboard.gateway.door.CrossOrigin;
import dev.callboard.gateway.door.Door;
import dev.callboard.gateway.door.DoorParts;
import dev.callboard.gateway.door.DoorSettings;
import dev.callboard.gateway.door.TokenCheck;
import dev.callboard.gateway.door.Traffic;
import dev.callboard.gateway.page.FrontPage;
import dev.callboard.gateway.page.JoinedContract;
import dev.callboard.gateway.page.Pages;
import dev.callboard.gateway.page.ProblemPages;
import dev.callboard.gateway.route.Routes;
import dev.callboard.gateway.upstream.BalancingPolicy;
import dev.callboard.gateway.upstream.HealthChecks;
import dev.callboard.gateway.upstream.NamedAddresses;
import dev.callboard.gateway.upstream.Upstreams;
import dev.callboard.kit.security.TokenVerifier;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Puts the parts together, opens the doors when all else stands, and closes them last in, first out: stop accepting,
 * finish what is under way, go.
 */
@ApplicationScoped
public class Gateway {
    private static final Logger LOG = Logger.getLogger(Gateway.class);
    private static final Duration HEALTH_PERIOD = Duration.ofSeconds(1);
    private static final Duration ENDED_SESSIONS_PERIOD = Duration.ofSeconds(1);
    private static final Duration RESOLVE_PERIOD = Duration.ofSeconds(5);
    /** One event loop passes on more than one machine's services can answer; the second hides a slow page. */
    private static final int DOORS = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);

    private final Vertx vertx;
    private final Upstreams upstreams;
    private final DoorSettings settings;
    private final TokenVerifier tokens;
    private final EndedSessions ended;
    private final Traffic traffic;
    private final Config config;
    private final CopyOnWriteArrayList<Door> doors = new CopyOnWriteArrayList<>();

    Gateway(
            Vertx vertx,
            Upstreams upstreams,
            DoorSettings settings,
            TokenVerifier tokens,
            EndedSessions ended,
            MeterRegistry meters,
            Config config) {
        this.vertx = vertx;
        this.upstreams = upstreams;
        this.settings = settings;
        this.tokens = tokens;
        this.ended = ended;
        this.traffic = new Traffic(AccessLog.toLogger(), meters);
        this.config = config;
    }

    void open(
            @Observes StartupEvent starting,
            @ConfigProperty(name = "callboard.contracts") List<String> contracts,
            @ConfigProperty(name = "callboard.profile", defaultValue = "production") String profile)
            throws Exception {
        boolean local = profile.equals("local");
        var routes = Routes.ofThePlatform();
        var addresses = new NamedAddresses(listedUpstreams(routes), upstreams);
        addresses.keepResolving(vertx, RESOLVE_PERIOD);
        HealthChecks.every(HEALTH_PERIOD, vertx, upstreams);
        ended.keepReading(vertx, ENDED_SESSIONS_PERIOD);

        var pages = new Pages(
                new FrontPage(local),
                JoinedContract.packed(contracts),
                new ProblemPages(vertx, upstreams, routes.services()));
        var parts = new DoorParts(
                settings,
                routes,
                upstreams,
                TokenCheck.by(tokens, ended::contains),
                pages,
                new CrossOrigin(local),
                traffic);
        var opened = vertx.deployVerticle(
                () -> {
                    var door = new Door(parts);
                    doors.add(door);
                    return door;
                },
                new DeploymentOptions().setInstances(DOORS));
        try {
            opened.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (ExecutionException refused) {
            throw new IllegalStateException(
                    "port %d cannot be opened: %s (expected: a free port in QUARKUS_HTTP_PORT)"
                            .formatted(settings.port(), refused.getCause().getMessage()),
                    refused.getCause());
        }
        LOG.infof("The door is open at http://%s:%d", settings.host(), port());
    }

    /** The bound port; differs from the configured one where that is 0. */
    public int port() {
        return doors.getFirst().port();
    }

    boolean isOpen() {
        return !doors.isEmpty() && !traffic.isDraining();
    }

    void close(@Observes ShutdownEvent stopping) throws InterruptedException {
        traffic.drain(settings.drainWithin());
    }

    /** {@code callboard.upstreams.user-service=http://a:8080,http://b:8080} */
    private Map<String, List<URI>> listedUpstreams(Routes routes) {
        return routes.services().stream()
                .filter(service -> upstream(service).isPresent())
                .collect(Collectors.toMap(
                        service -> service,
                        service -> NamedAddresses.parse(upstream(service).orElseThrow())));
    }

    private Optional<String> upstream(String service) {
        return config.getOptionalValue("callboard.upstreams." + service.toLowerCase(Locale.ROOT), String.class);
    }

    static class Parts {
        @Produces
        @Singleton
        Upstreams upstreams() {
            return new Upstreams(BalancingPolicy::roundRobin, System::nanoTime);
        }

        /** Ready while it lets people in; that a service is missing is told to who asks for it. */
        @Produces
        @Readiness
        @Singleton
        HealthCheck open(Gateway gateway) {
            return () ->
                    HealthCheckResponse.named("door").status(gateway.isOpen()).build();
        }
    }
}
