package dev.callboard.kit.time;

import io.quarkus.runtime.StartupEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PlatformClockTest {
    @TempDir
    Path folder;

    @Test
    void the_offset_in_the_file_moves_the_clock_and_a_change_is_seen() throws Exception {
        var file = Files.writeString(folder.resolve("clock"), "PT240H\n");
        var clock = new PlatformClock(Optional.of(file), "local");
        assertThat(clock.offset()).isEqualTo(Duration.ofHours(240));
        assertThat(Duration.between(InstantSource.system().instant(), clock.instant()))
                .isBetween(Duration.ofHours(239), Duration.ofHours(241));

        Files.writeString(file, "PT0S");
        assertThat(afterAWhile(clock)).isZero();
    }

    @Test
    void without_a_file_it_is_the_time_of_the_machine() {
        assertThat(new PlatformClock(Optional.empty(), "production").offset()).isZero();
        assertThat(new PlatformClock(Optional.of(folder.resolve("missing")), "local").offset())
                .isZero();
    }

    @Test
    void a_file_that_cannot_be_read_changes_nothing() throws Exception {
        var file = Files.writeString(folder.resolve("clock"), "PT1H");
        var clock = new PlatformClock(Optional.of(file), "local");
        assertThat(clock.offset()).isEqualTo(Duration.ofHours(1));

        Files.writeString(file, "tomorrow");
        assertThat(afterAWhile(clock)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void a_moved_clock_outside_the_local_profile_is_a_reason_not_to_start() {
        var clock = new PlatformClock(Optional.of(folder.resolve("clock")), "production");

        assertThatThrownBy(() -> clock.refuseOutsideLocal(new StartupEvent()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("callboard.clock.file");
        new PlatformClock(Optional.of(folder.resolve("clock")), "local").refuseOutsideLocal(new StartupEvent());
        new PlatformClock(Optional.empty(), "production").refuseOutsideLocal(new StartupEvent());
    }

    private static Duration afterAWhile(PlatformClock clock) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(250); // it looks every 200 ms
        return clock.offset();
    }
}
