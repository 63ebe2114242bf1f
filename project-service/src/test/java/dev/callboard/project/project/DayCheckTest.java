package dev.callboard.project.project;

import dev.callboard.kit.problem.Problem;
import dev.callboard.project.project.WorkingDaySummary.CastTimes;
import dev.callboard.project.project.WorkingDaySummary.Ride;
import dev.callboard.project.project.WorkingDaySummary.Weather;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DayCheckTest {
    private static final Instant NOW = Instant.parse("2027-10-28T17:05:00Z");
    private static final LocalTime EVENING = LocalTime.of(18, 15);

    @Test
    void weather_names_its_source_and_was_not_said_in_the_future() {
        refused(() -> DayCheck.weather(new Weather(" ", "SMHI", NOW), NOW), "weather.words", "1 to 300 characters");
        refused(() -> DayCheck.weather(new Weather("rain", null, NOW), NOW), "weather.source", "1 to 100 characters");
        refused(() -> DayCheck.weather(new Weather("rain", "SMHI", null), NOW), "weather.enteredAt", "an instant such");
        refused(
                () -> DayCheck.weather(new Weather("rain", "SMHI", NOW.plusSeconds(301)), NOW),
                "weather.enteredAt: 2027-10-28T17:10:01Z",
                "not after now, 2027-10-28T17:05:00Z");
        assertThatCode(() -> DayCheck.weather(new Weather("rain", "SMHI", NOW.plusSeconds(300)), NOW))
                .doesNotThrowAnyException();
    }

    @Test
    void a_ride_has_a_time_and_two_ends_and_somebody_or_something_that_moves() {
        var whole = new Ride(EVENING, null, "Hotel Saltsjö", "base", null, "Cast car 1");
        assertThatCode(() -> DayCheck.transport(List.of(whole))).doesNotThrowAnyException();

        refused(() -> DayCheck.transport(List.of(whole, ride(null, "a", "b", "Noor"))), "transport[1].at", "17:15");
        refused(() -> DayCheck.transport(List.of(ride(EVENING, null, "b", "Noor"))), "transport[0].from", "1 to 200");
        refused(
                () -> DayCheck.transport(List.of(ride(EVENING, "a", "b".repeat(201), "Noor"))),
                "transport[0].to",
                "1 to 200");
        refused(
                () -> DayCheck.transport(List.of(ride(EVENING, "a", "b", null))),
                "transport[0].vehicle",
                "who is moved");
        refused(() -> DayCheck.transport(List.of(ride(EVENING, "a", "b", ""))), "transport[0].who", "1 to 200");
    }

    @Test
    void of_the_cast_each_is_named_once_with_a_time() {
        var noor = UUID.randomUUID();
        var fetched = new CastTimes(noor, EVENING, null);
        assertThatCode(() -> DayCheck.castTimes(List.of(fetched))).doesNotThrowAnyException();

        refused(() -> DayCheck.castTimes(List.of(fetched, fetched)), "castTimes[1].crewEntryId: " + noor, "once");
        refused(
                () -> DayCheck.castTimes(List.of(new CastTimes(null, EVENING, null))),
                "castTimes[0].crewEntryId",
                "crew");
        refused(() -> DayCheck.castTimes(List.of(new CastTimes(noor, null, null))), "castTimes[0].makeUp", "18:45");
    }

    private static Ride ride(LocalTime at, String from, String to, String who) {
        return new Ride(at, null, from, to, who, null);
    }

    private static void refused(ThrowingCallable said, String value, String expected) {
        assertThatExceptionOfType(Problem.class).isThrownBy(said).satisfies(problem -> assertThat(problem.errors())
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.field() + ": " + error.value()).contains(value);
                    assertThat(error.expected()).contains(expected);
                }));
    }
}
