package dev.callboard.project.crew;

import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.kit.problem.Problem;
import dev.callboard.project.project.CastNamed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** What the crew has to say when a day names people. */
@ApplicationScoped
class CrewOfDays {
    @Inject
    CrewEntries crew;

    /** @throws Problem INVALID */
    void on(@Observes CastNamed named) {
        var known = crew.byId(named.crewEntryIds());
        for (int at = 0; at < named.crewEntryIds().size(); at++) {
            var id = named.crewEntryIds().get(at);
            var entry = known.get(id);
            if (entry == null || !entry.projectId().equals(named.projectId()))
                throw CommonProblem.INVALID
                        .of("castTimes")
                        .field("castTimes[" + at + "].crewEntryId", id, "a crew entry of the project");
        }
    }
}
