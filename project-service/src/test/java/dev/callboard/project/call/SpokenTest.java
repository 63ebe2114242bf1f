package dev.callboard.project.call;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

import static dev.callboard.project.call.SaltRoad.SATURDAY;
import static dev.callboard.project.call.SaltRoad.STOCKHOLM;
import static dev.callboard.project.call.SaltRoad.at;
import static org.assertj.core.api.Assertions.assertThat;

class SpokenTest {
    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");
    private static final ZoneId REYKJAVIK = ZoneId.of("Atlantic/Reykjavik");

    @Test
    void half_past_two_on_the_31st_belongs_to_the_30th() {
        assertThat(Spoken.clockOn(LocalDate.of(2027, 10, 29), at("2027-10-30T02:30"), STOCKHOLM))
                .isEqualTo("02:30 (+1)");
        assertThat(Spoken.clockOn(SATURDAY, at("2027-10-30T20:00"), STOCKHOLM)).isEqualTo("20:00");
    }

    @Test
    void the_hour_that_comes_twice_is_told_apart_by_a_and_b() {
        assertThat(Spoken.clock(Instant.parse("2027-10-31T00:30:00Z"), STOCKHOLM))
                .isEqualTo("02:30 A");
        assertThat(Spoken.clock(Instant.parse("2027-10-31T01:30:00Z"), STOCKHOLM))
                .isEqualTo("02:30 B");
        assertThat(Spoken.clock(Instant.parse("2027-10-31T02:30:00Z"), STOCKHOLM))
                .isEqualTo("03:30");
    }

    @Test
    void the_subject_suffices_unopened() {
        assertThat(Spoken.subject(SaltRoad.asaAt("2027-10-30T18:30")))
                .isEqualTo("Call Sat 30 Oct 18:30 · Slussen, Stockholm · The Salt Road");
    }

    @Test
    void one_instant_is_said_in_the_time_of_each_place() {
        var noon = Instant.parse("2027-10-20T12:00:00Z");
        assertThat(Spoken.moment(noon, STOCKHOLM)).isEqualTo("Wed 20 Oct 14:00");
        assertThat(Spoken.moment(noon, LISBON)).isEqualTo("Wed 20 Oct 13:00");
        assertThat(Spoken.moment(noon, REYKJAVIK)).isEqualTo("Wed 20 Oct 12:00");
        assertThat(Spoken.offset(noon, STOCKHOLM)).isEqualTo("UTC+2");
        assertThat(Spoken.offset(noon, LISBON)).isEqualTo("UTC+1");
        assertThat(Spoken.offset(noon, REYKJAVIK)).isEqualTo("UTC");
        assertThat(Spoken.cityOf(REYKJAVIK)).isEqualTo("Reykjavik");
    }

    @Test
    void the_night_in_which_clocks_go_back_is_an_hour_longer_than_it_looks() {
        var change = ClockChange.between(at("2027-10-30T18:00"), at("2027-10-31T06:00"), STOCKHOLM)
                .orElseThrow();
        assertThat(change.inOneLine()).isEqualTo("Clocks go back at 03:00: 13 hours, not 12.");
        var half = ClockChange.between(at("2027-10-30T18:30"), at("2027-10-31T06:00"), STOCKHOLM)
                .orElseThrow();
        assertThat(half.inOneLine()).isEqualTo("Clocks go back at 03:00: 12 h 30, not 11 h 30.");
    }

    @Test
    void the_night_in_which_clocks_go_forward_is_an_hour_shorter_than_it_looks() {
        var change = ClockChange.between(at("2027-03-27T20:00"), at("2027-03-28T06:00"), STOCKHOLM)
                .orElseThrow();
        assertThat(change.inOneLine()).isEqualTo("Clocks go forward at 02:00: 9 hours, not 10.");
        assertThat(change.difference()).isEqualTo("one hour shorter");
    }

    @Test
    void lisbon_changes_an_hour_earlier_by_its_own_dial_and_reykjavik_never() {
        var from = LocalDateTime.parse("2027-10-30T20:00");
        var to = LocalDateTime.parse("2027-10-31T06:00");
        assertThat(ClockChange.between(
                                from.atZone(LISBON).toInstant(),
                                to.atZone(LISBON).toInstant(),
                                LISBON)
                        .orElseThrow()
                        .inOneLine())
                .isEqualTo("Clocks go back at 02:00: 11 hours, not 10.");
        assertThat(ClockChange.between(
                        from.atZone(REYKJAVIK).toInstant(), to.atZone(REYKJAVIK).toInstant(), REYKJAVIK))
                .isEmpty();
    }

    @Test
    void a_day_without_a_change_has_no_warning() {
        assertThat(ClockChange.between(at("2027-10-29T18:00"), at("2027-10-30T06:00"), STOCKHOLM))
                .isEmpty();
    }

    @Test
    void lengths_and_telephones_are_said_as_people_say_them() {
        assertThat(Spoken.length(Duration.ofHours(13))).isEqualTo("13 hours");
        assertThat(Spoken.length(Duration.ofMinutes(750))).isEqualTo("12 h 30");
        assertThat(Spoken.moved(at("2027-10-30T18:30"), at("2027-10-30T18:00"))).isEqualTo("Half an hour earlier");
        assertThat(Spoken.moved(at("2027-10-30T18:00"), at("2027-10-30T19:30"))).isEqualTo("1 h 30 later");
        assertThat(Spoken.phone("+46701740624")).isEqualTo("070-174 06 24");
        assertThat(Spoken.phone("+447700900123")).isEqualTo("+447700900123");
    }
}
