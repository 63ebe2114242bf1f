package dev.callboard.local.platform;

import dev.callboard.local.process.StartFailure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PlatformClockTest {
    @TempDir
    Path folder;

    private PlatformClock clock;

    @BeforeEach
    void at_noon() {
        clock = new PlatformClock(
                PlatformFolder.of(folder), InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z")));
    }

    @Test
    void an_untouched_clock_is_the_systems() throws IOException {
        assertThat(clock.now()).isEqualTo("2026-11-21T12:00:00Z");
    }

    @Test
    void it_is_set_to_an_instant_in_any_zone() throws IOException {
        clock.set("2027-10-04T09:00+02:00[Europe/Stockholm]");
        assertThat(clock.now()).isEqualTo("2027-10-04T07:00:00Z");

        clock.set("2027-10-31T05:00:00Z");
        assertThat(clock.now()).isEqualTo("2027-10-31T05:00:00Z");
    }

    @Test
    void steps_add_up() throws IOException {
        clock.set("+90m");
        clock.set("+3d");
        clock.set("+PT1H30M");

        assertThat(clock.offset()).isEqualTo(Duration.ofHours(75));
        assertThat(folder.resolve("clock")).hasContent("PT75H\n");
    }

    @Test
    void now_takes_every_step_back() throws IOException {
        clock.set("+2h");
        clock.set("now");

        assertThat(clock.offset()).isZero();
    }

    @Test
    void what_is_no_time_is_refused_and_changes_nothing() throws IOException {
        clock.set("+2h");

        assertThatThrownBy(() -> clock.set("tomorrow"))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("tomorrow");
        assertThatThrownBy(() -> clock.set("+2 weeks")).isInstanceOf(StartFailure.class);
        assertThat(clock.offset()).isEqualTo(Duration.ofHours(2));
    }
}
