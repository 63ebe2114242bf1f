package dev.callboard.local.infrastructure;

import dev.callboard.local.process.AtomicFile;
import dev.callboard.local.process.Component;
import dev.callboard.local.process.Programs;
import dev.callboard.local.process.StartFailure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL with durable settings, one database per service. */
final class PostgresServer implements Component {
    static final String USER = "callboard";
    static final List<String> DATABASES = List.of("users", "accounts", "projects", "reports");

    private final ServerBinaries binaries;
    private final Path folder;
    private final int port;
    private final String password;

    PostgresServer(ServerBinaries binaries, Path dataFolder, int port, String password) {
        this.binaries = binaries;
        this.folder = dataFolder.resolve("postgres");
        this.port = port;
        this.password = password;
    }

    @Override
    public String component() {
        return "postgres";
    }

    @Override
    public String instance() {
        return "postgres";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String build() {
        return "18.6";
    }

    @Override
    public Launch launch() throws IOException {
        Path home = binaries.postgres();
        if (!Files.exists(folder.resolve("PG_VERSION"))) initialise(home);
        clearStaleLock();
        return Launch.of(asOrdinaryUser(List.of(
                home.resolve("bin/postgres").toString(),
                "-D",
                folder.toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=on",
                "-c",
                "synchronous_commit=on",
                "-c",
                "full_page_writes=on",
                "-c",
                "max_connections=300",
                "-c",
                "shared_buffers=128MB",
                "-c",
                "max_wal_size=2GB",
                "-c",
                "timezone=UTC",
                "-c",
                "log_min_duration_statement=500ms",
                "-c",
                "log_line_prefix=%m [%p] %d ")));
    }

    /** In a temporary folder first: a kill in the middle must not leave half a cluster behind. */
    private void initialise(Path home) throws IOException {
        Files.createDirectories(folder.getParent());
        Path half = folder.resolveSibling("postgres.new");
        FolderTree.delete(half);
        FolderTree.delete(folder);
        Path passwordFile = folder.resolveSibling("postgres.password");
        try {
            AtomicFile.writeSecret(passwordFile, password);
            run(asOrdinaryUser(List.of(
                    home.resolve("bin/initdb").toString(),
                    "-D",
                    half.toString(),
                    "-U",
                    USER,
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C")));
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void run(List<String> command) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) throw new IOException(said.strip().replaceAll("\\s*\\n\\s*", " · "));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    /** PostgreSQL refuses to run as root; a user namespace without a mapping takes the name away and leaves the files reachable. */
    private static List<String> asOrdinaryUser(List<String> command) {
        if (!Programs.isRoot()) return command;
        var unshare = Programs.onPath("unshare")
                .orElseThrow(() -> new StartFailure("PostgreSQL does not run as root and there is no `unshare`:"
                        + " install util-linux, or start Callboard as an ordinary user"));
        var whole = new ArrayList<String>(List.of(unshare.toString(), "-U"));
        whole.addAll(command);
        return whole;
    }

    /**
     * The lock file of a killed postmaster names a pid that may belong to somebody else by now; PostgreSQL would then
     * refuse to start. Our own pid file has shown already that the postmaster of this folder is gone.
     */
    private void clearStaleLock() throws IOException {
        Path lock = folder.resolve("postmaster.pid");
        if (!Files.exists(lock)) return;
        var first = Files.readAllLines(lock, StandardCharsets.ISO_8859_1).stream()
                .findFirst()
                .orElse("");
        boolean postmaster = first.matches("\\d{1,18}")
                && ProcessHandle.of(Long.parseLong(first))
                        .filter(ProcessHandle::isAlive)
                        .flatMap(process -> process.info().commandLine())
                        .filter(line -> line.contains(folder.toString()))
                        .isPresent();
        if (postmaster) {
            throw new IOException("another PostgreSQL (pid " + first + ") works on " + folder + ": end it first");
        }
        Files.delete(lock);
    }

    @Override
    public boolean ready() {
        try (var connection = connect("postgres");
                var statement = connection.createStatement()) {
            var missing = new ArrayList<>(DATABASES);
            try (var names = statement.executeQuery("select datname from pg_database")) {
                while (names.next()) missing.remove(names.getString(1));
            }
            for (String database : missing) statement.execute("create database " + database);
            return true;
        } catch (SQLException notYet) {
            return false;
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database
                        + "?connectTimeout=2&socketTimeout=10&sslmode=disable",
                USER,
                password);
    }

    /** Fast shutdown: open connections are ended, everything committed is on disk. TERM would wait for the clients. */
    @Override
    public String stopSignal() {
        return "INT";
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(60);
    }
}
