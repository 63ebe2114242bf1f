package dev.callboard.project.project;

import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.kit.problem.Problem;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;

/**
 * What may be said about a project.
 *
 * @param zone IANA, in which its days are named
 * @param phases each at most once
 */
public record ProjectRequest(
        @Schema(examples = "The Salt Road") @NotBlank @Size(max = 200)
        String name,

        @Nullable @Size(max = 2000) String goal,

        @Schema(examples = "Europe/Stockholm") @NotNull @Size(max = 50)
        String zone,

        @Nullable @Size(max = 4) List<@NotNull PhasePlan> phases) {

    static ProjectRequest of(Project project) {
        return new ProjectRequest(project.name, project.goal, project.zone, project.phases);
    }

    /** @throws Problem INVALID */
    ZoneId zoneId() {
        return Zones.named("zone", zone);
    }

    /** @throws Problem INVALID */
    List<PhasePlan> plannedPhases() {
        if (phases == null) return List.of();
        var seen = EnumSet.noneOf(Phase.class);
        for (int i = 0; i < phases.size(); i++) {
            var planned = phases.get(i);
            var field = "phases[" + i + "].";
            if (planned.phase() == null || !seen.add(planned.phase()))
                throw wrong(field + "phase", planned.phase(), "each phase once");
            if (planned.headcount() < 0 || planned.headcount() > 1_000_000)
                throw wrong(field + "headcount", planned.headcount(), "0 to 1,000,000");
            if (planned.from() != null && planned.to() != null && planned.to().isBefore(planned.from()))
                throw wrong(field + "to", planned.to(), "not before " + planned.from());
        }
        return phases;
    }

    private static Problem wrong(String field, @Nullable Object value, String expected) {
        return CommonProblem.INVALID
                .because("%s: %s (expected: %s)".formatted(field, value == null ? "missing" : value, expected))
                .field(field, value, expected);
    }
}
