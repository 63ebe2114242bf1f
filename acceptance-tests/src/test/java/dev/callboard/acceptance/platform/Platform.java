package dev.callboard.acceptance.platform;

import dev.callboard.local.infrastructure.FolderTree;
import dev.callboard.local.platform.DemoPerson;
import dev.callboard.local.platform.PlatformClock;
import dev.callboard.local.platform.PlatformFolder;
import dev.callboard.local.platform.RunningPlatform;
import dev.callboard.local.platform.StatusRow;
import dev.callboard.local.process.Ports;
import org.awaitility.Awaitility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The packaged services, started by the launcher in a process of its own, once for all tests of this JVM. It ends when
 * its standard input does, so that nothing is left over however this JVM ends.
 */
public final class Platform {
    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    static {
        // Where a test says nothing else: a machine with two cores may be busy starting what was killed.
        Awaitility.setDefaultTimeout(Duration.ofMinutes(2));
    }

    private static Platform shared;

    private final PlatformFolder folder;
    private final RunningPlatform running;
    private final int port;
    private Process process;

    private Platform(Path data) {
        this.folder = PlatformFolder.of(data);
        this.running = new RunningPlatform(folder);
        this.port = running.url().map(url -> URI.create(url).getPort()).orElseGet(Platform::freePort);
    }

    /**
     * The one of this JVM, with an empty data folder at first use; running when this returns. With {@code
     * -Dacceptance.data=DIR} the platform that runs there is joined, and left running: for work on a single test.
     */
    public static synchronized Platform shared() {
        if (shared == null) shared = joined().orElseGet(Platform::fresh);
        if (shared.running.url().isEmpty()) shared.up(); // a test has ended it
        return shared;
    }

    private static Optional<Platform> joined() {
        return Optional.ofNullable(System.getProperty("acceptance.data"))
                .map(data -> new Platform(Path.of(data)))
                .filter(platform -> platform.running.url().isPresent());
    }

    private static Platform fresh() {
        var data = Path.of("target", "platform");
        new Platform(data).clear();
        var platform = new Platform(data);
        platform.up();
        Runtime.getRuntime().addShutdownHook(new Thread(platform::end, "end-of-the-platform"));
        return platform;
    }

    /** Outside the ranges of the launcher and of outgoing connections: the supervisor must get it back after a restart. */
    private static int freePort() {
        return ThreadLocalRandom.current()
                .ints(1_000, 12_000, 20_000)
                .filter(Ports::isFree)
                .findFirst()
                .orElseThrow();
    }

    private void clear() {
        running.ask(_ -> {}, "down");
        running.clearStale();
        try {
            Files.deleteIfExists(log());
            FolderTree.delete(folder.data());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Starts it on its data, and returns when every component is ready. */
    public void up() {
        var log = log();
        try {
            Files.createDirectories(log.getParent());
            var up = new ProcessBuilder(Verb.command(folder, List.of("up", "--port", "" + port, "--until-input-ends")));
            // no process lives long enough here for what the optimising compiler takes to come back
            up.environment().put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
            process = up.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        await("the supervisor listens; see " + log)
                .atMost(START)
                .pollInterval(LOOK_EVERY)
                .until(() -> running.url().isPresent() || !process.isAlive());
        assertThat(running.ask(_ -> {}, "follow"))
                .as("how the start ended; see %s", log)
                .contains(0);
        Patience.disturbed();
    }

    /** What the supervisor says, over all its lives of this run. */
    private Path log() {
        return folder.data().resolveSibling("platform.log");
    }

    private void end() {
        try {
            process.getOutputStream().close();
            process.waitFor();
        } catch (IOException alreadyGone) {
            // the pipe of a process that has ended
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** {@code http://localhost:N}, the gateway. */
    public String url() {
        return "http://localhost:" + port;
    }

    public Path data() {
        return folder.data();
    }

    /** The checkout. */
    public Path home() {
        return folder.home();
    }

    /** A verb of {@code ./callboard} on this platform. */
    public Verb callboard(String... words) {
        var verb = Verb.of(folder, List.of(words));
        Patience.disturbed(); // the demo kills a worker, too
        return verb;
    }

    public List<StatusRow> status() {
        return running.status();
    }

    /** Those of one component, such as {@code report-service} or {@code kafka}. */
    public List<StatusRow> instances(String component) {
        return status().stream()
                .filter(row -> row.component().equals(component))
                .toList();
    }

    /** So many of a service, or a server not at all (0) and again (1); all are ready when this returns. */
    public void scale(String component, int count) {
        Patience.disturbed();
        running.scale(component, count);
        Patience.disturbed();
    }

    /** {@code kill -9} of the last instance. @return the pid that is no more */
    public long kill(String component) {
        long pid = instances(component).getLast().pid();
        var victim = ProcessHandle.of(pid).orElseThrow();
        Patience.disturbed();
        assertThat(victim.destroyForcibly()).as("kill -9 %d", pid).isTrue();
        victim.onExit().join();
        return pid;
    }

    static boolean lives(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }

    /** Waits until the supervisor has started again what was killed. */
    public void awaitRestart(String component, long killed) {
        await(component + " is ready again")
                .atMost(Refusals.RECOVERY)
                .pollInterval(LOOK_EVERY)
                .until(() -> instances(component).stream()
                        .allMatch(row -> row.pid() != killed && row.state().equals("ready")));
    }

    /** SIGSTOP, SIGCONT: a process that hangs, and one that goes on. */
    public void signal(String component, String signal) {
        long pid = instances(component).getLast().pid();
        Patience.disturbed();
        assertThat(signal(pid, signal)).as("kill -%s %d", signal, pid).isZero();
    }

    private static int signal(long pid, String signal) {
        assertThat(pid).as("process to signal").isPositive(); // 0 and less are many processes, ourselves among them
        try {
            return new ProcessBuilder("/bin/sh", "-c", "kill -" + signal + " " + pid)
                    .start()
                    .waitFor();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** {@code kill -9} of the supervisor; what it had started lives on. */
    public void killSupervisor() {
        kill("supervisor");
    }

    /** Whatever a test stopped and, having failed, did not let go on. */
    public void letAllGoOn() {
        for (var row : status()) if (row.pid() > 0) signal(row.pid(), "CONT"); // one that has died meanwhile need not
    }

    /** Moves the platform's time: an instant with its offset or {@code +2h}. Only ever forward: what was issued would else be of the future. */
    public void clock(String to) {
        clock(to, List.of("/me", "/accounts", "/projects", "/pay-runs/" + UUID.randomUUID()));
    }

    /** @param told paths of the services that are to have the new time; one that hangs cannot say so */
    public void clock(String to, List<String> told) {
        try {
            new PlatformClock(folder, InstantSource.system()).set(to);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        var wanted = now();
        var olga = operator();
        await("the services have the new time").until(() -> haveTime(olga, told, wanted));
    }

    private static boolean haveTime(Person olga, List<String> paths, Instant wanted) {
        return paths.stream().allMatch(path -> told(olga.get(path)).isAfter(wanted.minusSeconds(2)));
    }

    private static Instant told(Answer answer) {
        var told = answer.header("Callboard-Clock");
        return told.isEmpty() ? Instant.MIN : Instant.parse(told);
    }

    public Instant now() {
        try {
            return new PlatformClock(folder, InstantSource.system()).now();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public Mailbox mailbox() {
        return new Mailbox(folder.mail());
    }

    /** A port of the platform by its name in {@code ports.properties}: {@code kafka}, {@code smtp}, {@code user-service-1.management}. */
    public int port(String name) {
        return Integer.parseInt(properties("ports.properties").getProperty(name));
    }

    /** For what no API tells, and to stand in the way: {@code users}, {@code accounts}, {@code projects}, {@code reports}. */
    public Connection database(String name) throws SQLException {
        var password = properties("secrets.properties").getProperty("postgres.password");
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port("postgres") + "/" + name + "?ApplicationName=acceptance",
                "callboard",
                password);
    }

    /** As they are now, of the instances that run. */
    public Logs logs() {
        return Logs.of(this);
    }

    private Properties properties(String file) {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(folder.data().resolve(file))) {
            properties.load(in);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return properties;
    }

    /** Somebody new, registered, verified by the mail and signed in; the address is theirs alone. */
    public Person register(String givenName, String familyName) {
        var id = UUID.randomUUID().toString().substring(0, 8);
        var email = "%s.%s@norrsken.example".formatted(ascii(givenName), id);
        return Person.register(this, email, givenName + " " + familyName);
    }

    /** Olga, who sees every saga and dead letter. */
    public Person operator() {
        return known("olga");
    }

    /** Somebody of {@code people.csv}, whose account and rights are made by the demo alone. */
    public Person known(String givenName) {
        var person = DemoPerson.named(folder.home(), givenName);
        return Person.known(this, person.email(), person.givenName() + " " + person.familyName(), person.password());
    }

    private static String ascii(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]", "");
    }
}
