package dev.callboard.bench.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The packaged platform in processes of its own, on an empty data folder of its own, driven as a person drives it: by
 * {@code ./callboard}. Ended, and its folder removed, when the benchmark is over.
 */
final class LocalPlatform implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path home;
    private final Path data;
    private final int port;
    private String[] services = {};
    private final Map<String, String> environment = new HashMap<>();

    LocalPlatform(Path home) throws IOException {
        this.home = home;
        this.data = Files.createTempDirectory("callboard-bench-");
        try (var free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
    }

    /** For the processes of the next start. */
    LocalPlatform with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Of the services only these: a small machine has the less to do beside what is measured. */
    LocalPlatform only(String... services) {
        this.services = services;
        return this;
    }

    /** @return how long it took until everything was ready */
    Duration up() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        var arguments = new ArrayList<>(List.of("up", "--detach", "--no-build", "--port", Integer.toString(port)));
        if (services.length > 0) arguments.addAll(List.of("--only", String.join(",", services)));
        callboard(arguments.toArray(String[]::new));
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** The start caches of this build, for every platform of this checkout. */
    void train() throws IOException, InterruptedException {
        callboard("train", "--no-build");
    }

    void down() throws IOException, InterruptedException {
        callboard("down");
    }

    /** Returns when so many instances are ready. */
    void scale(String component, int count) throws IOException, InterruptedException {
        callboard("scale", component, Integer.toString(count));
        Wait.until(count + " of " + component, PATIENCE, () -> ready(component) == count);
    }

    /** Ends and starts every instance of it, so that what its processes hold is from now on. */
    void restart(String component) throws IOException, InterruptedException {
        var before = pids(component);
        callboard("restart", component);
        Wait.until(component + " is new and ready", PATIENCE, () -> ready(component) == before.size());
        if (pids(component).stream().anyMatch(before::contains))
            throw new IllegalStateException(component + " was not restarted");
    }

    private long ready(String component) {
        long ready = 0;
        for (var row : status()) {
            boolean counts = row.get("component").asText().equals(component)
                    && row.get("state").asText().equals("ready");
            if (counts) ready++;
        }
        return ready;
    }

    /** Of the instances that run. */
    List<Long> pids(String component) {
        var pids = new ArrayList<Long>();
        for (var row : status()) {
            if (row.get("component").asText().equals(component)
                    && row.path("pid").asLong() > 0) pids.add(row.get("pid").asLong());
        }
        return pids;
    }

    /** Pids by the names of the instances, as in {@code report-service-2}. */
    Map<String, Long> instances(String component) {
        var pids = new HashMap<String, Long>();
        for (var row : status()) {
            if (row.get("component").asText().equals(component)
                    && row.path("pid").asLong() > 0)
                pids.put(row.get("instance").asText(), row.get("pid").asLong());
        }
        return pids;
    }

    /** What all its instances say of themselves at this moment. */
    Metrics metrics(String component) {
        var samples = new ArrayList<String>();
        for (var instance : instances(component).keySet()) {
            var port = properties("ports.properties").getProperty(instance + ".management");
            Client.text("http://127.0.0.1:" + port + "/q/metrics").lines().forEach(samples::add);
        }
        return new Metrics(samples);
    }

    /** For what no API tells: {@code users}, {@code accounts}, {@code projects}, {@code reports}. */
    Connection database(String name) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%s/%s?ApplicationName=bench"
                        .formatted(properties("ports.properties").getProperty("postgres"), name),
                "callboard",
                properties("secrets.properties").getProperty("postgres.password"));
    }

    private Properties properties(String file) {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(data.resolve(file))) {
            properties.load(in);
        } catch (IOException e) {
            throw new IllegalStateException(file + ": " + e.getMessage(), e);
        }
        return properties;
    }

    /**
     * CPU that its instances have used so far, with the processes that they started and that have ended (PostgreSQL has
     * one for each connection), as Linux counts it: in hundredths of a second.
     */
    double cpuSeconds(String component) {
        long ticks = 0;
        for (long pid : pids(component)) {
            ticks += ticks(pid);
            for (var child : ProcessHandle.of(pid).stream()
                    .flatMap(ProcessHandle::descendants)
                    .toList()) ticks += ticks(child.pid());
        }
        return ticks / 100.0;
    }

    private static long ticks(long pid) {
        try {
            var said = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            var fields = said.substring(said.lastIndexOf(')') + 2).split(" ");
            long own = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
            return own + Long.parseLong(fields[13]) + Long.parseLong(fields[14]);
        } catch (NoSuchFileException ended) {
            return 0; // between the list and the look: its parent counts it from now on
        } catch (IOException e) {
            throw new IllegalStateException("process " + pid + ": " + e.getMessage(), e);
        }
    }

    /** All that there are of them, after the supervisor started them again. */
    void awaitReady(List<String> components) {
        Wait.until("everything is ready again", PATIENCE, () -> {
            for (var row : status()) {
                if (components.contains(row.get("component").asText())
                        && !row.get("state").asText().equals("ready")) return false;
            }
            return true;
        });
    }

    JsonNode status() {
        try {
            var said = callboard("status", "--json");
            // before it a JVM says which options it picked up from the environment
            return JSON.readTree(said.substring(said.indexOf('[')));
        } catch (IOException e) {
            throw new IllegalStateException("status --json: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("status --json: interrupted", e);
        }
    }

    Client client() {
        return new Client("http://localhost:" + port, data.resolve("mail"));
    }

    private String callboard(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(home.resolve("callboard").toString()));
        command.addAll(List.of(arguments));
        if (!arguments[0].equals("train")) command.addAll(List.of("--data", data.toString()));
        var output = Files.createTempFile("callboard-bench-", ".out");
        try {
            // into a file: what outlives the command would hold a pipe open
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            int exit = builder.start().waitFor();
            var said = Files.readString(output, StandardCharsets.UTF_8);
            if (exit != 0)
                throw new IllegalStateException("callboard " + String.join(" ", arguments) + ": " + said.strip());
            return said;
        } finally {
            Files.delete(output);
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        down();
        try (var files = Files.walk(data)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
