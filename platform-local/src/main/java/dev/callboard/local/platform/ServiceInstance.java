package dev.callboard.local.platform;

import dev.callboard.local.process.Component;
import dev.callboard.local.process.Programs;
import dev.callboard.local.process.StartFailure;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One replica of a service: the packaged jar in a JVM with a small heap, ready when its own readiness check says so. */
final class ServiceInstance implements Component {
    private final Service service;
    private final int number;
    private final Path jar;
    private final int port;
    private final int managementPort;
    private final Map<String, String> environment;
    private final StartCaches caches;
    private final HttpClient http;
    private volatile String build = "";

    /** @param environment complete but for what follows from the instance itself */
    ServiceInstance(
            Service service,
            int number,
            Path jar,
            int port,
            int managementPort,
            Map<String, String> environment,
            StartCaches caches,
            HttpClient http) {
        this.service = service;
        this.number = number;
        this.jar = jar;
        this.port = port;
        this.managementPort = managementPort;
        this.environment = environment;
        this.caches = caches;
        this.http = http;
    }

    @Override
    public String component() {
        return service.component();
    }

    @Override
    public String instance() {
        return service.component() + "-" + number;
    }

    int number() {
        return number;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String build() {
        return build;
    }

    @Override
    public Launch launch() throws IOException {
        if (!Files.exists(jar)) {
            throw new StartFailure(
                    service.component() + " is not built (no " + jar + "): run ./callboard up without --no-build");
        }
        build = BuildHash.of(jar.getParent());
        var options = new ArrayList<>(List.of(
                "-Xms32m",
                "-Xmx" + service.heapMegabytes() + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError", // a process that is out of memory is replaced, not kept
                "-Dfile.encoding=UTF-8",
                "-Duser.timezone=UTC"));
        if (service.compilesLate()) options.add(Programs.COMPILES_LATE);
        var command = new ArrayList<String>();
        command.add(Programs.javaProgram());
        command.addAll(options);
        command.addAll(caches.options(jar, build, options));
        command.addAll(List.of("-jar", jar.toString()));
        var variables = new java.util.TreeMap<>(environment);
        variables.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        variables.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        variables.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        variables.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort));
        variables.put("CALLBOARD_INSTANCE", instance());
        variables.put("CALLBOARD_BUILD", build);
        return new Launch(command, variables);
    }

    @Override
    public boolean ready() {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + "/q/health/ready"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Six JVMs that start at once share the cores of a small machine. */
    @Override
    public Duration patience() {
        return Duration.ofMinutes(3);
    }

    /** One that is trained writes its cache when it ends, on cores that it shares with the others. */
    @Override
    public Duration stopPatience() {
        return caches.isTraining() ? Duration.ofMinutes(5) : Component.super.stopPatience();
    }
}
