package dev.callboard.project.callsheet;

import dev.callboard.project.call.SaltRoad;
import dev.callboard.project.callsheet.CallSheet.Cast;
import dev.callboard.project.callsheet.CallSheet.CopyKind;
import dev.callboard.project.callsheet.CallSheet.Diet;
import dev.callboard.project.project.WorkingDaySummary.CastTimes;
import dev.callboard.project.project.WorkingDaySummary.Ride;
import dev.callboard.project.project.WorkingDaySummary.Weather;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;

import static dev.callboard.project.call.SaltRoad.ASA;
import static dev.callboard.project.call.SaltRoad.BO;
import static dev.callboard.project.call.SaltRoad.GRIP;
import static dev.callboard.project.call.SaltRoad.PUBLISHED;
import static dev.callboard.project.callsheet.QuayNight.ART;
import static dev.callboard.project.callsheet.QuayNight.CAST;
import static dev.callboard.project.callsheet.QuayNight.CROWD;
import static dev.callboard.project.callsheet.QuayNight.INES;
import static dev.callboard.project.callsheet.QuayNight.NOOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What nobody can compute and Ana says: weather, transport, diets, the cast's times before the set, where to wait. */
class DaysBlocksTest {
    private final QuayNight night = new QuayNight();

    @BeforeEach
    void a_night_of_which_everything_was_said() {
        night.weather = new Weather("6 to 2 °C, light rain", "SMHI", Instant.parse("2027-10-29T14:30:00Z"));
        night.transport = List.of(
                new Ride(LocalTime.of(6, 15), true, "Base", "Södra station", null, "Minibus 1"),
                new Ride(LocalTime.of(18, 15), null, "Hotel Saltsjö", "base", "Noor", "Cast car 1"));
        night.castTimes = List.of(
                new CastTimes(NOOR, LocalTime.of(23, 15), LocalTime.of(0, 15)),
                new CastTimes(INES, null, LocalTime.of(21, 30)));
        night.holding = "Tent 2";
        night.diets.put(BO, "vegan");
        night.diets.put(ASA, "Vegetarian");
        night.diets.put(NOOR, "vegetarian");
        night.diets.put(INES, "nut allergy");
        night.called(BO, GRIP, SaltRoad.boAt("2027-10-30T18:00"), PUBLISHED);
        night.called(ASA, ART, SaltRoad.asaAt("2027-10-30T18:30"), PUBLISHED);
        night.called(CROWD, CROWD, SaltRoad.asaAt("2027-10-30T20:45"), PUBLISHED);
        night.called(INES, CAST, SaltRoad.asaAt("2027-10-30T22:00"), PUBLISHED);
        night.called(NOOR, CAST, SaltRoad.asaAt("2027-10-31T01:50"), PUBLISHED);
    }

    @Test
    void the_weather_stands_with_its_source_and_its_time_as_the_place_has_it() {
        assertThat(night.copy(CopyKind.COORDINATOR).sky().weather())
                .extracting(CallSheet.Weather::words, CallSheet.Weather::source, weather -> weather.enteredAt()
                        .toString())
                .containsExactly("6 to 2 °C, light rain", "SMHI", "2027-10-29T16:30+02:00");
    }

    @Test
    void rides_stand_in_order_of_time_whichever_was_entered_first() {
        assertThat(night.copy(CopyKind.COORDINATOR).transport())
                .extracting(
                        ride -> ride.at().toString(),
                        CallSheet.Transport::from,
                        CallSheet.Transport::to,
                        CallSheet.Transport::who,
                        CallSheet.Transport::vehicle)
                .containsExactly(
                        tuple("2027-10-30T18:15+02:00", "Hotel Saltsjö", "base", "Noor", "Cast car 1"),
                        tuple("2027-10-31T06:15+01:00", "Base", "Södra station", null, "Minibus 1"));
    }

    @Test
    void the_cast_is_fetched_and_made_up_before_it_is_on_set_even_where_that_is_the_evening_before() {
        assertThat(night.copy(CopyKind.COORDINATOR).cast())
                .extracting(
                        Cast::number, Cast::name, player -> String.valueOf(player.pickup()), player -> player.makeUp()
                                .toString())
                .containsExactly(
                        tuple("2S", "Ines Carvalho", "null", "2027-10-30T21:30+02:00"),
                        tuple("8", "Noor van Dijk", "2027-10-30T23:15+02:00", "2027-10-31T00:15+02:00"));
    }

    @Test
    void diets_are_counted_over_who_is_called_whatever_the_spelling() {
        assertThat(night.copy(CopyKind.PERSONAL).catering().diets())
                .containsExactly(new Diet("Vegetarian", 2), new Diet("nut allergy", 1), new Diet("vegan", 1));

        night.ever.set(0, night.ever.getFirst().withdraw(PUBLISHED.plusSeconds(60)));

        assertThat(night.copy(CopyKind.PERSONAL).catering().diets())
                .extracting(Diet::diet)
                .containsExactly("Vegetarian", "nut allergy");
    }

    @Test
    void the_background_knows_where_to_wait() {
        assertThat(night.copy(CopyKind.REDACTED).background())
                .extracting(CallSheet.Background::count, CallSheet.Background::holding)
                .containsExactly(tuple(1, "Tent 2"));
    }

    @Test
    void a_redacted_copy_tells_neither_what_anybody_eats_nor_where_anybody_is_fetched() {
        var sheet = night.copy(CopyKind.REDACTED);

        assertThat(sheet.toString()).doesNotContainIgnoringCase("vegetarian");
        assertThat(sheet.toString()).doesNotContain("Hotel", "Noor", "Cast car", "23:15");
        assertThat(sheet.cast())
                .extracting(Cast::number, player -> player.makeUp().toString())
                .containsExactly(tuple("2S", "2027-10-30T21:30+02:00"), tuple("8", "2027-10-31T00:15+02:00"));
    }

    @ParameterizedTest
    @EnumSource
    void of_what_nobody_said_nothing_stands_there(CopyKind kind) {
        var sheet = silent().copy(kind);

        assertThat(sheet.sky().weather()).isNull();
        assertThat(sheet.transport()).isEmpty();
        assertThat(sheet.catering().diets()).isEmpty();
        assertThat(sheet.cast().getFirst().makeUp()).isNull();
    }

    private static QuayNight silent() {
        var silent = new QuayNight();
        silent.called(NOOR, CAST, SaltRoad.asaAt("2027-10-31T01:50"), PUBLISHED);
        return silent;
    }
}
