package dev.callboard.project.project;

import dev.callboard.kit.http.IfMatch;
import dev.callboard.kit.id.Ids;
import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.kit.problem.Problem;
import dev.callboard.project.Unique;
import dev.callboard.project.project.UnitsResource.UnitRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import static dev.callboard.project.ProjectProblem.NAME_TAKEN;

@ApplicationScoped
public class Units implements PanacheRepositoryBase<Unit, UUID> {
    public List<UnitSummary> of(UUID projectId) {
        return list("projectId = ?1 order by position, id", projectId).stream()
                .map(Unit::summary)
                .toList();
    }

    public Optional<UnitSummary> find(UUID id) {
        return findByIdOptional(id).map(Unit::summary);
    }

    /** Every project has one from the start. */
    public UnitSummary main(UUID projectId) {
        return of(projectId).getFirst();
    }

    /** The unit of this name, whatever its case. */
    public Optional<UnitSummary> named(UUID projectId, String name) {
        return byName(projectId, name).map(Unit::summary);
    }

    /** As {@link #named}, made if there is none. */
    @Transactional(Transactional.TxType.MANDATORY)
    public UnitSummary orNew(UUID projectId, String name) {
        return named(projectId, name).orElseGet(() -> {
            var unit = new Unit(Ids.next(), projectId, name.strip(), (int) count("projectId", projectId));
            persistAndFlush(unit);
            return unit.summary();
        });
    }

    /** @throws Problem NAME_TAKEN */
    @Transactional
    Unit add(UUID projectId, UnitRequest request) {
        var unit = new Unit(Ids.next(), projectId, request.name().strip(), (int) count("projectId", projectId));
        Unique.orRefuse(() -> persistAndFlush(unit), () -> NAME_TAKEN.of(unit.name));
        return unit;
    }

    /** @throws Problem PRECONDITION_FAILED, NAME_TAKEN */
    @Transactional
    Unit change(UUID projectId, UUID id, IfMatch ifMatch, UnitRequest request) {
        var unit = load(projectId, id);
        ifMatch.mustBe(unit.version);
        unit.name = request.name().strip();
        Unique.orRefuse(this::flush, () -> NAME_TAKEN.of(unit.name));
        return unit;
    }

    Optional<Unit> byName(UUID projectId, String name) {
        return find(
                        "projectId = ?1 and lower(name) = ?2",
                        projectId,
                        name.strip().toLowerCase(Locale.ROOT))
                .firstResultOptional();
    }

    Unit load(UUID projectId, UUID id) {
        return findByIdOptional(id)
                .filter(unit -> unit.projectId.equals(projectId))
                .orElseThrow(() -> CommonProblem.NOT_FOUND.of("unit"));
    }
}
