package dev.callboard.bench;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GoalTest {
    @Test
    void a_goal_says_what_it_is_and_whether_it_is_met() {
        assertThat(Goal.below("", 20, "s", 19.9)).hasToString("goal: < 20 s, met");
        assertThat(Goal.below("", 20, "s", 20)).hasToString("goal: < 20 s, not met");
        assertThat(Goal.atMost("", 1.5, "×", 1.5)).hasToString("goal: ≤ 1.5 ×, met");
        assertThat(Goal.atLeast("", 400_000, "a minute", 221_384)).hasToString("goal: ≥ 400,000 a minute, not met");
    }

    @Test
    void of_several_goals_the_missed_ones_are_named() {
        var p50 = Goal.below("p50", 60, "", 59);

        assertThat(p50.and(Goal.below("p99", 250, "", 249))).hasToString("goal: p50 < 60, p99 < 250, met");
        assertThat(p50.and(Goal.below("p99", 250, "", 804.6)).verdict()).isEqualTo("not met: p99 < 250");
        assertThat(Goal.below("p50", 60, "", 211)
                        .and(Goal.below("p99", 250, "", 804.6))
                        .verdict())
                .isEqualTo("not met");
    }

    @Test
    void where_no_goal_stands_nothing_is_said() {
        assertThat(Goal.NONE.text() + Goal.NONE.verdict()).isEmpty();
        assertThat(Goal.NONE.and(Goal.below("", 8, "s", 7))).hasToString("goal: < 8 s, met");
    }
}
