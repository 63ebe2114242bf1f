package dev.callboard.project.activity;

import dev.callboard.kit.problem.Problem;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WallClockTest {
    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final ZoneId REYKJAVIK = ZoneId.of("Atlantic/Reykjavik");

    @Test
    void half_past_two_in_stockholm_does_not_exist_when_the_clocks_go_forward() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> WallClock.instant(LocalDateTime.parse("2027-03-28T02:30"), STOCKHOLM))
                .satisfies(problem -> {
                    assertThat(problem.status()).isEqualTo(422);
                    assertThat(problem.members()).containsEntry("nearest", LocalDateTime.parse("2027-03-28T03:00"));
                    assertThat(problem.errors().getFirst().expected()).contains("Europe/Stockholm", "03:00");
                });
    }

    @Test
    void reykjavik_has_every_time() {
        assertThat(WallClock.instant(LocalDateTime.parse("2027-03-28T02:30"), REYKJAVIK))
                .isEqualTo(Instant.parse("2027-03-28T02:30:00Z"));
    }

    @Test
    void a_time_that_comes_twice_is_the_first_of_the_two() {
        assertThat(WallClock.instant(LocalDateTime.parse("2027-10-31T02:30"), STOCKHOLM))
                .isEqualTo(Instant.parse("2027-10-31T00:30:00Z"));
    }

    @Test
    void eleven_hours_from_eight_in_the_night_of_the_clock_change_end_at_six() {
        var flood = new Activity(new UUID(0, 1), new UUID(0, 2));

        flood.schedule(
                LocalDateTime.parse("2027-10-30T20:00"),
                STOCKHOLM,
                Duration.ofHours(11),
                LocalDate.parse("2027-10-30"),
                Instant.parse("2027-10-04T07:00:00Z"));

        assertThat(flood.endsAt.atZone(STOCKHOLM).toLocalDateTime()).isEqualTo(LocalDateTime.parse("2027-10-31T06:00"));
    }

    @Test
    void nothing_is_planned_into_the_past_but_what_was_planned_may_be_edited_later() {
        var crossing = new Activity(new UUID(0, 1), new UUID(0, 2));
        var start = LocalDateTime.parse("2027-10-18T08:30");
        var before = Instant.parse("2027-10-18T06:00:00Z");
        var after = Instant.parse("2027-10-18T10:00:00Z");

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> crossing.schedule(start, STOCKHOLM, Duration.ofHours(3), start.toLocalDate(), after));
        crossing.schedule(start, STOCKHOLM, Duration.ofHours(3), start.toLocalDate(), before);
        crossing.schedule(start, STOCKHOLM, Duration.ofHours(4), start.toLocalDate(), after);

        assertThat(crossing.durationMinutes).isEqualTo(240);
    }

    @Test
    void a_location_whose_zone_is_corrected_keeps_what_was_said_in_local_time() {
        var arrival = new Activity(new UUID(0, 1), new UUID(0, 2));
        var start = LocalDateTime.parse("2027-11-02T08:30");
        arrival.schedule(start, STOCKHOLM, Duration.ofHours(3), start.toLocalDate(), Instant.EPOCH);

        arrival.follow(REYKJAVIK);

        assertThat(arrival.localStart).isEqualTo(start);
        assertThat(arrival.startsAt).isEqualTo(Instant.parse("2027-11-02T08:30:00Z"));
        assertThat(Duration.between(arrival.startsAt, arrival.endsAt)).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void all_tasks_done_proposes_and_does_not_finish() {
        var flood = new Activity(new UUID(0, 1), new UUID(0, 2));
        var wet = flood.addTask(new UUID(0, 3), "Wet the gate");
        assertThat(flood.proposesDone()).isFalse();

        flood.changeTask(new Activity.Task(wet.id(), wet.title(), true));

        assertThat(flood.proposesDone()).isTrue();
        assertThat(flood.state).isEqualTo(ActivityState.PLANNED);
    }
}
