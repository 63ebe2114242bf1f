package dev.callboard.project.plan;

import dev.callboard.kit.problem.Problem;
import dev.callboard.project.ProjectProblem;
import dev.callboard.project.activity.DoubleBooking;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PlanTest {
    private static final Instant NOW = Instant.parse("2027-10-04T07:00:00Z");
    private final Plan plan = new Plan(new UUID(0, 2), new UUID(0, 3));

    private static DoubleBooking inStudio2(@Nullable String overridden) {
        return new DoubleBooking(
                new UUID(1, 0),
                new DoubleBooking.Side(new UUID(2, 21), "21", "Int. kitchen: the letter"),
                new DoubleBooking.Side(new UUID(2, 23), "23", "Pre-light the wheelhouse set"),
                overridden);
    }

    private void published() {
        plan.edited(false, null);
        plan.publish(60, List.of(), false, null, NOW);
    }

    private static void refused(ProjectProblem as, Runnable action) {
        assertThatExceptionOfType(Problem.class).isThrownBy(action::run).satisfies(problem -> assertThat(problem.type())
                .isEqualTo(as));
    }

    @Test
    void an_empty_plan_is_not_published() {
        refused(ProjectProblem.PLAN_EMPTY, () -> plan.publish(0, List.of(), true, null, NOW));
    }

    @Test
    void versions_are_numbered_from_one() {
        published();
        assertThat(plan.number).isEqualTo(1);
        assertThat(plan.state).isEqualTo(PlanState.PUBLISHED);

        plan.edited(false, null);
        assertThat(plan.state).isEqualTo(PlanState.DRAFT);

        assertThat(plan.publish(60, List.of(), false, null, NOW).number()).isEqualTo(2);
    }

    @Test
    void the_same_plan_is_not_published_twice() {
        published();

        refused(ProjectProblem.PLAN_UNCHANGED, () -> plan.publish(60, List.of(), false, null, NOW));
    }

    @Test
    void a_double_booked_studio_keeps_the_plan_from_being_published() {
        plan.edited(false, null);

        refused(
                ProjectProblem.LOCATION_DOUBLE_BOOKED,
                () -> plan.publish(60, List.of(inStudio2(null)), true, null, NOW));
        assertThat(plan.number).isZero();
    }

    @Test
    void a_double_booking_that_is_meant_does_not() {
        plan.edited(false, null);

        plan.publish(60, List.of(inStudio2("Same crew, quiet work")), false, null, NOW);

        assertThat(plan.number).isEqualTo(1);
    }

    @Test
    void a_locked_plan_changes_only_by_a_coordinator_with_a_reason() {
        published();
        plan.lock(NOW);

        refused(ProjectProblem.PLAN_LOCKED, () -> plan.edited(false, "It rains"));
        refused(ProjectProblem.PLAN_LOCKED, () -> plan.edited(true, null));
        plan.edited(true, "It rains");
        refused(ProjectProblem.PLAN_LOCKED, () -> plan.publish(60, List.of(), true, null, NOW));
        plan.publish(60, List.of(), true, "It rains", NOW);

        assertThat(plan.state).isEqualTo(PlanState.LOCKED);
        assertThat(plan.number).isEqualTo(2);
    }

    @Test
    void only_what_was_published_as_it_stands_is_locked() {
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> plan.lock(NOW));
    }
}
