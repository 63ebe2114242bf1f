package dev.callboard.kit.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One of the servers of {@link PlatformServers}, stopped in the middle of whatever it does until this is closed: it
 * answers nothing and refuses nothing, which is worse for its clients than being gone.
 *
 * <pre>{@code
 * try (var _ = HungServer.of("kafka")) {
 *     …
 * }
 * }</pre>
 */
public final class HungServer implements AutoCloseable {
    private final String pid;

    private HungServer(String pid) {
        this.pid = pid;
        signal("STOP");
    }

    /** @param name kafka or redis; PostgreSQL is more than one process */
    public static HungServer of(String name) {
        var file = Path.of(System.getProperty("callboard.test.servers"), "run", name + ".pid");
        try {
            return new HungServer(Files.readString(file).split(" ")[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            var exit = new ProcessBuilder("kill", "-" + name, pid).start().waitFor();
            if (exit != 0) throw new IllegalStateException("kill -" + name + " " + pid + ": exit code " + exit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
