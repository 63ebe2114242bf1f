package dev.callboard.bench.platform;

import java.util.Arrays;

/** CPU seconds of report-service from now to {@link #end}: of its processes, and of their threads that draw, by step. */
final class DrawingCpu {
    private static final String SERVICE = "report-service";
    private static final String[] STEPS = {"load", "draw", "store"};

    private final LocalPlatform platform;
    private final double[] steps;
    private double process;

    DrawingCpu(LocalPlatform platform) {
        this.platform = platform;
        steps = steps();
        process = platform.cpuSeconds(SERVICE);
    }

    void end() {
        process = platform.cpuSeconds(SERVICE) - process;
        var now = steps();
        for (int at = 0; at < STEPS.length; at++) steps[at] = now[at] - steps[at];
    }

    private double[] steps() {
        var metrics = platform.metrics(SERVICE);
        return Arrays.stream(STEPS)
                .mapToDouble(step -> metrics.sum("callboard_render_cpu_seconds_total", "step=\"" + step + '"'))
                .toArray();
    }

    double process() {
        return process;
    }

    double load() {
        return steps[0];
    }

    double draw() {
        return steps[1];
    }

    double store() {
        return steps[2];
    }

    double threads() {
        return load() + draw() + store();
    }
}
