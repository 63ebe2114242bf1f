package dev.callboard.report.room;

import dev.callboard.kit.problem.CommonProblem;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * What an instance keeps in memory while somebody waits, all of them together. Each says before it begins how much it may
 * need, waits for so much, and gives it back at the end of its request, see {@link Share}. Of each use the room is its
 * own: whatever papers take, previews and downloads go on. How much what takes is in decision 019.
 */
@Startup // an instance that nobody has asked for anything says so, too
@ApplicationScoped
public class Room {
    public enum Use {
        /** Call sheets, grids, plans, statements, invoices: read from other services, drawn, answered. */
        PAPERS,
        /** Previews of what is more than one person's document. */
        PREVIEWS,
        /** What is read of everybody when a run begins. */
        RUNS,
        /** Files that are written as they are read: for as long as their readers take. */
        FILES
    }

    /** All four are half of a heap of 448 MiB; what is drawn for runs takes some 120 beside them. See decision 019. */
    @ConfigMapping(prefix = "callboard.room")
    interface Settings {
        @WithDefault("48M")
        MemorySize papers();

        @WithDefault("48M")
        MemorySize previews();

        @WithDefault("48M")
        MemorySize runs();

        @WithDefault("80M")
        MemorySize files();

        /** How long somebody waits; a client is told to come again after as long. */
        @WithDefault("5S")
        Duration patience();
    }

    private static final int MEBIBYTE = 1 << 20;

    @Inject
    Settings settings;

    @Inject
    MeterRegistry metrics;

    private final Map<Use, Lane> lanes = new EnumMap<>(Use.class);
    private final List<Gauge> gauges = new ArrayList<>();

    @PostConstruct
    void open() {
        open(Use.PAPERS, settings.papers());
        open(Use.PREVIEWS, settings.previews());
        open(Use.RUNS, settings.runs());
        open(Use.FILES, settings.files());
    }

    private void open(Use use, MemorySize size) {
        var lane = new Lane((int) Math.max(1, size.asLongValue() / MEBIBYTE));
        lanes.put(use, lane);
        gauges.add(Gauge.builder("callboard.room.taken", lane, Lane::taken)
                .description("MiB that are set aside for what somebody waits for")
                .tag("use", word(use))
                .register(metrics));
        gauges.add(Gauge.builder("callboard.room.waiting", lane, Lane::waiting)
                .description("Requests that wait for room")
                .tag("use", word(use))
                .register(metrics));
        refused(use, 0);
    }

    /** As the gauges of the dispatcher: the registry outlives this. */
    @PreDestroy
    void close() {
        gauges.forEach(metrics::remove);
    }

    private void refused(Use use, int more) {
        metrics.counter("callboard.room.refused", "use", word(use)).increment(more);
    }

    /** @return to be given back. @throws dev.callboard.kit.problem.Problem UNAVAILABLE, when it waited in vain */
    int take(Use use, UUID whose, int mebibytes) {
        try {
            var taken = lanes.get(use).take(whose, mebibytes, settings.patience());
            if (taken > 0) return taken;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommonProblem.UNAVAILABLE.because("This instance ends");
        }
        refused(use, 1);
        throw CommonProblem.UNAVAILABLE
                .because("So many %s are asked for at the same time that there was no memory for one more in %d seconds"
                        .formatted(word(use), settings.patience().toSeconds()))
                .and("retryAfter", Math.max(1, settings.patience().toSeconds()));
    }

    void giveBack(Use use, UUID whose, int mebibytes) {
        lanes.get(use).giveBack(whose, mebibytes);
    }

    int taken(Use use) {
        return lanes.get(use).taken();
    }

    private static String word(Use use) {
        return use.name().toLowerCase(Locale.ROOT);
    }
}
