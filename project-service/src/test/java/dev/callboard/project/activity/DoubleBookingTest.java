package dev.callboard.project.activity;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

class DoubleBookingTest {
    private static final UUID STUDIO_2 = new UUID(1, 0);
    private static final UUID SLUSSEN = new UUID(1, 1);
    private static final ActivitySummary KITCHEN = planned("21", STUDIO_2, "2027-10-27T08:30", 240, null);

    static ActivitySummary planned(
            String number, UUID location, String start, int minutes, @Nullable String overrideReason) {
        var local = LocalDateTime.parse(start);
        var zone = ZoneId.of("Europe/Stockholm");
        var at = local.atZone(zone).toInstant();
        var duration = Duration.ofMinutes(minutes);
        return new ActivitySummary(
                new UUID(2, Long.parseLong(number)),
                new UUID(0, 2),
                number,
                "Activity " + number,
                location,
                new UUID(3, 0),
                local.toLocalDate(),
                local,
                zone,
                at,
                at.plus(duration),
                duration,
                List.of(),
                List.of(),
                ActivityState.PLANNED,
                null,
                overrideReason,
                0);
    }

    @Test
    void the_prelight_in_the_kitchen_studio_is_found() {
        var prelight = planned("23", STUDIO_2, "2027-10-27T10:30", 150, null);

        assertThat(DoubleBooking.among(List.of(prelight, KITCHEN), Set.of(STUDIO_2)))
                .singleElement()
                .satisfies(pair -> {
                    assertThat(pair.first().number()).isEqualTo("21");
                    assertThat(pair.second().number()).isEqualTo("23");
                    assertThat(pair.overridden()).isNull();
                });
    }

    @Test
    void one_after_the_other_is_no_double_booking() {
        var noon = planned("24", STUDIO_2, "2027-10-27T12:30", 60, null);

        assertThat(DoubleBooking.among(List.of(KITCHEN, noon), Set.of(STUDIO_2)))
                .isEmpty();
    }

    @Test
    void a_square_may_be_shared() {
        var market = planned("25", SLUSSEN, "2027-10-27T08:30", 60, null);
        var chase = planned("26", SLUSSEN, "2027-10-27T08:45", 60, null);

        assertThat(DoubleBooking.among(List.of(market, chase), Set.of(STUDIO_2)))
                .isEmpty();
    }

    @Test
    void a_long_activity_is_in_the_way_of_each_that_comes_during_it() {
        var first = planned("31", STUDIO_2, "2027-10-27T09:00", 10, null);
        var second = planned("32", STUDIO_2, "2027-10-27T11:00", 10, "The crew is the same");

        var found = DoubleBooking.among(List.of(KITCHEN, first, second), Set.of(STUDIO_2));

        assertThat(found).extracting(pair -> pair.second().number()).containsExactly("31", "32");
        assertThat(found.getLast().overridden()).isEqualTo("The crew is the same");
    }
}
