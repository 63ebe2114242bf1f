package dev.callboard.bench.platform;

import dev.callboard.bench.Benchmark;
import dev.callboard.bench.Goal;
import dev.callboard.bench.Result;
import dev.callboard.report.render.Mandelbrot;

import javax.imageio.ImageIO;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The reference workload as a group of row tasks: asked of the gateway, cut, sent over Kafka, drawn, stored, joined and
 * read back, beside the same counts computed in this process by as many threads, which is the least that it can take.
 */
public final class MandelbrotBenchmark implements Benchmark {
    private static final int SIDE = 1024;
    private static final int ITERATIONS = 10_000;
    private static final int WARM_UP = 40;
    private static final int ROUNDS = 15;
    private static final int[] GROUPS = {8, 64};
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Override
    public String question() {
        return "what an image costs as tasks on Kafka, beside the same image computed in one process";
    }

    @Override
    public Result run(Path home) throws Exception {
        var result = new Result(
                "Mandelbrot, %d × %d, %,d iterations, through the platform".formatted(SIDE, SIDE, ITERATIONS),
                "rows in a task",
                "threads",
                "ms",
                "in one process ms",
                "×",
                "goal",
                "met");
        int cores = Runtime.getRuntime().availableProcessors();
        try (var platform = new LocalPlatform(home)
                .only("user-service", "report-service", "platform-gateway")
                .with("CALLBOARD_RENDER_WORKERS", "1")) {
            platform.up();
            platform.scale("report-service", 1);
            var fred =
                    platform.client().registered("Fred Lindqvist", "fred@fjord.example", "an interface is a promise");
            var drawing = new Drawing(fred, result);
            double one = drawing.row(0, 1);

            platform.down();
            platform.with("CALLBOARD_RENDER_WORKERS", Integer.toString(cores)).up();
            platform.scale("report-service", 1);
            double all = drawing.row(0, cores);
            for (int rows : GROUPS) drawing.row(rows, cores);
            result.figure("threads", Map.of("one", one, "all", all, "count", cores, "ratio", one / all));
            result.note(
                    "%d threads draw it %.2f × as fast as one (the book's: about 2 ×, four workers on four cores, under 15 s)."
                            .formatted(cores, one / all));
        }
        result.note(
                "Each of %,d points of the image has the colour of its count, and every image has the same bytes. Medians of %d images each, in turn with"
                                .formatted(SIDE * SIDE, ROUNDS)
                        + " as many threads here, after %d to warm up; from the request until the PNG is here, looked at every 5 ms."
                                .formatted(WARM_UP));
        return result;
    }

    /** Of one image, again and again, that never changes. */
    private static final class Drawing {
        private final Client fred;
        private final Result result;
        private byte[] bytes = {};

        Drawing(Client fred, Result result) {
            this.fred = fred;
            this.result = result;
        }

        /**
         * @param rows in a task; 0: as the platform chooses
         * @return milliseconds through the platform
         */
        double row(int rows, int threads) throws IOException {
            var through = new Millis();
            var here = new Millis();
            for (int at = 0; at < WARM_UP + ROUNDS; at++) {
                long begin = System.nanoTime();
                var image = image(fred, rows);
                if (at >= WARM_UP) through.since(begin);
                if (bytes.length == 0) check(image, local(threads));
                else if (!Arrays.equals(image, bytes))
                    result.failure("%d rows in a task, %d threads: other bytes".formatted(rows, threads));
                bytes = image;
                begin = System.nanoTime();
                local(threads);
                if (at >= WARM_UP) here.since(begin);
            }
            double ratio = through.at(50) / here.at(50);
            var name = rows == 0 ? "as the platform chooses" : String.valueOf(rows);
            var goal = rows == 0 ? Goal.atMost("", 1.5, "×", ratio) : Goal.NONE;
            result.row(
                    name,
                    threads,
                    "%.0f".formatted(through.at(50)),
                    "%.0f".formatted(here.at(50)),
                    "%.2f".formatted(ratio),
                    goal.text(),
                    goal.verdict());
            result.figure(
                    name + ", threads: " + threads,
                    Map.of("millis", through.at(50), "localMillis", here.at(50), "ratio", ratio));
            return through.at(50);
        }
    }

    /** By one thread, or by all cores. */
    private static int[][] local(int threads) {
        var rows = IntStream.range(0, SIDE);
        return (threads == 1 ? rows : rows.parallel())
                .mapToObj(y -> Mandelbrot.row(y, SIDE, SIDE, ITERATIONS))
                .toArray(int[][]::new);
    }

    private static byte[] image(Client fred, int rows) {
        var wanted = rows == 0
                ? Map.of("kind", "mandelbrot", "width", SIDE, "height", SIDE, "iterations", ITERATIONS)
                : Map.of(
                        "kind",
                        "mandelbrot",
                        "width",
                        SIDE,
                        "height",
                        SIDE,
                        "iterations",
                        ITERATIONS,
                        "rowsPerTask",
                        rows);
        var path = "/renders/"
                + fred.post("/renders", wanted).mustBe(202).json().get("id").asText();
        Wait.forValue(
                "the image is drawn", PATIENCE, () -> fred.get(path).mustBe(200).json(), now -> now.get("state")
                        .asText()
                        .equals("DONE"));
        return fred.get(path + "/image").mustBe(200).body();
    }

    /** By the colours of the workload: (i%8·32, i%16·16, i%32·8). */
    private static void check(byte[] png, int[][] counts) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int i = counts[y][x];
                int colour = (i % 8 * 32) << 16 | (i % 16 * 16) << 8 | i % 32 * 8;
                if ((image.getRGB(x, y) & 0xFFFFFF) != colour)
                    throw new IllegalStateException("point %d, %d is not the colour of %d".formatted(x, y, i));
            }
        }
    }
}
