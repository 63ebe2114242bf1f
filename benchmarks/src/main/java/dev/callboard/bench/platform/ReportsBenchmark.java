package dev.callboard.bench.platform;

import dev.callboard.bench.Benchmark;
import dev.callboard.bench.Goal;
import dev.callboard.bench.Result;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/**
 * The scaling ledger: ten thousand slips of the packaged data, accepted to durable, by one and two threads, instances and
 * sizes of heap, beside the factors of the book's system; then ten times as many in one instance.
 */
public final class ReportsBenchmark implements Benchmark {
    /** So that what the compilers still do is not what is measured; the first run of a process is told apart. */
    private static final int WARM_UP = 6;

    private static final int RUNS = 7;
    private static final int LARGE_RUNS = 3;
    private static final int TIMES = 10;
    private static final Speed NOTHING = new Speed(0, 0);

    /** @param seconds from accepted to durable, of the run in the middle */
    private record Speed(double perMinute, double seconds) {}

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
                "p50 s",
                "×",
                "the book's factor",
                "first seen ms",
                "CPU µs / slip",
                "loaded + drawn µs",
                "stored µs",
                "cores that draw",
                "goals",
                "met");
        try (var office = new PayOffice(home)) {
            // The one variable that a JVM reads after its command line: the same heap in all settings but the last.
            var platform = office.platform().with("_JAVA_OPTIONS", "-Xmx512m").with("CALLBOARD_RENDER_WORKERS", "1");
            var stina = office.open(1);
            var payroll = new Payroll(stina, home, 1);
            var first = best(platform, payroll, result, "1 thread, 1 instance", NOTHING, "");
            platform.scale(PayOffice.SERVICE, 2);
            best(platform, payroll, result, "1 thread each, 2 instances", first, "1.9");

            platform.with("CALLBOARD_RENDER_WORKERS", "2");
            office.reopen(1);
            var two = best(platform, payroll, result, "2 threads, 1 instance", first, "2 (of p50)");
            result.note(
                    "Sequential against parallel: the p50 of one report of 10,000 slips is %.2f s by one thread, %.2f s by two, %.2f × (the book's: 2 s, 1 s, 2 ×)."
                            .formatted(first.seconds(), two.seconds(), first.seconds() / two.seconds()));
            var small = Memory.ofRuns(platform, payroll, TIMES);
            var large = new Payroll(stina, home, TIMES);
            many(platform, Payroll.netMinorOfFiles(home), payroll, large, result);
            memory(result, small, Memory.ofRuns(platform, large, 1));

            platform.with("_JAVA_OPTIONS", "-Xmx1g");
            office.reopen(1);
            best(platform, payroll, result, "2 threads, 1 instance, heaps of 1 GiB", two, "1.5");
        }
        result.note("Median of %d runs of the same 10,000 slips in each setting after %d to warm up, of 100,000 of %d;"
                        .formatted(RUNS, WARM_UP, LARGE_RUNS)
                + " wall time from the request to the first look that says DONE, looked at every 25 ms (until"
                + " the first slip every 5)."
                + " Heaps are of 512 MiB. Two instances and two threads are compared with the first row, heaps"
                + " of 1 GiB with two threads, 100,000 slips with 10,000 of them.");
        result.note("CPU is that of report-service, from the rows in the database to the stored slip; the machine code"
                + " compiler's is in it. What is loaded, drawn and stored is the CPU of the threads that do it, as"
                + " they count it chunk by chunk, divided by the slips: loaded with queries to PostgreSQL into"
                + " figures, drawn and hashed, stored with fsync and commit. The cores"
                + " that draw are that CPU by wall time. Drawing alone, in a process that does nothing else, is"
                + " in `bench render`.");
        result.note("The book's system went from 120 to 180 a minute by twice the memory (1.5) and to 350 by twice the"
                + " servers (1.9). All processes, this one too, share the cores.");
        return result;
    }

    private static Speed best(
            LocalPlatform platform, Payroll payroll, Result result, String setting, Speed other, String book) {
        for (int at = 0; at < WARM_UP; at++) payroll.print();
        return measured(platform, payroll, RUNS, result, setting, other, book);
    }

    private static Speed measured(
            LocalPlatform platform,
            Payroll payroll,
            int runs,
            Result result,
            String setting,
            Speed other,
            String book) {
        var nanos = new long[runs];
        var seen = new Millis();
        long slips = 0;
        var used = new DrawingCpu(platform);
        for (int at = 0; at < runs; at++) {
            var printed = payroll.print();
            slips += printed.items();
            nanos[at] = printed.nanos();
            seen.add(printed.firstSeen());
        }
        used.end();
        long all = Arrays.stream(nanos).sum();
        Arrays.sort(nanos);
        var speed = speed(slips / runs, nanos[runs / 2]);
        row(result, setting, speed, other, book, seen, used, slips, all);
        return speed;
    }

    /** Ten times as many take ten times as long in a process as warm, and draw the same documents again. */
    private static void many(LocalPlatform platform, long netOfOne, Payroll tenth, Payroll large, Result result) {
        if (large.netMinor() != TIMES * netOfOne)
            result.failure("%d times the packaged people are paid %,d, and by their files once %,d"
                    .formatted(TIMES, large.netMinor(), netOfOne));
        var once = large.print();
        var again = large.print();
        if (!large.checksums(once.path()).equals(large.checksums(again.path())))
            result.failure("two runs of the same slips have other checksums");
        var ten = measured(platform, tenth, RUNS, result, "2 threads, after 200,000 slips", NOTHING, "");
        var setting = "the same, %,d slips in one run".formatted(again.items());
        var speed = measured(platform, large, LARGE_RUNS, result, setting, ten, "");
        double ratio = TIMES * ten.perMinute() / speed.perMinute();
        result.figure("large", Map.of("timeOfTenfold", ratio));
        var linear = Goal.atLeast("", 0.9 * TIMES, "×", ratio).and(Goal.atMost("", 1.1 * TIMES, "×", ratio));
        result.note(
                "%,d slips take %.1f × the time of a tenth of them in a process as warm (%s). Two runs of them have the same checksums, and their net is %d times what the packaged files come to by the acceptance tests' own recomputation."
                        .formatted(again.items(), ratio, linear, TIMES));
    }

    private static void memory(Result result, Memory small, Memory large) {
        result.figure("memoryOfSmallRuns", small);
        result.figure("memoryOfLargeRun", large);
        result.note(
                "Memory: a new process that prints %d runs of 10,000 slips has at most %,d MiB resident and takes %,d MiB for its heap; another new one that prints the same in one run of 100,000 has %,d and %,d."
                        .formatted(
                                TIMES,
                                small.peakResidentMegabytes(),
                                small.heapMegabytes(),
                                large.peakResidentMegabytes(),
                                large.heapMegabytes()));
    }

    private static Speed speed(long items, long nanos) {
        return new Speed(items * 60e9 / nanos, nanos / 1e9);
    }

    private static void row(
            Result result,
            String setting,
            Speed speed,
            Speed other,
            String book,
            Millis seen,
            DrawingCpu used,
            long slips,
            long nanos) {
        double drawn = 1e6 * (used.load() + used.draw()) / slips;
        var goals = Goal.atLeast("", 400_000, "a minute", speed.perMinute())
                .and(Goal.below("first", 300, "ms", seen.at(50)))
                .and(Goal.atMost("loaded + drawn", 150, "µs", drawn));
        result.row(
                setting,
                "%,.0f".formatted(speed.perMinute()),
                "%.2f".formatted(speed.seconds()),
                other == NOTHING ? "1.0" : "%.2f".formatted(speed.perMinute() / other.perMinute()),
                book,
                "%.0f".formatted(seen.at(50)),
                "%.0f".formatted(1e6 * used.process() / slips),
                "%.0f + %.0f".formatted(1e6 * used.load() / slips, 1e6 * used.draw() / slips),
                "%.0f".formatted(1e6 * used.store() / slips),
                "%.2f".formatted(1e9 * used.threads() / nanos),
                goals.text(),
                goals.verdict());
        result.figure(
                setting,
                Map.of(
                        "perMinute", speed.perMinute(),
                        "p50Seconds", speed.seconds(),
                        "firstSeenMillis", seen.at(50),
                        "cpuMicros", 1e6 * used.process() / slips,
                        "loadMicros", 1e6 * used.load() / slips,
                        "drawMicros", 1e6 * used.draw() / slips,
                        "storeMicros", 1e6 * used.store() / slips,
                        "coresThatDraw", 1e9 * used.threads() / nanos));
    }
}
