package dev.callboard.bench.render;

import dev.callboard.bench.Goal;
import dev.callboard.bench.Result;

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
 * machine gives at most, cores that share a clock or a neighbour included.
 */
final class Scaling {
    private static final int ROUNDS = 15;
    private static final long ROUND = 400_000_000L;
    private static final double GOAL = 0.95;

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
