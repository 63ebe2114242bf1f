package dev.callboard.local.infrastructure;

import dev.callboard.local.process.Child;
import dev.callboard.local.process.Component;
import dev.callboard.local.process.Ports;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** The servers that a platform stands on, each a supervised child process on its own free port. */
public final class Infrastructure {
    /** Names as they are typed after {@code --only}. */
    public enum Server {
        postgres,
        kafka,
        redis,
        mail,
        payments
    }

    private final Map<String, String> endpoints = new TreeMap<>();
    private final List<Child> children = new ArrayList<>();

    /** Prepares nothing yet; ports and secrets are those of the data folder. */
    public Infrastructure(
            Path dataFolder, Set<Server> servers, Ports ports, Secrets secrets, Consumer<String> journal) {
        var binaries = new ServerBinaries();
        for (Server server : EnumSet.copyOf(servers)) {
            Component component =
                    switch (server) {
                        case postgres -> postgres(binaries, dataFolder, ports, secrets);
                        case kafka -> kafka(dataFolder, ports);
                        case redis -> redis(binaries, dataFolder, ports);
                        case mail -> mail(dataFolder, ports);
                        case payments -> payments(dataFolder, ports, secrets);
                    };
            children.add(new Child(component, dataFolder, journal));
        }
    }

    private Component postgres(ServerBinaries binaries, Path dataFolder, Ports ports, Secrets secrets) {
        var postgres = new PostgresServer(binaries, dataFolder, ports.of("postgres"), secrets.of("postgres.password"));
        endpoints.put("postgres.port", Integer.toString(postgres.port()));
        endpoints.put("postgres.user", PostgresServer.USER);
        endpoints.put("postgres.password", secrets.of("postgres.password"));
        return postgres;
    }

    private Component kafka(Path dataFolder, Ports ports) {
        var kafka = new KafkaServer(dataFolder, ports.of("kafka"), ports.of("kafka.controller"));
        endpoints.put("kafka.bootstrap", "127.0.0.1:" + kafka.port());
        return kafka;
    }

    private Component redis(ServerBinaries binaries, Path dataFolder, Ports ports) {
        var redis = new RedisServer(binaries, dataFolder, ports.of("redis"));
        endpoints.put("redis.port", Integer.toString(redis.port()));
        return redis;
    }

    private Component mail(Path dataFolder, Ports ports) {
        var mail = new MailServer(dataFolder, ports.of("smtp"), ports.of("imap"));
        endpoints.put("smtp.port", Integer.toString(mail.port()));
        endpoints.put("imap.port", Integer.toString(mail.imapPort()));
        endpoints.put("mail.folder", mail.folder().toString());
        return mail;
    }

    private Component payments(Path dataFolder, Ports ports, Secrets secrets) {
        var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
        var payments = new PaymentServer(
                dataFolder,
                ports.of("payments"),
                secrets.of("payments.key"),
                secrets.of("payments.webhook-secret"),
                http);
        endpoints.put("payments.url", payments.url());
        endpoints.put("payments.key", secrets.of("payments.key"));
        endpoints.put("payments.webhook-secret", secrets.of("payments.webhook-secret"));
        return payments;
    }

    public List<Child> children() {
        return List.copyOf(children);
    }

    /** Where the servers are reached: the content of {@code endpoints.properties}. */
    public Map<String, String> endpoints() {
        return Map.copyOf(endpoints);
    }

    /** All at once; returns when each is ready. @throws dev.callboard.local.process.StartFailure of the first that failed */
    public void start() {
        together(children, Child::start);
    }

    public void stop() {
        together(children, Child::stop);
    }

    /** Does the same to all of them at the same time, and waits for all. */
    public static void together(List<Child> children, Consumer<Child> deed) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = children.stream()
                    .map(child -> CompletableFuture.runAsync(() -> deed.accept(child), threads))
                    .toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(all).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }
}
