package dev.callboard.bench;

import dev.callboard.bench.platform.ConcurrencyBenchmark;
import dev.callboard.bench.platform.FaultsBenchmark;
import dev.callboard.bench.platform.MailBenchmark;
import dev.callboard.bench.platform.MandelbrotBenchmark;
import dev.callboard.bench.platform.PreviewsBenchmark;
import dev.callboard.bench.platform.ReportsBenchmark;
import dev.callboard.bench.platform.SagaBenchmark;
import dev.callboard.bench.platform.StartBenchmark;
import dev.callboard.bench.render.RenderBenchmark;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@code ./callboard bench} starts: each name is one benchmark, which prints its table and records it. */
public final class Benchmarks {
    private static final Map<String, Benchmark> ALL = new LinkedHashMap<>();

    static {
        ALL.put("render", new RenderBenchmark());
        ALL.put("start", new StartBenchmark());
        ALL.put("mail", new MailBenchmark());
        ALL.put("sagas", new SagaBenchmark());
        ALL.put("reports", new ReportsBenchmark());
        ALL.put("previews", new PreviewsBenchmark());
        ALL.put("concurrency", new ConcurrencyBenchmark());
        ALL.put("mandelbrot", new MandelbrotBenchmark());
        ALL.put("faults", new FaultsBenchmark());
    }

    private Benchmarks() {}

    @SuppressWarnings("SystemOut") // a program for people to read
    public static void main(String[] names) throws Exception {
        System.setProperty("java.awt.headless", "true"); // JasperReports measures text with it
        var home = Path.of(System.getProperty("callboard.home", "."));
        if (names.length == 0) ALL.forEach((name, benchmark) -> System.out.println(name + "  " + benchmark.question()));
        for (var name : names) {
            var benchmark = ALL.get(name);
            if (benchmark == null) {
                System.err.println("bench " + name + ": unknown (expected: " + String.join(", ", ALL.keySet()) + ")");
                System.exit(2);
            }
        }
        boolean met = true;
        for (var name : List.of(names)) {
            var result = ALL.get(name).run(home);
            System.out.println(result.text());
            result.record(home.resolve("benchmarks/results"), name);
            met &= result.isSound();
        }
        if (!met) System.exit(1);
    }
}
