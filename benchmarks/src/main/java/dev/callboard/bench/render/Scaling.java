package dev.callboard.bench.render;

import dev.callboard.bench.Goal;
import dev.callboard.bench.Result;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * What a second thread brings to our writer, beside what it brings to a loop that touches no memory: that is what the
 * machine gives at most, cores that share a clock or a neighbour included. And what it brings on one core: two threads
 * are concurrent there too, and only take turns.
 */
final class Scaling {
    private static final int ROUNDS = 15;
    private static final long ROUND = 400_000_000L;
    private static final double GOAL = 0.95;

    /** More than that and two threads had more than one core. */
    private static final double NO_FASTER = 1.2;

    private Scaling() {}

    static void measure(CallboardWriter writer, List<Item> items, Result result) throws InterruptedException {
        IntToLongFunction slips = at -> length(writer, items.get(at % items.size()));
        var drawn = new double[ROUNDS];
        var looped = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            drawn[round] = perSecond(2, slips) / perSecond(1, slips);
            looped[round] = perSecond(2, Scaling::loop) / perSecond(1, Scaling::loop);
        }
        double ratio = median(drawn) / median(looped);
        result.figure("secondThread", Map.of("slips", median(drawn), "emptyLoop", median(looped), "ratio", ratio));
        result.note(
                "By a second thread our writer draws %.2f × as many, an empty loop goes round %.2f × as often: %.2f of it (%s)."
                        .formatted(median(drawn), median(looped), ratio, Goal.atLeast("", GOAL, "", ratio)));
        onOneCore(slips, result);
    }

    /** This whole process is bound to one core meanwhile, by Linux. */
    private static void onOneCore(IntToLongFunction slips, Result result) throws InterruptedException {
        var cores = taskset("-cp");
        // "pid 4711's current affinity list: 0-3,8"
        var all = cores.substring(cores.lastIndexOf(' ') + 1);
        if (all.isEmpty() || taskset("-acp", all.split("[-,]")[0]).isEmpty()) {
            result.note("What two threads draw on one core was not measured: there is no taskset here, or it may not.");
            return;
        }
        var drawn = new double[ROUNDS];
        try {
            for (int round = 0; round < ROUNDS; round++) drawn[round] = perSecond(2, slips) / perSecond(1, slips);
        } finally {
            taskset("-acp", all);
        }
        double ratio = median(drawn);
        result.figure("secondThreadOnOneCore", ratio);
        result.note("With one core for the whole process it draws %.2f × as many by a second thread.".formatted(ratio));
        if (ratio > NO_FASTER)
            result.failure("two threads on one core drew %.2f × as many as one (expected: at most %.1f)"
                    .formatted(ratio, NO_FASTER));
    }

    /** @return what it says; nothing where it is not there or may not */
    private static String taskset(String... arguments) throws InterruptedException {
        var command = new ArrayList<>(List.of("taskset"));
        command.addAll(List.of(arguments));
        command.add(Long.toString(ProcessHandle.current().pid()));
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? said.lines().findFirst().orElse("") : "";
        } catch (IOException notThere) {
            return "";
        }
    }

    private static double perSecond(int threads, IntToLongFunction work) throws InterruptedException {
        var begin = new CountDownLatch(threads);
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var counts = IntStream.range(0, threads)
                    .mapToObj(_ -> pool.submit(() -> {
                        begin.countDown();
                        begin.await();
                        return rate(work);
                    }))
                    .toList();
            return counts.stream().mapToDouble(Scaling::got).sum();
        }
    }

    private static double rate(IntToLongFunction work) {
        long start = System.nanoTime();
        long sum = 0;
        int count = 0;
        while (System.nanoTime() - start < ROUND) {
            for (int ten = 0; ten < 10; ten++) sum += work.applyAsLong(count++);
        }
        if (sum == 0) throw new IllegalStateException("nothing was done");
        return count * 1e9 / (System.nanoTime() - start);
    }

    private static double got(Future<Double> rate) {
        try {
            return rate.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** About as long as a slip. */
    private static long loop(int seed) {
        long x = seed | 1;
        for (int at = 0; at < 100_000; at++) x = x * 6364136223846793005L + 1442695040888963407L;
        return x | 1;
    }

    private static long length(CallboardWriter writer, Item item) {
        return writer.write(item).length;
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
