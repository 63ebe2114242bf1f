package dev.callboard.bench.platform;

import dev.callboard.bench.Benchmark;
import dev.callboard.bench.Goal;
import dev.callboard.bench.Result;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One document for somebody who looks at it now: on a platform that has nothing else to do, and beside one run of
 * 50,000 slips and a hundred of 100, none of which may wait for the large one either.
 */
public final class PreviewsBenchmark implements Benchmark {
    /** Of each figure; as many warm the processes up. */
    private static final int ALONE = 1_000;

    private static final int SMALL_RUNS = 100;
    private static final int SMALL = 100;
    private static final int TIMES = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Override
    public String question() {
        return "how long one slip on demand takes, alone and beside a hundred runs of 100 and one of 50,000";
    }

    @Override
    public Result run(Path home) throws Exception {
        var result = new Result(
                "One slip on demand, through the gateway", "beside", "p50 ms", "p99 ms", "count", "goal", "met");
        try (var office = new PayOffice(home)) {
            var stina = office.open(2);
            var small = new Payroll(stina, home, 1, SMALL);
            var large = new Payroll(stina, home, TIMES);
            var drawn = small.checksums(small.print().path());
            large.print();
            var cold = new Millis();
            for (int at = 0; at < ALONE; at++) preview(small, drawn, at, cold);
            row(result, "nothing, processes that still compile", cold, Goal.NONE);

            var alone = new Millis();
            for (int at = 0; at < ALONE; at++) preview(small, drawn, at, alone);
            row(result, "nothing", alone, goal(50, alone));
            besideRuns(small, large, drawn, result);
        }
        result.note(
                "Each preview is drawn from the figures in the database, and has the SHA-256 that the same slip has in"
                        + " a run. Asked for one after the other.");
        return result;
    }

    private static void besideRuns(Payroll small, Payroll large, TreeMap<Integer, String> drawn, Result result) {
        long begin = System.nanoTime();
        var first = large.printing();
        var others = new ArrayList<String>();
        for (int at = 0; at < SMALL_RUNS; at++) others.add(small.printing());

        var beside = new Millis();
        int count = 0;
        boolean largeIsLast = false;
        var open = new ArrayList<>(others);
        while (!open.isEmpty() || !ended(large, first)) {
            for (int at = 0; at < 10; at++) preview(small, drawn, count++, beside);
            if (open.isEmpty()) continue;
            open.removeIf(run -> ended(small, run));
            if (open.isEmpty()) {
                largeIsLast = !ended(large, first);
                result.note("The hundred small runs had ended %.1f s after the large one was asked for, %s it."
                        .formatted(seconds(begin), largeIsLast ? "before" : "after"));
            }
            if (seconds(begin) > PATIENCE.toSeconds()) throw new IllegalStateException("not every run ended: " + open);
        }
        result.note("The large run had ended %.1f s after it was asked for.".formatted(seconds(begin)));
        row(result, "100 runs of 100 slips and one of 50,000", beside, goal(500, beside));
        if (!largeIsLast) result.failure("small runs waited for the large one");
        for (var run : others) mustBeWhole(small, run);
        mustBeWhole(large, first);
    }

    private static void preview(Payroll payroll, TreeMap<Integer, String> drawn, int at, Millis into) {
        var items = List.copyOf(drawn.keySet());
        int item = items.get(at % items.size());
        long begin = System.nanoTime();
        var document = payroll.preview(item);
        into.since(begin);
        mustBe(drawn.get(item), document, item);
    }

    static void mustBe(String sha256, byte[] document, int item) {
        if (!sha256(document).equals(sha256))
            throw new IllegalStateException("item " + item + " has other bytes as a preview than in a run");
    }

    private static boolean ended(Payroll payroll, String run) {
        return payroll.look(run).hasNonNull("finishedAt");
    }

    private static void mustBeWhole(Payroll payroll, String run) {
        var end = payroll.look(run);
        if (!end.path("state").asText().equals("DONE")
                || end.get("done").asInt() != end.get("items").asInt())
            throw new IllegalStateException("not every slip was drawn: " + end);
    }

    private static Goal goal(double slowest, Millis millis) {
        return Goal.below("p99", slowest, "", millis.at(99));
    }

    private static void row(Result result, String beside, Millis millis, Goal goal) {
        result.row(
                beside,
                "%.1f".formatted(millis.at(50)),
                "%.1f".formatted(millis.at(99)),
                millis.count(),
                goal.text(),
                goal.verdict());
        result.figure(beside, Map.of("p50", millis.at(50), "p99", millis.at(99), "count", millis.count()));
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static String sha256(byte[] document) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
