package dev.callboard.bench.platform;

import dev.callboard.bench.Benchmark;
import dev.callboard.bench.Result;

import java.nio.file.Path;

/** From packaged to all ready, on an empty data folder and again on the same one; then what each process holds. */
public final class StartBenchmark implements Benchmark {
    @Override
    public String question() {
        return "how long the platform takes to be ready, and how much memory each of its processes holds";
    }

    @Override
    public Result run(Path home) throws Exception {
        var result = new Result("Start of the platform", "what", "seconds", "MB resident", "goal");
        try (var platform = new LocalPlatform(home)) {
            double cold = platform.up().toMillis() / 1000.0;
            platform.down();
            double warm = platform.up().toMillis() / 1000.0;
            result.row("up, empty data folder", "%.1f".formatted(cold), "", "< 20 s");
            result.row("up, data of an earlier run", "%.1f".formatted(warm), "", "< 20 s");
            result.figure("coldSeconds", cold);
            result.figure("warmSeconds", warm);
            long sum = 0;
            for (var row : platform.status()) {
                long bytes = row.get("memory").asLong();
                if (!row.get("state").asText().equals("ready"))
                    result.failure(row.get("instance").asText() + " is "
                            + row.get("state").asText());
                sum += bytes;
                result.row(row.get("instance").asText(), "", bytes >> 20, "");
                result.figure(row.get("instance").asText() + "Bytes", bytes);
            }
            result.row("together", "", "%,d".formatted(sum >> 20), "< 2,253 MB");
            result.figure("bytes", sum);
        }
        result.note("Without AOT caches. Every process is one of ours or a server that ours start; memory is what the "
                + "system counts as resident right after the second start.");
        return result;
    }
}
