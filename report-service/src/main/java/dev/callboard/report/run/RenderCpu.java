package dev.callboard.report.run;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * CPU seconds that chunks took, by what they were spent on. What all instances spend in a second is the number of cores
 * that are at it: threads alone say nothing about that, on one core any number of them only takes turns.
 */
@ApplicationScoped
class RenderCpu {
    /** What becomes of a chunk, from the first row read to the last one committed. */
    enum Step {
        LOAD,
        DRAW,
        STORE
    }

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Map<Step, Counter> seconds = new EnumMap<>(Step.class);

    RenderCpu(MeterRegistry metrics) {
        for (var step : Step.values())
            seconds.put(
                    step,
                    Counter.builder("callboard.render.cpu")
                            .baseUnit("seconds")
                            .tag("step", step.name().toLowerCase(Locale.ROOT))
                            .description("CPU that chunks took, without the compilers' and the collector's")
                            .register(metrics));
    }

    <T> T of(Step step, Supplier<T> work) {
        long begin = threads.getCurrentThreadCpuTime();
        try {
            return work.get();
        } finally {
            seconds.get(step).increment((threads.getCurrentThreadCpuTime() - begin) / 1e9);
        }
    }

    void of(Step step, Runnable work) {
        of(step, () -> {
            work.run();
            return step;
        });
    }
}
