package dev.callboard.project.callsheet;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Against the tables of the U.S. Naval Observatory, which are to the minute. */
class SunTest {
    private static final Duration A_MINUTE_OR_SO = Duration.ofSeconds(90);

    @Test
    void the_sun_sets_at_slussen_before_the_night_and_rises_at_its_end() {
        var saturday = Sun.at(59.3195, 18.0722, LocalDate.of(2027, 10, 30));
        var sunday = Sun.at(59.3195, 18.0722, LocalDate.of(2027, 10, 31));

        isAbout(saturday.set(), "2027-10-30T15:01:00Z");
        isAbout(saturday.dark(), "2027-10-30T15:43:00Z");
        isAbout(sunday.rise(), "2027-10-31T06:04:00Z");
    }

    @Test
    void it_sets_on_the_local_date_also_far_west_of_greenwich() {
        var reykjavik = Sun.at(64.147, -21.94, LocalDate.of(2027, 10, 30));

        isAbout(reykjavik.rise(), "2027-10-30T09:04:00Z");
        isAbout(reykjavik.set(), "2027-10-30T17:18:00Z");
    }

    @Test
    void in_the_polar_night_it_does_not_rise_yet_there_is_twilight() {
        var tromso = Sun.at(69.65, 18.96, LocalDate.of(2027, 12, 21));

        assertThat(tromso.rise()).isNull();
        assertThat(tromso.set()).isNull();
        assertThat(tromso.dark()).isNotNull();
    }

    private static void isAbout(Instant at, String expected) {
        assertThat(at).isCloseTo(Instant.parse(expected), within(A_MINUTE_OR_SO));
    }
}
