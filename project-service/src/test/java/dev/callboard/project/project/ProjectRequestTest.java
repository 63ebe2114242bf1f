package dev.callboard.project.project;

import dev.callboard.kit.problem.Problem;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ProjectRequestTest {
    private static final LocalDate FIRST = LocalDate.of(2027, 10, 18);
    private static final LocalDate LAST = LocalDate.of(2027, 11, 6);
    private static final PhasePlan INCEPTION = new PhasePlan(Phase.INCEPTION, FIRST.minusDays(30), FIRST, 12);

    private static void refused(String reason, PhasePlan... phases) {
        var request = new ProjectRequest("The Salt Road", null, "Europe/Stockholm", List.of(phases));
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(request::plannedPhases)
                .withMessageContaining(reason);
    }

    @Test
    void a_wrong_phase_is_named_by_its_place_in_the_list() {
        refused("phases[1].headcount: -1 (expected: 0 to 1,000,000)", INCEPTION, execution(FIRST, LAST, -1));
        refused("phases[1].to: 2027-10-18 (expected: not before 2027-11-06)", INCEPTION, execution(LAST, FIRST, 240));
        refused("phases[1].phase: INCEPTION (expected: each phase once)", INCEPTION, INCEPTION);
    }

    private static PhasePlan execution(LocalDate from, LocalDate to, int headcount) {
        return new PhasePlan(Phase.EXECUTION, from, to, headcount);
    }
}
