package dev.callboard.report.run;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.config.ConfigMapping;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The threads that draw: platform threads, one per core. Drawing is arithmetic and waits for nothing, so more of them
 * would only take turns.
 */
@ApplicationScoped
class Workers {
    @ConfigMapping(prefix = "callboard.render")
    interface Settings {
        /** Threads that draw in this instance; as many as there are cores if not set. */
        OptionalInt workers();
    }

    @Inject
    Settings settings;

    private int threads;
    private ExecutorService pool;

    @PostConstruct
    void start() {
        threads = settings.workers().orElseGet(() -> Runtime.getRuntime().availableProcessors());
        pool = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("render-", 1).daemon().factory());
    }

    int threads() {
        return threads;
    }

    void draw(Runnable chunk) {
        pool.execute(chunk);
    }

    /** What is not drawn by then is drawn by another instance. */
    void stop(@Observes ShutdownEvent ending) throws InterruptedException {
        pool.shutdown();
        pool.awaitTermination(5, TimeUnit.SECONDS);
        pool.shutdownNow();
    }
}
