package dev.callboard.project.crew;

import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.kit.problem.Problem;
import dev.callboard.project.project.DepartmentRemoved;
import dev.callboard.project.project.HeadsNamed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import static dev.callboard.project.ProjectProblem.STILL_IN_USE;

/** What the crew has to say when departments change. */
@ApplicationScoped
class CrewOfDepartments {
    @Inject
    CrewEntries crew;

    /** @throws Problem INVALID: a head is one of the project's crew */
    void on(@Observes HeadsNamed named) {
        for (var id : named.crewEntryIds()) {
            var known = crew.find(id).filter(entry -> entry.projectId().equals(named.projectId()));
            if (known.isEmpty())
                throw CommonProblem.INVALID.of("headId").field("headId", id, "a crew entry of the project");
        }
    }

    /** @throws Problem STILL_IN_USE */
    void on(@Observes DepartmentRemoved removed) {
        var people = crew.count("departmentId", removed.departmentId());
        if (people > 0) throw STILL_IN_USE.because("%,d people belong to the department".formatted(people));
    }
}
