package dev.callboard.bench.platform;

import dev.callboard.bench.Benchmark;
import dev.callboard.bench.Goal;
import dev.callboard.bench.Result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** From packaged to all ready: on an empty data folder, again on the same one, and with start caches; and what each process holds. */
public final class StartBenchmark implements Benchmark {
    @Override
    public String question() {
        return "how long the platform takes to be ready, and how much memory each of its processes holds";
    }

    @Override
    public Result run(Path home) throws Exception {
        var result = new Result("Start of the platform", "what", "seconds", "MB resident", "goal", "met");
        forgetCaches(home);
        try (var platform = new LocalPlatform(home)) {
            up(result, platform, "coldSeconds", "up, empty data folder", 20);
            platform.down();
            up(result, platform, "warmSeconds", "up, data of an earlier run", 20);
            memory(result, platform);
            platform.down();
            platform.train();
            up(result, platform, "trainedSeconds", "up, start caches trained", 8);
        }
        result.note(
                "Memory is what the system counts as resident right after the second start. The caches are those of "
                        + "./callboard train; it leaves them for later starts of this build.");
        return result;
    }

    private static void up(Result result, LocalPlatform platform, String figure, String what, double slowest)
            throws IOException, InterruptedException {
        double seconds = platform.up().toMillis() / 1000.0;
        var goal = Goal.below("", slowest, "s", seconds);
        result.row(what, "%.1f".formatted(seconds), "", goal.text(), goal.verdict());
        result.figure(figure, seconds);
    }

    private static void memory(Result result, LocalPlatform platform) {
        long sum = 0;
        for (var row : platform.status()) {
            long bytes = row.get("memory").asLong();
            if (!row.get("state").asText().equals("ready"))
                result.failure(
                        row.get("instance").asText() + " is " + row.get("state").asText());
            sum += bytes;
            result.row(row.get("instance").asText(), "", bytes >> 20, "", "");
            result.figure(row.get("instance").asText() + "Bytes", bytes);
        }
        var goal = Goal.below("", 2_253, "MB", sum >> 20);
        result.row("together", "", "%,d".formatted(sum >> 20), goal.text(), goal.verdict());
        result.figure("bytes", sum);
    }

    private static void forgetCaches(Path home) throws IOException {
        try (var files = Files.walk(home, 4)) {
            for (var cache :
                    files.filter(file -> file.toString().endsWith(".aot")).toList()) Files.delete(cache);
        }
    }
}
