package dev.callboard.local.platform;

import dev.callboard.local.process.AtomicFile;
import dev.callboard.local.process.StartFailure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Locale;

/**
 * The time that the services of this platform take: the system's plus an offset, which they read from a file in the
 * data folder. It goes on ticking; setting it moves it once.
 */
public record PlatformClock(PlatformFolder folder, InstantSource system) {
    public Instant now() throws IOException {
        return system.instant().plus(offset());
    }

    public Duration offset() throws IOException {
        try {
            return Duration.parse(Files.readString(folder.clock()).strip());
        } catch (NoSuchFileException untouched) {
            return Duration.ZERO;
        }
    }

    /**
     * @param to {@code now} (the system's time again), an instant ({@code 2027-10-04T07:00:00Z}, with any offset or
     *           {@code [zone]}), or a step from where it stands ({@code +90m}, {@code +2h}, {@code +3d}, {@code +PT1H30M})
     */
    public void set(String to) throws IOException {
        Duration offset;
        if (to.equals("now")) offset = Duration.ZERO;
        else if (to.startsWith("+")) offset = offset().plus(step(to));
        else offset = Duration.between(system.instant(), instant(to));
        Files.createDirectories(folder.data());
        AtomicFile.write(folder.clock(), offset + "\n");
    }

    private static Duration step(String text) {
        String step = text.substring(1).toUpperCase(Locale.ROOT);
        try {
            if (step.startsWith("P")) return Duration.parse(step);
            return Duration.parse(step.endsWith("D") ? "P" + step : "PT" + step);
        } catch (DateTimeException wrong) {
            throw new StartFailure("clock: " + text + " (expected: a step like +90m, +2h, +3d or +PT1H30M)");
        }
    }

    private static Instant instant(String text) {
        try {
            return text.contains("[")
                    ? ZonedDateTime.parse(text).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException wrong) {
            throw new StartFailure("clock: " + text
                    + " (expected: now, +2h, 2027-10-04T07:00:00Z or 2027-10-04T09:00+02:00[Europe/Stockholm])");
        }
    }
}
