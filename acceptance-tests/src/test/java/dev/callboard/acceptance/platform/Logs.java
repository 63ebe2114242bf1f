package dev.callboard.acceptance.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** How far the logs of all processes had come at a moment. Services have a number; mail and payments say nothing at all. */
public final class Logs {
    /** @param bytes of the log at that moment */
    private record Mark(long pid, long bytes) {}

    private final Platform platform;
    private final Map<String, Mark> marks = new HashMap<>();

    private Logs(Platform platform) {
        this.platform = platform;
    }

    static Logs of(Platform platform) {
        var logs = new Logs(platform);
        for (var row : platform.status()) {
            var file = logs.file(row.instance());
            if (!Files.exists(file)) continue; // the supervisor, which nobody started
            var bytes = logs.read(file).length;
            if (row.instance().matches(".*-\\d+"))
                assertThat(bytes)
                        .as("%s says at least that it has started", file)
                        .isPositive();
            logs.marks.put(row.instance(), new Mark(row.pid(), bytes));
        }
        return logs;
    }

    /** What each one that is the same process still has said since, by instance. */
    public Map<String, String> since() {
        var said = new HashMap<String, String>();
        for (var row : platform.status()) {
            var mark = marks.get(row.instance());
            if (mark == null || mark.pid != row.pid()) continue;
            var all = read(file(row.instance()));
            var tail = Arrays.copyOfRange(all, Math.toIntExact(mark.bytes), all.length);
            said.put(row.instance(), new String(tail, StandardCharsets.UTF_8));
        }
        return said;
    }

    private Path file(String instance) {
        return platform.data().resolve("logs").resolve(instance + ".log");
    }

    private byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
