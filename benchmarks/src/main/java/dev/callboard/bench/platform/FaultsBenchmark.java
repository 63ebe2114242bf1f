package dev.callboard.bench.platform;

import dev.callboard.bench.Benchmark;
import dev.callboard.bench.Result;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs of the packaged payroll while processes are killed at random moments, from ten seeds: first the instance that
 * dispatches, while it does, then any worker, Kafka or PostgreSQL. Every run must end with the documents of the
 * undisturbed one.
 */
public final class FaultsBenchmark implements Benchmark {
    private static final int SEEDS = 10;
    private static final int RUNS = 3;
    private static final int KILLS = 3;
    private static final String[] VICTIMS = {"report-service", "kafka", "postgres"};
    private static final String DISPATCHING = "report-service as it dispatched";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Later than that the runs of a seed may have ended. */
    private static final int LATEST_MILLIS = 1_500;

    @Override
    public String question() {
        return "whether every run ends exactly, whatever is killed while it is drawn";
    }

    @Override
    public Result run(Path home) throws Exception {
        var result = new Result(
                "%d runs of 10,000 slips at a time, %d kills among them".formatted(RUNS, KILLS),
                "seed",
                "killed while drawn",
                "as it dispatched",
                "slips",
                "missing",
                "twice or other bytes",
                "until all ended s");
        try (var office = new PayOffice(home)) {
            var stina = office.open(2);
            var payroll = new Payroll(stina, home, 1);
            var undisturbed = payroll.checksums(payroll.print().path());
            for (int seed = 1; seed <= SEEDS; seed++) disturbed(office.platform(), payroll, undisturbed, seed, result);
        }
        result.note(
                "Each kill is a kill -9 at a moment that its seed chooses, and counts only if a run ended after it; the"
                        + " supervisor starts again what was killed. The first of each seed is of the instance that held"
                        + " the lock of dispatch, in the middle of its transaction; of the others the seed chooses the"
                        + " process. The documents are compared by SHA-256, item by item, with a run that nothing"
                        + " disturbed.");
        return result;
    }

    private static void disturbed(
            LocalPlatform platform, Payroll payroll, TreeMap<Integer, String> undisturbed, int seed, Result result)
            throws Exception {
        var random = new Random(seed);
        var runs = new ArrayList<String>();
        for (int at = 0; at < RUNS; at++) runs.add(payroll.printing());
        long begin = System.nanoTime();
        var kills = new ArrayList<Kill>();
        moment(random);
        if (!Coordinator.kill(platform).isEmpty()) kills.add(new Kill(DISPATCHING, Instant.now(Clock.systemUTC())));
        while (kills.size() < KILLS) {
            var victim = VICTIMS[random.nextInt(VICTIMS.length)];
            var pids = platform.pids(victim);
            if (pids.isEmpty()) continue; // it is being started again

            long pid = pids.get(random.nextInt(pids.size()));
            moment(random);
            var now = Instant.now(Clock.systemUTC());
            if (ProcessHandle.of(pid).map(ProcessHandle::destroyForcibly).orElse(false))
                kills.add(new Kill(victim, now));
        }
        for (var run : runs) Wait.until("seed " + seed + ": " + run + " ends", PATIENCE, () -> hasEnded(payroll, run));
        double seconds = (System.nanoTime() - begin) / 1e9;
        platform.awaitReady(List.of(VICTIMS));
        var lastEnd = runs.stream()
                .map(run -> Instant.parse(payroll.look(run).get("finishedAt").asText()))
                .max(Instant::compareTo)
                .orElseThrow();
        var killed = kills.stream()
                .filter(kill -> kill.at().isBefore(lastEnd))
                .map(Kill::victim)
                .toList();

        int missing = 0;
        int other = 0;
        for (var run : runs) {
            var drawn = payroll.checksums(run);
            for (var item : undisturbed.entrySet()) {
                var sha256 = drawn.remove(item.getKey());
                if (sha256 == null) missing++;
                else if (!sha256.equals(item.getValue())) other++;
            }
            other += drawn.size();
        }
        if (!killed.contains(DISPATCHING))
            result.failure("seed " + seed + ": no run was drawn any more when the one that dispatched was killed");
        if (missing + other > 0) result.failure("seed %d: %d missing, %d wrong".formatted(seed, missing, other));
        result.row(
                seed,
                String.join(", ", killed),
                killed.stream().filter(DISPATCHING::equals).count(),
                "%,d".formatted(RUNS * undisturbed.size()),
                missing,
                other,
                "%.1f".formatted(seconds));
        result.figure("seed " + seed, Map.of("killed", killed, "missing", missing, "wrong", other, "seconds", seconds));
    }

    private static void moment(Random random) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(LATEST_MILLIS)));
    }

    /** What was ended, and when. */
    private record Kill(String victim, Instant at) {}

    private static boolean hasEnded(Payroll payroll, String run) {
        return payroll.look(run).hasNonNull("finishedAt");
    }
}
