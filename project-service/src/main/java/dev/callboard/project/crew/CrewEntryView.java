package dev.callboard.project.crew;

import dev.callboard.project.project.Standing;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/**
 * A crew entry as it is shown to a caller.
 *
 * @param phone null to whom it is private: it is shown to her, to her department's head and to coordinators
 * @param diet null to all but her and who plans
 * @param employeeNo null to whom pay is none of her business
 * @param claimed whether a user has taken it; which one is not told
 */
record CrewEntryView(
        UUID id,
        UUID projectId,
        String email,
        String givenName,
        String familyName,
        @Nullable String phone,
        String locale,
        @Nullable UUID departmentId,
        List<String> roles,
        @Nullable String employeeNo,
        @Nullable String castNumber,
        @Nullable String diet,
        boolean claimed,
        long version,
        List<String> allowed) {

    static CrewEntryView of(CrewEntry entry, Standing standing) {
        var own = standing.isSelf(entry.id);
        return new CrewEntryView(
                entry.id,
                entry.projectId,
                entry.email,
                entry.givenName,
                entry.familyName,
                standing.mayRing(entry.id, entry.departmentId) ? entry.phone : null,
                entry.locale,
                entry.departmentId,
                List.copyOf(entry.roles),
                standing.plans() || own ? entry.employeeNo : null,
                entry.castNumber,
                standing.plans() || own ? entry.diet : null,
                entry.userId != null,
                entry.version,
                standing.plans() ? List.of("change", "remove") : List.of());
    }
}
