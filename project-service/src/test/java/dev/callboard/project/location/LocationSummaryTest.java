package dev.callboard.project.location;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.ZoneId;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

class LocationSummaryTest {
    @Test
    void a_map_is_found_by_degrees_that_can_be_typed() {
        assertThat(at(59.3195, 18.0722))
                .isEqualTo("https://www.openstreetmap.org/?mlat=59.3195&mlon=18.0722#map=17/59.3195/18.0722");
        assertThat(at(51.4778, -0.00052))
                .isEqualTo("https://www.openstreetmap.org/?mlat=51.4778&mlon=-0.00052#map=17/51.4778/-0.00052");
    }

    @Test
    void where_no_point_is_known_there_is_no_map() {
        assertThat(at(null, null)).isNull();
        assertThat(at(59.3195, null)).isNull();
    }

    private static @Nullable String at(@Nullable Double latitude, @Nullable Double longitude) {
        return new LocationSummary(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        "Slussen, lower quay",
                        "Slussplan 1, Stockholm",
                        latitude,
                        longitude,
                        ZoneId.of("Europe/Stockholm"),
                        false,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        0)
                .mapLink();
    }
}
