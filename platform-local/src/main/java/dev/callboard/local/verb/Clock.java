package dev.callboard.local.verb;

import dev.callboard.local.platform.PlatformClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;

@Command(
        name = "clock",
        mixinStandardHelpOptions = true,
        description = "The platform's time; with an instant, a step or `now`, sets it.")
public final class Clock implements Callable<Integer> {
    @Mixin
    private OnPlatform platform;

    @Parameters(arity = "0..1", paramLabel = "INSTANT|+DURATION|now")
    private String to;

    @Override
    public Integer call() throws IOException {
        var clock = new PlatformClock(platform.folder(), InstantSource.system());
        if (to != null) clock.set(to);
        Duration offset = clock.offset();
        System.out.println(clock.now().truncatedTo(ChronoUnit.SECONDS)
                + (offset.isZero() ? " (the system's time)" : " (" + inWords(offset) + " from the system's time)"));
        return 0;
    }

    /** {@code +362 d 1 h 4 min}. */
    private static String inWords(Duration offset) {
        var length = offset.abs();
        return "%s%d d %d h %d min"
                .formatted(
                        offset.isNegative() ? "−" : "+", length.toDays(), length.toHoursPart(), length.toMinutesPart());
    }
}
