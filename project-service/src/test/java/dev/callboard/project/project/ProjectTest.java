package dev.callboard.project.project;

import dev.callboard.kit.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ProjectTest {
    private static final Instant NOW = Instant.parse("2027-10-04T07:00:00Z");
    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private final Project saltRoad =
            new Project(new UUID(0, 2), new UUID(0, 3), "The Salt Road", "A series", STOCKHOLM, new UUID(0, 5), NOW);

    @Test
    void a_refused_project_keeps_what_was_entered_and_may_try_again() {
        saltRoad.refuse("card_declined", "The card was declined", NOW);
        assertThat(saltRoad.state).isEqualTo(ProjectState.REFUSED);
        assertThat(saltRoad.goal).isEqualTo("A series");

        saltRoad.tryAgain(new UUID(0, 9));
        assertThat(saltRoad.state).isEqualTo(ProjectState.OPENING);

        saltRoad.open(NOW);
        assertThat(saltRoad.refusedReason).isNull();
    }

    @ParameterizedTest
    @EnumSource(value = ProjectState.class, names = "REFUSED", mode = EnumSource.Mode.EXCLUDE)
    void only_a_refused_project_tries_again(ProjectState state) {
        saltRoad.state = state;

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> saltRoad.tryAgain(new UUID(0, 9)))
                .satisfies(problem -> assertThat(problem.status()).isEqualTo(409));
    }

    @ParameterizedTest
    @CsvSource({
        "INCEPTION, EXECUTION, true",
        "EXECUTION, WIND_DOWN, true",
        "WIND_DOWN, DELIVERED, true",
        "INCEPTION, WIND_DOWN, false",
        "INCEPTION, INCEPTION, false",
        "EXECUTION, INCEPTION, false",
        "DELIVERED, INCEPTION, false"
    })
    void each_phase_leads_to_the_next_only(Phase from, Phase to, boolean legal) {
        saltRoad.open(NOW);
        saltRoad.phase = from;

        if (legal) saltRoad.moveTo(to);
        else
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() -> saltRoad.moveTo(to))
                    .satisfies(problem -> assertThat(problem.status()).isEqualTo(409));
        assertThat(saltRoad.phase).isEqualTo(legal ? to : from);
    }

    @Test
    void a_project_that_is_not_open_stays_in_its_phase() {
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> saltRoad.moveTo(Phase.EXECUTION));
    }

    @Test
    void others_are_told_of_a_new_name_only() {
        assertThat(saltRoad.change("The Salt Road", "A film", STOCKHOLM, List.of(), NOW))
                .isEmpty();
        assertThat(saltRoad.change("The Salt Road II", "A film", STOCKHOLM, List.of(), NOW))
                .isPresent();
    }

    @Test
    void a_closed_project_is_not_changed() {
        saltRoad.open(NOW);
        saltRoad.close(NOW);

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> saltRoad.change("Other", null, STOCKHOLM, List.of(), NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Stokholm", "+01:00", "CET", "GMT+1", "", "europe/stockholm"})
    void a_zone_is_a_name_of_the_iana_database(String zone) {
        assertThatIllegalArgumentException().isThrownBy(() -> Zones.of(zone));
    }
}
