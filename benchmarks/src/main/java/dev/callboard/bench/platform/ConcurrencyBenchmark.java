package dev.callboard.bench.platform;

import dev.callboard.bench.Benchmark;
import dev.callboard.bench.Result;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * The book's table of concurrency and latency: many askers of quick answers are served well and gain most by more
 * instances, many of slow ones now well, now badly, and one asker of slow answers uses next to nothing of what is there.
 * A slow answer is a slip on demand while all cores draw a run of 50,000; each asker waits for one before he asks for the
 * next.
 */
public final class ConcurrencyBenchmark implements Benchmark {
    private static final int MANY = 8;
    private static final int SMALL = 100;
    private static final int TIMES = 5;
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration MEASURED = Duration.ofSeconds(4);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** @param book its words for performance and scalability */
    private record Setting(String name, int askers, boolean besideRun, String book) {}

    private static final List<Setting> SETTINGS = List.of(
            new Setting("high concurrency, low latency", MANY, false, "high, high"),
            new Setting("high concurrency, high latency", MANY, true, "variable, variable"),
            new Setting("low concurrency, high latency", 1, true, "poor, poor"));

    @Override
    public String question() {
        return "what concurrency and latency make of performance and scalability";
    }

    @Override
    public Result run(Path home) throws Exception {
        var result = new Result(
                "Slips on demand, by concurrency and latency",
                "setting",
                "p50 ms",
                "a second",
                "with 2 instances",
                "×",
                "the book: performance, scalability");
        try (var office = new PayOffice(home)) {
            var stina = office.open(2);
            var small = new Payroll(stina, home, 1, SMALL);
            var large = new Payroll(stina, home, TIMES);
            var drawn = small.checksums(small.print().path());
            large.print();
            asked(small, drawn, MANY, WARM_UP);
            var two = all(small, large, drawn);
            office.platform().scale(PayOffice.SERVICE, 1);
            asked(small, drawn, MANY, WARM_UP);
            var one = all(small, large, drawn);
            for (var setting : SETTINGS) row(setting, one.get(setting), two.get(setting), result);
            mustFall(one, result);
        }
        result.note("Many are %d askers, each a thread that waits for its document before it asks again, for %d s; each"
                        .formatted(MANY, MEASURED.toSeconds())
                + " document has the SHA-256 of the same slip in a run. High latency: all cores draw 50,000 other slips"
                + " meanwhile. An instance keeps one thread for what is asked for.");
        return result;
    }

    private static Map<Setting, Asked> all(Payroll small, Payroll large, TreeMap<Integer, String> drawn)
            throws InterruptedException {
        var found = new HashMap<Setting, Asked>();
        for (var setting : SETTINGS) {
            var run = setting.besideRun() ? large.printing() : null;
            found.put(setting, asked(small, drawn, setting.askers(), MEASURED));
            if (run == null) continue;
            if (ended(large, run)) throw new IllegalStateException("the run of 50,000 ended before the askers did");
            Wait.until("the run of 50,000 ends", PATIENCE, () -> ended(large, run));
        }
        return found;
    }

    private static boolean ended(Payroll payroll, String run) {
        return payroll.look(run).hasNonNull("finishedAt");
    }

    /** @param perSecond of all askers together */
    private record Asked(Millis each, double perSecond) {}

    private static Asked asked(Payroll payroll, TreeMap<Integer, String> drawn, int askers, Duration time)
            throws InterruptedException {
        long begin = System.nanoTime();
        var each = new Millis();
        try (var threads = Executors.newFixedThreadPool(askers)) {
            var asking = IntStream.range(0, askers)
                    .mapToObj(asker -> threads.submit(() -> askedByOne(payroll, drawn, asker, begin + time.toNanos())))
                    .toList();
            for (var one : asking) each.add(got(one));
        }
        return new Asked(each, each.count() * 1e9 / (System.nanoTime() - begin));
    }

    private static Millis askedByOne(Payroll payroll, TreeMap<Integer, String> drawn, int first, long end) {
        var items = List.copyOf(drawn.keySet());
        var each = new Millis();
        for (int at = first; System.nanoTime() < end; at += MANY) {
            int item = items.get(at % items.size());
            long begin = System.nanoTime();
            var document = payroll.preview(item);
            each.since(begin);
            PreviewsBenchmark.mustBe(drawn.get(item), document, item);
        }
        return each;
    }

    private static Millis got(Future<Millis> asked) throws InterruptedException {
        try {
            return asked.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static void row(Setting setting, Asked one, Asked two, Result result) {
        double scalability = two.perSecond() / one.perSecond();
        result.row(
                setting.name(),
                "%.1f".formatted(one.each().at(50)),
                "%,.0f".formatted(one.perSecond()),
                "%,.0f".formatted(two.perSecond()),
                "%.2f".formatted(scalability),
                setting.book());
        result.figure(
                setting.name(),
                Map.of(
                        "p50", one.each().at(50),
                        "perSecond", one.perSecond(),
                        "perSecondOfTwo", two.perSecond(),
                        "scalability", scalability));
    }

    /** Performance falls down the table. What more instances bring is limited by the cores, and only reported. */
    private static void mustFall(Map<Setting, Asked> one, Result result) {
        for (int at = 1; at < SETTINGS.size(); at++) {
            var better = SETTINGS.get(at - 1);
            var worse = SETTINGS.get(at);
            if (one.get(better).perSecond() <= one.get(worse).perSecond())
                result.failure("%s serves no more than %s".formatted(better.name(), worse.name()));
        }
    }
}
