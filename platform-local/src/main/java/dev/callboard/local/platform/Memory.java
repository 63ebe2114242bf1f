package dev.callboard.local.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * How much memory a process and its children occupy. The kernel's proportional share where it tells (Linux), because
 * PostgreSQL's processes share most of theirs; the resident set elsewhere.
 */
final class Memory {
    private Memory() {}

    /** In bytes; 0 when the system does not say. */
    static long of(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(Memory::ofOne)
                .sum();
    }

    /** Without its children. */
    static long ofOne(ProcessHandle process) {
        Path folder = Path.of("/proc", Long.toString(process.pid()));
        if (!Files.isDirectory(folder)) return residentByPs(process);
        return kilobytes(folder.resolve("smaps_rollup"), "Pss:") >= 0
                ? kilobytes(folder.resolve("smaps_rollup"), "Pss:") << 10
                : Math.max(0, kilobytes(folder.resolve("status"), "VmRSS:")) << 10;
    }

    private static long kilobytes(Path file, String name) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(-1);
        } catch (IOException | java.io.UncheckedIOException unreadable) {
            return -1;
        }
    }

    private static long residentByPs(ProcessHandle process) {
        try {
            var ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(process.pid())).start();
            String said = new String(ps.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII);
            return said.isBlank() ? 0 : Long.parseLong(said.strip()) << 10;
        } catch (IOException noPs) {
            return 0;
        }
    }
}
