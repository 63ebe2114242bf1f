package dev.callboard.project.project;

import dev.callboard.kit.http.IfMatch;
import dev.callboard.kit.id.Ids;
import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.kit.problem.Problem;
import dev.callboard.project.Unique;
import dev.callboard.project.project.RolesResource.RoleRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import static dev.callboard.project.ProjectProblem.NAME_TAKEN;

/** The role catalogue of each project. A role's name is its key; the catalogue keeps the one spelling. */
@ApplicationScoped
public class Roles implements PanacheRepositoryBase<Role, UUID> {
    public List<RoleSummary> of(UUID projectId) {
        return list("projectId = ?1 order by lower(name), id", projectId).stream()
                .map(Role::summary)
                .toList();
    }

    /** The role of this name, whatever its case. */
    public Optional<RoleSummary> named(UUID projectId, String name) {
        return byName(projectId, name).map(Role::summary);
    }

    /** As {@link #named}, added to the catalogue if it is new. */
    @Transactional(Transactional.TxType.MANDATORY)
    public RoleSummary orNew(UUID projectId, String name) {
        return named(projectId, name).orElseGet(() -> {
            var role = new Role(Ids.next(), projectId, name.strip(), name.strip(), List.of());
            persistAndFlush(role);
            return role.summary();
        });
    }

    /** @throws Problem NAME_TAKEN */
    @Transactional
    Role add(UUID projectId, RoleRequest request) {
        var role = new Role(
                Ids.next(), projectId, request.name().strip(), request.name().strip(), List.of());
        apply(request, role);
        Unique.orRefuse(() -> persistAndFlush(role), () -> NAME_TAKEN.of(role.name));
        return role;
    }

    /** @throws Problem PRECONDITION_FAILED; INVALID for another name: crew entries and activities know the role by it */
    @Transactional
    Role change(UUID projectId, UUID id, IfMatch ifMatch, RoleRequest request) {
        var role = load(projectId, id);
        ifMatch.mustBe(role.version);
        if (!role.name.equals(request.name().strip()))
            throw CommonProblem.INVALID.of("name").field("name", request.name(), role.name + "; a role keeps its name");
        apply(request, role);
        flush();
        return role;
    }

    private static void apply(RoleRequest request, Role role) {
        role.shortName =
                request.shortName() == null ? role.name : request.shortName().strip();
        role.certificates = request.certificates() == null ? List.of() : List.copyOf(request.certificates());
    }

    Optional<Role> byName(UUID projectId, String name) {
        return find(
                        "projectId = ?1 and lower(name) = ?2",
                        projectId,
                        name.strip().toLowerCase(Locale.ROOT))
                .firstResultOptional();
    }

    Role load(UUID projectId, UUID id) {
        return findByIdOptional(id)
                .filter(role -> role.projectId.equals(projectId))
                .orElseThrow(() -> CommonProblem.NOT_FOUND.of("role"));
    }
}
