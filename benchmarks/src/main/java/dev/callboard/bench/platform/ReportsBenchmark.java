package dev.callboard.bench.platform;

import dev.callboard.bench.Benchmark;
import dev.callboard.bench.Goal;
import dev.callboard.bench.Result;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/**
 * The scaling ledger: ten thousand slips of the packaged data, accepted to durable, by one and two threads, instances and
 * sizes of heap, each beside the row that differs in that alone and the factor of the book's system; then ten times as
 * many in one instance.
 */
public final class ReportsBenchmark implements Benchmark {
    private static final int RUNS = 5;
    private static final int TIMES = 10;

    @Override
    public String question() {
        return "how many pay slips a minute go from accepted to durable, and what more threads, instances and memory bring";
    }

    @Override
    public Result run(Path home) throws Exception {
        var result = new Result(
                "Pay slips from accepted to durable, packaged services",
                "setting",
                "slips / minute",
                "a run, p50 ms",
                "×",
                "of",
                "the book's ×",
                "first seen ms",
                "CPU µs / slip",
                "goals",
                "met");
        try (var platform = new LocalPlatform(home)
                .only("user-service", "account-service", "report-service", "platform-gateway")
                .with("CALLBOARD_RENDER_WORKERS", "1")) {
            platform.up();
            platform.scale("report-service", 1); // it starts with two
            var stina =
                    platform.client().registered("Stina Hallberg", "stina@norrsken.example", "who pays the ferryman");
            var payroll = new Payroll(stina, home, 1);
            var one = measured("1 thread, 1 instance", platform, payroll);
            row(result, one, null, "");
            platform.scale("report-service", 2);
            row(result, measured("scale out: 2 instances of 1 thread", platform, payroll), one, "1.9");

            platform.down();
            platform.with("CALLBOARD_RENDER_WORKERS", "2").up();
            platform.scale("report-service", 1);
            row(result, measured("concurrency: 2 threads, 1 instance", platform, payroll), one, "2.0");

            platform.down();
            // The one variable that a JVM reads after its command line.
            platform.with("_JAVA_OPTIONS", "-Xmx1g").up();
            platform.scale("report-service", 1);
            var large = measured("scale up: 2 threads, heaps of 1 GiB", platform, payroll);

            platform.down();
            platform.with("_JAVA_OPTIONS", "-Xmx512m").up();
            platform.scale("report-service", 1);
            var small = measured("2 threads, heaps of 512 MiB", platform, payroll);
            row(result, small, null, "");
            row(result, large, small, "1.5");
            many(platform, payroll.netMinor(), new Payroll(stina, home, TIMES), result, small);
        }
        result.note("Median of %d runs of the same 10,000 slips in each setting, one more before to ".formatted(RUNS)
                + "warm up; wall time from the request to the first look that says DONE, looked at every 25 ms"
                + " (until the first slip every 5)."
                + " Heaps are of 448 MiB where nothing else is said. CPU is that of report-service, from the"
                + " rows in the database to the stored slip; the machine code compiler's is in it.");
        result.note("The book's system went from 120 to 180 reports a minute with twice the memory and to 350 with"
                + " twice the servers; drawing by several processes halved the time of one report, which was 2 s. That"
                + " time is here the p50 of one run of 10,000 slips, drawn one after the other or two at a time, and so its"
                + " factor is that of the slips a minute too. All processes, this one too, share the cores: more"
                + " instances bring no more of those.");
        return result;
    }

    /** @param perMinute of the median run */
    private record Measured(
            String setting, double perMinute, double runMillis, double firstSeenMillis, double cpuMicros) {}

    private static Measured measured(String setting, LocalPlatform platform, Payroll payroll) {
        payroll.print();
        var perMinute = new double[RUNS];
        var taken = new double[RUNS];
        var seen = new Millis();
        double cpu = platform.cpuSeconds("report-service");
        long slips = 0;
        for (int at = 0; at < RUNS; at++) {
            var printed = payroll.print();
            slips += printed.items();
            perMinute[at] = perMinute(printed);
            taken[at] = printed.nanos() / 1e6;
            seen.add(printed.firstSeen());
        }
        cpu = platform.cpuSeconds("report-service") - cpu;
        Arrays.sort(perMinute);
        Arrays.sort(taken);
        return new Measured(setting, perMinute[RUNS / 2], taken[RUNS / 2], seen.at(50), 1e6 * cpu / slips);
    }

    /** Ten times as many take ten times as long in the same memory, and draw the same documents again. */
    private static void many(LocalPlatform platform, long netOfOne, Payroll payroll, Result result, Measured tenth)
            throws IOException {
        if (payroll.netMinor() != TIMES * netOfOne)
            result.failure("%d times the same people are paid %,d, once they are paid %,d"
                    .formatted(TIMES, payroll.netMinor(), netOfOne));
        var printed = payroll.print();
        double cpu = platform.cpuSeconds("report-service");
        var again = payroll.print();
        cpu = platform.cpuSeconds("report-service") - cpu;
        var all = new Measured(
                "the same, %,d slips in one run".formatted(again.items()),
                perMinute(again),
                again.nanos() / 1e6,
                again.firstSeen().at(50),
                1e6 * cpu / again.items());
        row(result, all, tenth, "");
        double times = all.runMillis() / tenth.runMillis();
        long peak = platform.pids("report-service").stream()
                .mapToLong(ReportsBenchmark::peakMegabytes)
                .max()
                .orElseThrow();
        if (!payroll.checksums(printed.path()).equals(payroll.checksums(again.path())))
            result.failure("two runs of the same slips have other checksums");
        result.figure("large", Map.of("timeOfTenfold", times, "peakResidentMegabytes", peak));
        var linear = Goal.atLeast("", 0.9 * TIMES, "×", times).and(Goal.atMost("", 1.1 * TIMES, "×", times));
        result.note("%,d slips take %.1f × the time of a tenth of them (%s); the process had at most %,d MiB"
                        .formatted(again.items(), times, linear, peak)
                + " resident, imports and calculation with it. Two runs of them have the same checksums, and"
                + " their net is %d times that of the tenth.".formatted(TIMES));
    }

    private static double perMinute(Payroll.Printed printed) {
        return printed.items() * 60e9 / printed.nanos();
    }

    /** @param of which its factor is; null for none */
    private static void row(Result result, Measured measured, @Nullable Measured of, String book) {
        var goals = Goal.atLeast("", 400_000, "a minute", measured.perMinute)
                .and(Goal.below("first", 300, "ms", measured.firstSeenMillis))
                .and(Goal.atMost("CPU", 150, "µs", measured.cpuMicros));
        result.row(
                measured.setting,
                "%,.0f".formatted(measured.perMinute),
                "%,.0f".formatted(measured.runMillis),
                of == null ? "" : "%.2f".formatted(measured.perMinute / of.perMinute),
                of == null ? "" : of.setting,
                book,
                "%.0f".formatted(measured.firstSeenMillis),
                "%.0f".formatted(measured.cpuMicros),
                goals.text(),
                goals.verdict());
        result.figure(
                measured.setting,
                Map.of(
                        "perMinute",
                        measured.perMinute,
                        "runMillis",
                        measured.runMillis,
                        "firstSeenMillis",
                        measured.firstSeenMillis,
                        "cpuMicros",
                        measured.cpuMicros));
    }

    /** VmHWM of Linux: the most that was ever resident. */
    private static long peakMegabytes(long pid) {
        try {
            for (var line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")))
                if (line.startsWith("VmHWM:")) return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
        } catch (IOException e) {
            throw new IllegalStateException("process " + pid + ": " + e.getMessage(), e);
        }
        throw new IllegalStateException("process " + pid + " has no VmHWM");
    }
}
