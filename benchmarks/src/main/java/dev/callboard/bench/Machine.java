package dev.callboard.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What of the machine a figure hangs on, in words; never its name or its paths. */
record Machine(int cores, String architecture, String jdk, double load) {
    static Machine here() {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
                loadOfLastMinute());
    }

    boolean isBusy() {
        return load > cores;
    }

    /** Of the last minute: more than the cores means that others worked beside us. Negative where nobody says. */
    private static double loadOfLastMinute() {
        var file = Path.of("/proc/loadavg");
        if (!Files.isReadable(file)) return -1;
        try {
            return Double.parseDouble(Files.readString(file).split(" ", 2)[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        var words = "%d cores, %s, %s".formatted(cores, architecture, jdk);
        return load < 0 ? words : words + ", load before it %.1f".formatted(load);
    }
}
