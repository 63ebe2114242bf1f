package dev.callboard.kit.time;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * The only place that reads the time. In the local profile a file may hold an offset, so that a demonstration can move
 * the whole platform to the night of the clock change; every process sees the change within a fifth of a second.
 */
@Singleton
public class PlatformClock implements InstantSource {
    private static final Logger LOG = Logger.getLogger(PlatformClock.class);
    private static final long LOOK_EVERY_NANOS = Duration.ofMillis(200).toNanos();

    private final Optional<Path> file;
    private final String profile;
    private volatile Duration offset = Duration.ZERO;
    private volatile long lookedAt = System.nanoTime() - LOOK_EVERY_NANOS;

    PlatformClock(
            @ConfigProperty(name = "callboard.clock.file") Optional<Path> file,
            @ConfigProperty(name = "callboard.profile", defaultValue = "production") String profile) {
        this.file = file;
        this.profile = profile;
    }

    @Override
    public Instant instant() {
        return InstantSource.system().instant().plus(offset());
    }

    /** How far the platform's time is from the machine's; zero outside the local profile. */
    public Duration offset() {
        if (file.isEmpty() || System.nanoTime() - lookedAt < LOOK_EVERY_NANOS) return offset;
        lookedAt = System.nanoTime();
        offset = read(file.get());
        return offset;
    }

    /** An offset in production would date facts wrongly: better not to start. */
    void refuseOutsideLocal(@Observes @Priority(1) StartupEvent start) {
        if (file.isPresent() && !profile.equals("local")) {
            throw new IllegalStateException(
                    "callboard.clock.file is set in profile " + profile + " (expected: only in profile local)");
        }
    }

    private Duration read(Path from) {
        try {
            return Files.exists(from) ? Duration.parse(Files.readString(from).strip()) : Duration.ZERO;
        } catch (IOException | DateTimeParseException e) {
            LOG.warnf("clock file %s cannot be read, the offset stays %s: %s", from, offset, e.getMessage());
            return offset;
        }
    }
}
