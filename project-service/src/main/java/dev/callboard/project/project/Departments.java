package dev.callboard.project.project;

import dev.callboard.kit.id.Ids;
import dev.callboard.kit.problem.CommonProblem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
public class Departments implements PanacheRepositoryBase<Department, UUID> {
    public List<DepartmentSummary> of(UUID projectId) {
        return list("projectId = ?1 order by position, id", projectId).stream()
                .map(Department::summary)
                .toList();
    }

    public Optional<DepartmentSummary> find(UUID id) {
        return findByIdOptional(id).map(Department::summary);
    }

    /** The department of this name, whatever its case; a new one at the end of the list if there is none. */
    @Transactional(Transactional.TxType.MANDATORY)
    public DepartmentSummary named(UUID projectId, String name) {
        return byName(projectId, name)
                .orElseGet(() -> {
                    var department =
                            new Department(Ids.next(), projectId, name.strip(), (int) count("projectId", projectId));
                    persistAndFlush(department);
                    return department;
                })
                .summary();
    }

    Optional<Department> byName(UUID projectId, String name) {
        return find(
                        "projectId = ?1 and lower(name) = ?2",
                        projectId,
                        name.strip().toLowerCase(Locale.ROOT))
                .firstResultOptional();
    }

    Department load(UUID projectId, UUID id) {
        return findByIdOptional(id)
                .filter(department -> department.projectId.equals(projectId))
                .orElseThrow(() -> CommonProblem.NOT_FOUND.of("department"));
    }
}
