package dev.callboard.project.call;

import dev.callboard.project.call.Brief.Place;
import dev.callboard.project.call.Brief.Then;
import org.junit.jupiter.api.Test;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

import static dev.callboard.project.call.SaltRoad.at;
import static org.assertj.core.api.Assertions.assertThat;

class ChangedTest {
    private final Brief half = SaltRoad.boAt("2027-10-30T18:30");
    private final Brief six = SaltRoad.boAt("2027-10-30T18:00");

    @Test
    void what_is_as_it_was_is_not_said() {
        assertThat(Changed.between(six, six)).isEmpty();
        assertThat(Changed.between(half, six)).containsExactly(new Changed("Call", "18:30", "18:00"));
    }

    @Test
    void whatever_asks_again_is_said() {
        var place = six.place();
        var zone = ZoneId.of("Atlantic/Reykjavik");
        var everything = new Brief(
                six.production(),
                six.company(),
                six.unit(),
                six.workingDay(),
                zone,
                at("2027-10-30T17:30"),
                at("2027-10-31T05:00"),
                List.of("best boy grip", "driver"),
                new Place(
                        "Slussen, upper quay", place.town(), null, "Stadsgården 6", "https://callboard.example/m/new"),
                List.of(
                        new Then(at("2027-10-30T19:15"), "first meal", null),
                        new Then(at("2027-10-30T21:00"), "safety briefing", null)),
                six.ring(),
                six.officePhone(),
                six.askedBy());

        assertThat(Changed.between(six, everything))
                .containsExactly(
                        new Changed("Call", "18:00", "15:30"),
                        new Changed("Time zone", "Stockholm", "Reykjavik"),
                        new Changed("Role", "best boy grip", "best boy grip and driver"),
                        new Changed("Place", "Slussen, lower quay", "Slussen, upper quay"),
                        new Changed("Report at", "unit base, Stadsgårdskajen 14, gate B", null),
                        new Changed("Parking", null, "Stadsgården 6"),
                        new Changed(
                                "Map", "https://callboard.example/m/slussen-30oct", "https://callboard.example/m/new"),
                        new Changed("Wrap", "about 06:00 on Sunday", "about 04:00 on Sunday"),
                        new Changed("First meal", "19:15", "17:15"),
                        new Changed("Safety briefing", "20:00", "19:00"),
                        new Changed("Hot meal", "01:00", null));
    }

    @Test
    void the_second_of_two_that_are_called_alike_is_compared_with_the_second() {
        var eaten =
                then(new Then(at("2027-10-30T19:15"), "meal", null), new Then(at("2027-10-31T01:00"), "meal", null));
        var later =
                then(new Then(at("2027-10-30T19:15"), "meal", null), new Then(at("2027-10-31T01:30"), "meal", null));

        assertThat(Changed.between(eaten, later)).containsExactly(new Changed("Meal", "01:00", "01:30"));
    }

    @Test
    void what_only_one_of_two_calls_would_tell_of_is_neither_new_nor_gone() {
        var all = then(new Then(at("2027-10-30T19:15"), "meal", null), new Then(at("2027-10-31T01:00"), "meal", null));
        var afterTheFirst = with(
                SaltRoad.boAt("2027-10-30T19:30"),
                six.place(),
                List.of(new Then(at("2027-10-31T01:00"), "meal", null)));

        assertThat(Changed.between(all, afterTheFirst)).containsExactly(new Changed("Call", "18:00", "19:30"));
        assertThat(Changed.between(afterTheFirst, all)).containsExactly(new Changed("Call", "19:30", "18:00"));
    }

    @Test
    void what_there_was_no_line_for_is_neither_new_nor_gone() {
        var full = IntStream.range(0, Brief.MOST_TO_COME)
                .mapToObj(at -> new Then(at("2027-10-30T20:0" + at), "scene " + at, null))
                .toArray(Then[]::new);
        var onceMore = full.clone();
        onceMore[full.length - 1] = new Then(at("2027-10-30T19:00"), "a scene before", null);

        assertThat(Changed.between(then(full), then(onceMore))).isEmpty();
    }

    @Test
    void another_town_of_a_place_with_the_same_name_is_said() {
        var place = six.place();
        var nacka =
                with(six, new Place(place.set(), "Nacka", place.report(), place.parking(), place.map()), six.then());

        assertThat(Changed.between(six, nacka)).containsExactly(new Changed("Town", "Stockholm", "Nacka"));
    }

    private Brief then(Then... then) {
        return with(six, six.place(), List.of(then));
    }

    private static Brief with(Brief brief, Place place, List<Then> then) {
        return SaltRoad.told(brief, brief.production(), place, then);
    }
}
