package dev.callboard.local.platform;

import dev.callboard.local.infrastructure.FolderLock;
import dev.callboard.local.infrastructure.Infrastructure;
import dev.callboard.local.infrastructure.Infrastructure.Server;
import dev.callboard.local.infrastructure.Secrets;
import dev.callboard.local.process.AtomicFile;
import dev.callboard.local.process.Child;
import dev.callboard.local.process.Ports;
import dev.callboard.local.process.StartFailure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Runs a whole platform as child processes of this one. It owns no truth: killed at any moment, the next one clears
 * what is left of it and starts from the data folder.
 */
public final class Supervisor implements AutoCloseable {
    private static final int MOST_REPLICAS = 16;

    private final PlatformFolder folder;
    private final int gatewayPort;
    private final Set<Service> services;
    private final Consumer<String> journal;
    private final StartCaches caches;
    private final FolderLock lock;
    private final Ports ports;
    private final Secrets secrets;
    private final Infrastructure infrastructure;
    private final Replicas replicas;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final List<Child> instances = new CopyOnWriteArrayList<>();
    private final Object closing = new Object();
    private boolean closed;
    private volatile boolean stopping;

    /**
     * Takes the data folder and clears what a killed supervisor left in it; starts nothing yet.
     *
     * @param only the services to run, by name; empty for all
     * @throws StartFailure when the folder or the port is somebody else's
     */
    Supervisor(PlatformFolder folder, int gatewayPort, Set<String> only, Consumer<String> journal, StartCaches caches) {
        this.folder = folder;
        this.gatewayPort = gatewayPort;
        this.services = chosen(only);
        this.journal = journal;
        this.caches = caches;
        this.lock = FolderLock.of(folder.data());
        folder.prepare();
        int cleared = Child.clearAllStale(folder.data());
        if (cleared > 0) journal.accept("cleared " + cleared + " processes of a platform that was killed");
        if (services.contains(Service.GATEWAY) && !Ports.isFree(gatewayPort)) {
            throw new StartFailure("port " + gatewayPort
                    + " is taken by another program: end that program, or choose another port with --port N");
        }
        this.ports = new Ports(folder.ports());
        this.secrets = new Secrets(folder.data());
        this.replicas = new Replicas(folder.replicas());
        this.infrastructure = new Infrastructure(folder.data(), EnumSet.allOf(Server.class), ports, secrets, journal);
    }

    private static Set<Service> chosen(Set<String> only) {
        if (only.isEmpty()) return EnumSet.allOf(Service.class);
        var chosen = EnumSet.noneOf(Service.class);
        for (String name : only) {
            chosen.add(Service.named(name).orElseThrow(() -> unknown(name)));
        }
        return chosen;
    }

    /** Infrastructure first, then every service at once. Returns when all are ready. @throws StartFailure */
    public void start() {
        long begin = System.nanoTime();
        infrastructure.start();
        new PaymentWebhook(infrastructure.endpoints(), http).register(gatewayUrl() + "/webhooks/payments");
        journal.accept("postgres, kafka, redis, mail and payments are ready after " + seconds(begin));

        if (stopping) return;
        for (Service service : services) {
            for (int number = 1; number <= replicas.of(service); number++) instances.add(instance(service, number));
        }
        Infrastructure.together(instances, child -> {
            child.start();
            journal.accept(child.component().instance() + " is ready after " + seconds(begin));
        });
    }

    private static String seconds(long since) {
        return "%.1f s".formatted((System.nanoTime() - since) / 1e9);
    }

    private Child instance(Service service, int number) {
        String name = service.component() + "-" + number;
        int management = ports.of(name + ".management");
        int port = service == Service.GATEWAY ? gatewayPort : ports.of(name);
        return new Child(
                new ServiceInstance(
                        service,
                        number,
                        folder.jar(service),
                        port,
                        management,
                        environment().of(service),
                        caches,
                        http),
                folder.data(),
                journal);
    }

    private ServiceEnvironment environment() {
        return new ServiceEnvironment(
                folder,
                infrastructure.endpoints(),
                secrets,
                gatewayUrl(),
                "http://127.0.0.1:" + ports.remembered(Service.GATEWAY.component() + "-1.management"));
    }

    public String gatewayUrl() {
        return "http://localhost:" + gatewayPort;
    }

    public List<StatusRow> status() {
        return Stream.concat(
                        Stream.of(StatusRow.ofSupervisor()),
                        children().parallel().map(StatusRow::of))
                .toList();
    }

    private Stream<Child> children() {
        var byService = Comparator.comparing(
                (Child child) -> Service.named(child.component().component()).orElseThrow());
        return Stream.concat(
                infrastructure.children().stream(),
                instances.stream()
                        .sorted(byService.thenComparing(child -> ((ServiceInstance) child.component()).number())));
    }

    /** Starts or ends replicas until there are so many. A server runs once or (0) not at all, which is how its loss is tried. */
    public synchronized void scale(String component, int wanted) {
        if (wanted < 0 || wanted > MOST_REPLICAS) {
            throw new StartFailure("replicas: " + wanted + " (expected: 0 to " + MOST_REPLICAS + ")");
        }
        var server = server(component);
        if (server.isPresent() || component.equals(Service.GATEWAY.component())) {
            if (wanted > 1) throw new StartFailure(component + " runs once (expected: 0 or 1)");
        }
        if (server.isPresent()) {
            if (wanted == 0) server.get().stop();
            else if (server.get().state() == Child.State.STOPPED) server.get().restart();
            return;
        }
        var service = Service.named(component).orElseThrow(() -> unknown(component));
        replicas.set(service, wanted);
        var running = instancesOf(component);
        running.stream()
                .filter(child -> ((ServiceInstance) child.component()).number() > wanted)
                .forEach(this::end);
        var started = new ArrayList<Child>();
        for (int number = 1; number <= wanted; number++) {
            String name = component + "-" + number;
            if (running.stream().noneMatch(child -> child.component().instance().equals(name))) {
                started.add(instance(service, number));
            }
        }
        instances.addAll(started);
        Infrastructure.together(started, Child::start);
    }

    private void end(Child child) {
        child.stop();
        instances.remove(child);
    }

    /** One after the other, so that another replica answers meanwhile. Takes a component or one of its instances. */
    synchronized void restart(String name) {
        var chosen = children()
                .filter(child -> child.component().component().equals(name)
                        || child.component().instance().equals(name))
                .toList();
        if (chosen.isEmpty()) throw unknown(name);
        for (Child child : chosen) {
            child.restart();
            journal.accept(child.component().instance() + " was restarted");
        }
    }

    private Optional<Child> server(String component) {
        return infrastructure.children().stream()
                .filter(child -> child.component().component().equals(component))
                .findFirst();
    }

    private List<Child> instancesOf(String component) {
        return instances.stream()
                .filter(child -> child.component().component().equals(component))
                .toList();
    }

    private static StartFailure unknown(String name) {
        var known = Stream.concat(
                        Stream.of(Server.values()).map(Server::name),
                        Stream.of(Service.values()).map(Service::component))
                .toList();
        return new StartFailure("no component " + name + " (expected one of: " + String.join(", ", known) + ")");
    }

    /** No new requests first, then the services, then what they stand on. */
    @Override
    public void close() {
        stopping = true;
        synchronized (closing) { // a second caller waits for the first
            if (closed) return;
            Infrastructure.together(instancesOf(Service.GATEWAY.component()), Child::stop);
            Infrastructure.together(instances, Child::stop);
            infrastructure.stop();
            try {
                lock.close();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            closed = true;
        }
    }

    /** How many of each service run, kept in the data folder. */
    private static final class Replicas {
        private final Path file;
        private final Map<String, String> wanted;

        Replicas(Path file) {
            this.file = file;
            try {
                this.wanted = AtomicFile.properties(file);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        int of(Service service) {
            return Math.max(1, Integer.parseInt(wanted.getOrDefault(service.component(), "1")));
        }

        void set(Service service, int number) {
            wanted.put(service.component(), Integer.toString(number));
            try {
                AtomicFile.write(file, AtomicFile.text(wanted));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
