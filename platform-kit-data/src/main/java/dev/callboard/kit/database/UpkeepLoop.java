package dev.callboard.kit.database;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import java.time.Duration;

@ApplicationScoped
class UpkeepLoop {
    private static final Logger LOG = Logger.getLogger(UpkeepLoop.class);
    private static final Duration EVERY = Duration.ofHours(1);

    private @Nullable Thread thread;

    @Inject
    @Any
    Instance<Upkeep> all;

    void start(@Observes StartupEvent start) {
        thread = Thread.ofPlatform().daemon().name("upkeep").start(this::run);
    }

    void stop(@Observes ShutdownEvent end) {
        if (thread != null) thread.interrupt();
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(Duration.ofSeconds(10)); // a start is busy enough
                for (var each : all) tidy(each);
                Thread.sleep(EVERY);
            }
        } catch (InterruptedException e) {
            // the service ends
        }
    }

    private static void tidy(Upkeep part) {
        try {
            part.tidy();
        } catch (RuntimeException e) {
            LOG.warnf("Upkeep is tried again in %s: %s", EVERY, e.getMessage());
        }
    }
}
