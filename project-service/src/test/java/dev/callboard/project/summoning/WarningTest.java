package dev.callboard.project.summoning;

import dev.callboard.project.call.SaltRoad;
import dev.callboard.project.plan.Unpublished;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

import static dev.callboard.project.call.SaltRoad.SATURDAY;
import static org.assertj.core.api.Assertions.assertThat;

class WarningTest {
    private final Unpublished moved =
            new Unpublished(SaltRoad.CALL, "31", "The fall", Set.of(SATURDAY.plusDays(1), SATURDAY));

    @Test
    void an_activity_that_is_not_published_as_it_is_is_named_with_its_days() {
        assertThat(Warning.of(List.of(moved), Set.of())).singleElement().satisfies(warning -> {
            assertThat(warning.kind()).isEqualTo(Warning.Kind.PLAN_UNPUBLISHED);
            assertThat(warning.days()).containsExactly(SATURDAY, SATURDAY.plusDays(1));
            assertThat(warning.detail()).startsWith("activity 31, The fall (Sat 30 Oct, Sun 31 Oct): changed since");
        });
    }

    @Test
    void only_the_days_that_are_published_are_warned_of() {
        assertThat(Warning.of(List.of(moved), Set.of(SATURDAY))).hasSize(1);
        assertThat(Warning.of(List.of(moved), Set.of(SATURDAY.plusDays(2)))).isEmpty();
    }
}
