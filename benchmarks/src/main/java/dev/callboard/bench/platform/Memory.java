package dev.callboard.bench.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What one process of report-service needs to print and does nothing else: no import and no calculation before.
 *
 * @param peakResidentMegabytes VmHWM of Linux, the most that was ever resident
 * @param heapMegabytes that its collector took from the system in the end; it gives back little
 */
record Memory(long peakResidentMegabytes, long heapMegabytes) {
    private static final String SERVICE = "report-service";

    /** Of the only instance, started anew. */
    static Memory ofRuns(LocalPlatform platform, Payroll payroll, int runs) throws IOException, InterruptedException {
        platform.restart(SERVICE);
        for (int at = 0; at < runs; at++) payroll.print();
        var heap = platform.metrics(SERVICE).sum("jvm_memory_committed_bytes", "area=\"heap\"");
        return new Memory(peakMegabytes(platform.pids(SERVICE).getFirst()), (long) heap >> 20);
    }

    private static long peakMegabytes(long pid) throws IOException {
        for (var line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")))
            if (line.startsWith("VmHWM:")) return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
        throw new IllegalStateException("process " + pid + " has no VmHWM");
    }
}
