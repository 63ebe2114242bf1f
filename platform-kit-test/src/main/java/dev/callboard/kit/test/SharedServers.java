package dev.callboard.kit.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The servers of this test JVM: started by the first test that wants them, joined by the others. */
final class SharedServers {
    private static final String MAIN = "dev.callboard.local.infrastructure.InfrastructureMain";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** A system property, because Quarkus loads this class anew for each application under test. */
    private static final String STARTED = "callboard.test.servers";

    private final Path folder;
    private final Properties endpoints;

    private SharedServers(Path folder, Properties endpoints) {
        this.folder = folder;
        this.endpoints = endpoints;
    }

    static synchronized SharedServers join() {
        var module = Path.of("").toAbsolutePath();
        var folder = module.resolve("target/platform-servers");
        try {
            Files.createDirectories(folder.getParent());
            // Two Maven runs of one module at the same time: the second waits for the start of the first, then
            // starts its own in another folder, for the first one's end with its JVM.
            try (var lockFile = FileChannel.open(
                            folder.resolveSibling("platform-servers.lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
                    var _ = lockFile.lock()) {
                var started = System.getProperty(STARTED);
                if (started != null) return new SharedServers(Path.of(started), read(Path.of(started)));

                folder = folder.resolveSibling(
                        "platform-servers-" + ProcessHandle.current().pid());
                var servers = start(folder, module);
                System.setProperty(STARTED, folder.toString());
                return servers;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SharedServers start(Path folder, Path module) throws IOException {
        sweep(folder.getParent());
        Files.createDirectories(folder);
        var local = root(module).resolve("platform-local/target");
        var process = new ProcessBuilder(command(local, folder))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("servers.log").toFile())
                .start();
        keep(process);
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(folder.resolve("endpoints.properties"))) {
            if (!process.isAlive() || System.nanoTime() > deadline)
                throw new IllegalStateException("The servers for the tests did not start (expected: "
                        + local.resolve("callboard-local.jar") + ", built by platform-local); they said:\n"
                        + Files.readString(folder.resolve("servers.log")));
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        var servers = new SharedServers(folder, read(folder));
        servers.createDatabase(databaseOf(module));
        return servers;
    }

    private static List<String> command(Path local, Path folder) {
        var jar = local.resolve("callboard-local.jar");
        var code = Files.exists(jar) ? jar : local.resolve("classes");
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of("-cp", code + System.getProperty("path.separator") + local.resolve("lib") + "/*"));
        command.addAll(List.of(MAIN, "--data", folder.toString()));
        return command;
    }

    /** Its standard input stays open as long as this thread refers to it: to the end of this JVM, however it ends. */
    private static void keep(Process process) {
        Thread.ofPlatform().daemon().name("platform-servers").start(() -> {
            while (process.isAlive()) {
                try {
                    process.waitFor(1, TimeUnit.DAYS);
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
    }

    /** Folders of earlier runs whose JVM is gone. */
    private static void sweep(Path target) throws IOException {
        try (var folders = Files.newDirectoryStream(target, "platform-servers-*")) {
            for (var folder : folders) {
                var pid = Long.parseLong(folder.getFileName().toString().replaceAll("\\D", ""));
                if (ProcessHandle.of(pid).isEmpty()) delete(folder);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted((one, other) -> other.compareTo(one)).toList()) Files.deleteIfExists(file);
        }
    }

    private static Path root(Path module) {
        for (var folder = module; folder != null; folder = folder.getParent())
            if (Files.exists(folder.resolve("mvnw")) || Files.isRegularFile(folder.resolve("callboard"))) return folder;
        throw new IllegalStateException(module + ": not inside Callboard (expected: a folder above with mvnw)");
    }

    private static Properties read(Path folder) throws IOException {
        var endpoints = new Properties();
        try (var in = Files.newInputStream(folder.resolve("endpoints.properties"))) {
            endpoints.load(in);
        }
        return endpoints;
    }

    private void createDatabase(String name) {
        try (var connection = DriverManager.getConnection(jdbc("postgres"), user(), password());
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("create database " + name + ": " + e.getMessage(), e);
        }
    }

    private static String databaseOf(Path module) {
        return "test_"
                + module.getFileName().toString().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_");
    }

    Map<String, String> configuration() {
        var properties = new TreeMap<String, String>();
        properties.put(
                "quarkus.datasource.jdbc.url", jdbc(databaseOf(Path.of("").toAbsolutePath())));
        properties.put("quarkus.datasource.username", user());
        properties.put("quarkus.datasource.password", password());
        // What production gives up soon, so that nobody queues: a machine that stalls for seconds fails no test.
        properties.put("quarkus.datasource.jdbc.acquisition-timeout", "10S");
        properties.put("quarkus.redis.timeout", "5S");
        properties.put("callboard.payments.timeout", "6S");
        properties.put("kafka.bootstrap.servers", endpoint("kafka.bootstrap"));
        properties.put("quarkus.redis.hosts", "redis://localhost:" + endpoint("redis.port"));
        properties.put("quarkus.mailer.host", "localhost");
        properties.put("quarkus.mailer.port", endpoint("smtp.port"));
        properties.put("callboard.profile", "local");
        properties.put("callboard.instance", "test-1");
        properties.put("callboard.blobs.folder", folder.resolve("blobs").toString());
        properties.put("callboard.jwks.inline", TokenKey.ofThisModule().publicKeys());
        properties.put("callboard.payments.url", endpoint("payments.url"));
        properties.put("callboard.payments.key", endpoint("payments.key"));
        properties.put("callboard.payments.webhook-secret", endpoint("payments.webhook-secret"));
        properties.put("callboard.inbound-mail.host", "localhost");
        properties.put("callboard.inbound-mail.port", endpoint("imap.port"));
        properties.put(
                "callboard.inbound-mail.password", "call@callboard.example"); // its address, as for every mailbox there
        properties.put("callboard.public-url", "http://localhost:8080");
        properties.put("callboard.test.mail-folder", endpoint("mail.folder"));
        properties.put("quarkus.http.test-port", "0");
        properties.put("quarkus.management.test-port", "0");
        System.setProperty("callboard.test.mail-folder", endpoint("mail.folder"));
        return properties;
    }

    private String jdbc(String database) {
        return "jdbc:postgresql://localhost:" + endpoint("postgres.port") + "/" + database;
    }

    private String user() {
        return endpoint("postgres.user");
    }

    private String password() {
        return endpoint("postgres.password");
    }

    private String endpoint(String name) {
        var value = endpoints.getProperty(name);
        if (value == null)
            throw new IllegalStateException(
                    folder.resolve("endpoints.properties") + ": no " + name + " among " + endpoints.keySet());
        return value;
    }
}
