package dev.callboard.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Remembers which process a component runs as, over the death of the supervisor: {@code PID BIRTH SIGNAL} on one line.
 * A pid alone is not enough, because the system gives the number to somebody else later: only a process that was born
 * when the file says is ever signalled.
 */
public record PidFile(Path file) {
    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

    /** @param stopSignal how the process is asked to end by whoever finds this file later */
    public void write(ProcessHandle process, String stopSignal) {
        try {
            Files.createDirectories(file.getParent());
            AtomicFile.write(file, process.pid() + " " + birth(process).orElse("unknown") + " " + stopSignal + "\n");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The process this file speaks of, if it still lives; empty when the number belongs to another one by now. */
    public Optional<ProcessHandle> living() {
        String[] words = words();
        if (words.length != 3 || !words[0].matches("\\d{1,18}")) return Optional.empty();

        return ProcessHandle.of(Long.parseLong(words[0]))
                .filter(ProcessHandle::isAlive)
                .filter(process -> birth(process).equals(Optional.of(words[1])));
    }

    /** The signal that ends the process in good order. */
    public String stopSignal() {
        String[] words = words();
        return words.length == 3 && words[2].matches("[A-Z]+") ? words[2] : "TERM";
    }

    private String[] words() {
        try {
            return Files.readString(file).strip().split(" ");
        } catch (NoSuchFileException absent) {
            return new String[0];
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * When a process was started, exact enough to tell it from the next one with its number. On Linux the clock ticks
     * since boot (field 22 of {@code /proc/PID/stat}) with the boot's id: wall-clock start times move when the clock
     * is set.
     */
    static Optional<String> birth(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
            String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Optional.of(Files.readString(BOOT_ID).strip() + ":" + afterName[19]);
        } catch (IOException notLinuxOrGone) {
            return process.info().startInstant().map(Instant::toString);
        }
    }
}
