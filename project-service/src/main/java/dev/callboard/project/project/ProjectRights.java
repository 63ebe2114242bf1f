package dev.callboard.project.project;

import dev.callboard.account.rights.AccountRights;
import dev.callboard.contracts.account.AccountRight;
import dev.callboard.kit.database.Database;
import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.kit.problem.Problem;
import dev.callboard.kit.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a caller may do in a project: the members of the project and, above them, of the account that owns it. Ask before
 * the transaction of the use case: an account that was opened this moment is asked of account-service.
 */
@ApplicationScoped
public class ProjectRights {
    @Inject
    Projects projects;

    @Inject
    Members members;

    @Inject
    AccountRights accounts;

    @Inject
    Database db;

    @Inject
    InstantSource clock;

    /** @throws Problem NOT_FOUND to strangers, exactly as for an unknown project */
    public Standing require(UUID projectId, Caller caller) {
        return require(projectId, caller, "project");
    }

    /**
     * @param subject what the caller asked for, such as {@code activity}
     * @throws Problem NOT_FOUND of the subject to strangers, exactly as for an unknown one
     */
    public Standing require(UUID projectId, Caller caller, String subject) {
        return of(projectId, caller).orElseThrow(() -> CommonProblem.NOT_FOUND.of(subject));
    }

    private Optional<Standing> of(UUID projectId, Caller caller) {
        return projects.find(projectId).flatMap(project -> of(project, caller));
    }

    private Optional<Standing> of(ProjectSummary project, Caller caller) {
        var inAccount = accounts.of(project.accountId(), caller);
        var today = LocalDate.ofInstant(clock.instant(), project.zone());
        var inProject = members.of(project.id(), caller).stream()
                .filter(member -> member.until() == null || !member.until().isBefore(today))
                .toList();
        if (inAccount.isEmpty() && inProject.isEmpty()) return Optional.empty();

        var rights = EnumSet.noneOf(ProjectRight.class);
        if (inAccount.contains(AccountRight.OWNER)) rights.add(ProjectRight.COORDINATOR);
        if (inAccount.contains(AccountRight.PLANNER)) rights.add(ProjectRight.PLANNER);
        inProject.forEach(member -> rights.add(member.right()));

        var entries = inProject.stream()
                .map(Members.Member::crewEntryId)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
        var departments = new HashSet<>(headedBy(project.id(), entries));
        inProject.stream()
                .filter(member -> member.right() == ProjectRight.HEAD && member.departmentId() != null)
                .forEach(member -> departments.add(member.departmentId()));
        if (!departments.isEmpty()) rights.add(ProjectRight.HEAD);

        var reader = inAccount.contains(AccountRight.VIEWER)
                || rights.contains(ProjectRight.COORDINATOR)
                || rights.contains(ProjectRight.PLANNER)
                || rights.contains(ProjectRight.HEAD);
        return Optional.of(new Standing(project, Set.copyOf(rights), reader, Set.copyOf(departments), entries));
    }

    private Set<UUID> headedBy(UUID projectId, Set<UUID> crewEntries) {
        if (crewEntries.isEmpty()) return Set.of();
        var entries = crewEntries.toArray(UUID[]::new);
        return Set.copyOf(db.list(
                "select id from department where project_id = ? and (head_id = any (?) or deputy_id = any (?))",
                row -> row.getObject("id", UUID.class),
                projectId,
                entries,
                entries));
    }
}
