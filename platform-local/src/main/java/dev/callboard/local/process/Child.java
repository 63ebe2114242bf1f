package dev.callboard.local.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One supervised process: started, awaited until ready, started again with back-off when it dies, ended in good order.
 * Its pid file outlives us; whatever of an earlier run still stands behind it is cleared before a start.
 */
public final class Child {
    public enum State {
        STARTING,
        READY,
        /** Died; the next attempt waits for its back-off. */
        RESTARTING,
        STOPPED
    }

    private static final Duration FIRST_BACK_OFF = Duration.ofMillis(250);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(10);
    private static final Duration SETTLED = Duration.ofSeconds(30);

    /** How often a starting child is asked whether it is ready: each time costs CPU that those who start want too. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private static final Pattern REASON = Pattern.compile("ERROR|FATAL|Caused by|Exception|Fatal|cannot");
    private static final Pattern MESSAGE = Pattern.compile("\"message\":\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final long LARGEST_LOG = 20L << 20;

    private final Component component;
    private final PidFile pidFile;
    private final Path log;
    private final Consumer<String> journal;

    private volatile State state = State.STOPPED;
    private volatile Process process;
    private volatile int restarts;
    private volatile boolean abandoned;
    private Thread watcher;

    /**
     * @param dataFolder gets {@code run/INSTANCE.pid} and {@code logs/INSTANCE.log}
     * @param journal    told in a line what happened to it
     */
    public Child(Component component, Path dataFolder, Consumer<String> journal) {
        this.component = component;
        this.pidFile = new PidFile(dataFolder.resolve("run").resolve(component.instance() + ".pid"));
        this.log = dataFolder.resolve("logs").resolve(component.instance() + ".log");
        this.journal = journal;
    }

    public Component component() {
        return component;
    }

    public State state() {
        return state;
    }

    public int restarts() {
        return restarts;
    }

    public Path log() {
        return log;
    }

    public Optional<ProcessHandle> process() {
        return Optional.ofNullable(process).filter(Process::isAlive).map(Process::toHandle);
    }

    /**
     * Clears what an earlier run left, starts, and returns when the component is ready. One that was stopped stays so.
     *
     * @throws StartFailure also when it is stopped meanwhile
     */
    public synchronized void start() {
        if (state != State.STOPPED || abandoned) return;
        clearStale(pidFile);
        launch();
        try {
            awaitReady();
        } catch (StartFailure failure) {
            end(Duration.ofSeconds(2));
            throw failure;
        }
        state = State.READY;
        watcher = Thread.ofVirtual().name("watch-" + component.instance()).start(this::watch);
    }

    /** Stops it if it runs, and starts it, though it was stopped before. */
    public synchronized void restart() {
        stop();
        abandoned = false;
        start();
    }

    /** Asks it to end, and kills it when its patience is over. A start that is under way is given up. */
    public void stop() {
        abandoned = true; // outside the monitor, which a start holds until its component is ready
        stopInTurn();
    }

    private synchronized void stopInTurn() {
        if (watcher != null) {
            state = State.STOPPED; // before the signal: the watcher must not take the end for an accident
            watcher.interrupt();
            joinWatcher(); // else it could start one more process behind our back
        }
        end(component.stopPatience());
    }

    private void joinWatcher() {
        try {
            watcher.join(Duration.ofSeconds(10));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        watcher = null;
    }

    private void end(Duration grace) {
        state = State.STOPPED;
        var running = process;
        if (running != null && running.isAlive()) endProcess(running.toHandle(), component.stopSignal(), grace);
        process = null;
        pidFile.delete();
    }

    private void launch() {
        state = State.STARTING;
        try {
            Files.createDirectories(log.getParent());
            if (Files.exists(log) && Files.size(log) > LARGEST_LOG) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
            var launch = component.launch();
            var builder = new ProcessBuilder(Programs.inOwnSession(launch.command()))
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(launch.environment());
            process = builder.start();
            pidFile.write(process.toHandle(), component.stopSignal());
        } catch (IOException | UncheckedIOException failed) {
            throw new StartFailure(component.instance() + " cannot start: " + reason(failed), failed);
        }
    }

    private static String reason(Exception failed) {
        String message = String.valueOf(failed.getMessage());
        return message.contains("No space left") ? "no space left on the disk: free some, then start again" : message;
    }

    private void awaitReady() {
        long giveUp = System.nanoTime() + component.patience().toNanos();
        while (true) {
            if (!process.isAlive()) {
                throw new StartFailure(component.instance() + " ended at once with exit " + process.exitValue() + ": "
                        + lastWords() + " (see " + log + ")");
            }
            if (component.ready()) return;
            if (abandoned) throw new StartFailure(component.instance() + " was stopped while it started");
            if (System.nanoTime() > giveUp) {
                throw new StartFailure(component.instance() + " was not ready after "
                        + component.patience().toSeconds() + " s: " + lastWords() + " (see " + log + ")");
            }
            try {
                Thread.sleep(LOOK_EVERY);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new StartFailure(component.instance() + " was interrupted while starting", interrupted);
            }
        }
    }

    /** The last line of its log that looks like a reason, else the last line. */
    private String lastWords() {
        try (var lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            var said = lines.filter(line -> !line.isBlank() && !line.startsWith("\tat "))
                    .toList();
            return said.reversed().stream()
                    .filter(line -> REASON.matcher(line).find())
                    .findFirst()
                    .or(() -> said.reversed().stream().findFirst())
                    .map(Child::shortened)
                    .orElse("it said nothing");
        } catch (IOException | UncheckedIOException unreadable) {
            return "it left no log";
        }
    }

    /** Of a line of JSON only its message. */
    private static String shortened(String line) {
        Matcher json = MESSAGE.matcher(line);
        String words = json.find() ? json.group(1) : line;
        return words.length() > 300 ? words.substring(0, 300) + "…" : words;
    }

    private void watch() {
        Duration backOff = FIRST_BACK_OFF;
        try {
            while (true) {
                long readyAt = System.nanoTime();
                int exit = process.waitFor();
                if (state == State.STOPPED) return;
                state = State.RESTARTING;
                if (System.nanoTime() - readyAt > SETTLED.toNanos()) backOff = FIRST_BACK_OFF;
                journal.accept(component.instance() + " died (exit " + exit + "), starts again in " + backOff.toMillis()
                        + " ms");
                backOff = startAgain(backOff);
            }
        } catch (InterruptedException stopped) {
            // stop() ends the process itself
        }
    }

    /** Tries until it is ready; answers the back-off to use next. */
    private Duration startAgain(Duration backOff) throws InterruptedException {
        while (true) {
            Thread.sleep(backOff);
            backOff = backOff.multipliedBy(2).compareTo(LONGEST_BACK_OFF) > 0
                    ? LONGEST_BACK_OFF
                    : backOff.multipliedBy(2);
            try {
                if (Thread.currentThread().isInterrupted()) throw new InterruptedException();
                launch();
                restarts++;
                awaitReady();
                state = State.READY;
                journal.accept(component.instance() + " is ready again (pid " + process.pid() + ")");
                return backOff;
            } catch (StartFailure failure) {
                if (Thread.interrupted()) throw new InterruptedException(failure.getMessage());
                state = State.RESTARTING;
                if (process.isAlive()) process.destroyForcibly();
                journal.accept(failure.getMessage());
            }
        }
    }

    /** Ends the process behind a pid file of an earlier run, if it still is that process. */
    static void clearStale(PidFile pidFile) {
        pidFile.living().ifPresent(stale -> endProcess(stale, pidFile.stopSignal(), Duration.ofSeconds(10)));
        pidFile.delete();
    }

    /** Clears every component that an earlier run of this data folder left behind. */
    public static int clearAllStale(Path dataFolder) {
        Path run = dataFolder.resolve("run");
        if (!Files.isDirectory(run)) return 0;
        try (var files = Files.list(run)) {
            var living = files.filter(file -> file.toString().endsWith(".pid"))
                    .map(PidFile::new)
                    .filter(pidFile -> pidFile.living().isPresent())
                    .toList();
            living.parallelStream().forEach(Child::clearStale);
            return living.size();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void endProcess(ProcessHandle handle, String signal, Duration grace) {
        Programs.signal(handle, signal);
        if (!ended(handle, grace)) {
            handle.destroyForcibly();
            ended(handle, Duration.ofSeconds(5));
        }
    }

    private static boolean ended(ProcessHandle handle, Duration limit) {
        boolean interrupted = false;
        long giveUp = System.nanoTime() + limit.toNanos();
        while (handle.isAlive() && System.nanoTime() < giveUp) {
            try {
                TimeUnit.MILLISECONDS.sleep(10);
            } catch (InterruptedException again) {
                interrupted = true; // an end that was begun is seen through
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
        return !handle.isAlive();
    }
}
