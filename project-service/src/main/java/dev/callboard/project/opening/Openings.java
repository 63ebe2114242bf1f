package dev.callboard.project.opening;

import dev.callboard.account.rights.AccountRights;
import dev.callboard.account.rights.AccountSummary;
import dev.callboard.kit.id.Ids;
import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.kit.problem.Problem;
import dev.callboard.kit.saga.Sagas;
import dev.callboard.kit.security.Caller;
import dev.callboard.project.opening.OpeningProject.Opening;
import dev.callboard.project.project.ProjectRequest;
import dev.callboard.project.project.Projects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import java.util.UUID;

import static dev.callboard.project.ProjectProblem.ACCOUNT_SUSPENDED;

/** How projects begin. */
@ApplicationScoped
class Openings {
    @Inject
    Projects projects;

    @Inject
    AccountRights accounts;

    @Inject
    Sagas sagas;

    @Inject
    OpeningPrice price;

    /**
     * The draft and its opening are one transaction: an accepted request has its one project.
     *
     * @return the new project's id
     * @throws Problem ACCOUNT_SUSPENDED, INVALID
     */
    @Transactional
    UUID begin(UUID accountId, ProjectRequest request, Caller caller) {
        var account = account(accountId);
        var projectId = Ids.next();
        var sagaId = Ids.next();
        projects.draft(projectId, accountId, request, sagaId, caller);
        start(new Opening(sagaId, projectId, accountId), account);
        return projectId;
    }

    /** @throws Problem PROJECT_NOT_REFUSED, ACCOUNT_SUSPENDED */
    @Transactional
    void beginAgain(UUID projectId, UUID accountId) {
        var account = account(accountId);
        var sagaId = Ids.next();
        projects.tryAgain(projectId, sagaId);
        start(new Opening(sagaId, projectId, accountId), account);
    }

    private void start(Opening opening, AccountSummary account) {
        var first = OpeningProject.begin(opening, price.minor(account.currency()), account.currency());
        sagas.start(OpeningSaga.KIND, opening.sagaId(), opening.accountId(), opening.projectId(), first);
    }

    private AccountSummary account(UUID accountId) {
        var account = accounts.account(accountId).orElseThrow(() -> CommonProblem.RIGHTS_UNKNOWN.of("account"));
        if (account.suspended()) throw ACCOUNT_SUSPENDED.of(account.name());
        return account;
    }
}
