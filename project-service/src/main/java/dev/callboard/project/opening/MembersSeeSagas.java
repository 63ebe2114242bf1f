package dev.callboard.project.opening;

import dev.callboard.account.rights.AccountRights;
import dev.callboard.kit.saga.SagaVisibility;
import dev.callboard.kit.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.util.UUID;

/** A saga is seen by the members of the account that it is about. */
@ApplicationScoped
class MembersSeeSagas implements SagaVisibility {
    @Inject
    AccountRights accounts;

    @Override
    public boolean maySee(UUID accountId, Caller caller) {
        return !accounts.of(accountId, caller).isEmpty();
    }
}
