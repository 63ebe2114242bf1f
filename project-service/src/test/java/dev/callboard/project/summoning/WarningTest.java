package dev.callboard.project.summoning;

import dev.callboard.project.call.SaltRoad;
import dev.callboard.project.plan.Unpublished;
import dev.callboard.project.plan.Unpublished.How;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

import static dev.callboard.project.call.SaltRoad.SATURDAY;
import static org.assertj.core.api.Assertions.assertThat;

class WarningTest {
    private static final Instant NOW =
            SATURDAY.minusDays(3).atStartOfDay(ZoneOffset.UTC).toInstant();

    private final Unpublished moved =
            new Unpublished(SaltRoad.CALL, "31", "The fall", Set.of(SATURDAY.plusDays(1), SATURDAY), How.CHANGED);

    @Test
    void an_activity_that_is_not_published_as_it_is_is_named_with_its_days() {
        assertThat(Warning.of(List.of(moved), Set.of(), NOW)).singleElement().satisfies(warning -> {
            assertThat(warning.kind()).isEqualTo(Warning.Kind.PLAN_UNPUBLISHED);
            assertThat(warning.days()).containsExactly(SATURDAY, SATURDAY.plusDays(1));
            assertThat(warning.detail()).startsWith("activity 31, The fall (Sat 30 Oct, Sun 31 Oct): changed since");
        });
    }

    @Test
    void only_the_days_that_are_published_are_warned_of() {
        assertThat(Warning.of(List.of(moved), Set.of(SATURDAY), NOW)).hasSize(1);
        assertThat(Warning.of(List.of(moved), Set.of(SATURDAY.plusDays(2)), NOW))
                .isEmpty();
    }

    @Test
    void what_is_new_or_gone_is_said_so() {
        var added = new Unpublished(SaltRoad.CALL, "32", "The boat", Set.of(SATURDAY), How.ADDED);
        var removed = new Unpublished(SaltRoad.CALL, "33", "The crane", Set.of(SATURDAY), How.REMOVED);

        assertThat(Warning.of(List.of(added, removed), Set.of(), NOW))
                .extracting(Warning::detail)
                .satisfiesExactly(
                        detail -> assertThat(detail).endsWith("call sheets do not have it"),
                        detail -> assertThat(detail).endsWith("call sheets still have it"));
    }

    @Test
    void days_that_are_over_are_not_warned_of() {
        var later = SATURDAY.plusDays(4).atStartOfDay(ZoneOffset.UTC).toInstant();

        assertThat(Warning.of(List.of(moved), Set.of(), later)).isEmpty();
    }
}
