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
    private static final int WARM_UP = 12;
    private static final int ROUNDS = 15;
    private static final int[] GROUPS = {0, 1, 8, 64};
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
                "ms",
                "in one process ms",
                "×",
                "goal",
                "met");
        try (var platform = new LocalPlatform(home).only("user-service", "report-service", "platform-gateway")) {
            platform.up();
            platform.scale("report-service", 1);
            var fred =
                    platform.client().registered("Fred Lindqvist", "fred@fjord.example", "an interface is a promise");
            int[][] counts = local();
            var bytes = new byte[0];
            for (int rows : GROUPS) {
                var through = new Millis();
                var here = new Millis();
                for (int at = 0; at < WARM_UP + ROUNDS; at++) {
                    long begin = System.nanoTime();
                    var image = image(fred, rows);
                    if (at >= WARM_UP) through.since(begin);
                    if (bytes.length == 0) check(image, counts);
                    else if (!Arrays.equals(image, bytes)) result.failure(rows + " rows in a task: other bytes");
                    bytes = image;
                    begin = System.nanoTime();
                    local();
                    if (at >= WARM_UP) here.since(begin);
                }
                row(result, rows, through.at(50), here.at(50));
            }
        }
        result.note(
                "Each of %,d points of the image has the colour of its count. Medians of %d images each, in turn with"
                                .formatted(SIDE * SIDE, ROUNDS)
                        + " the local ones, after %d to warm up; from the request until the PNG is here, looked at every 2 ms."
                                .formatted(WARM_UP));
        return result;
    }

    private static void row(Result result, int rows, double through, double here) {
        var name = rows == 0 ? "as the platform chooses" : String.valueOf(rows);
        var goal = rows == 0 ? Goal.atMost("", 1.5, "×", through / here) : Goal.NONE;
        result.row(
                name,
                "%.0f".formatted(through),
                "%.0f".formatted(here),
                "%.2f".formatted(through / here),
                goal.text(),
                goal.verdict());
        result.figure(name, Map.of("millis", through, "localMillis", here, "ratio", through / here));
    }

    private static int[][] local() {
        return IntStream.range(0, SIDE)
                .parallel()
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
