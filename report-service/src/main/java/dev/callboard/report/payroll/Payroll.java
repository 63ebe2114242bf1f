package dev.callboard.report.payroll;

import dev.callboard.account.rights.AccountRights;
import dev.callboard.contracts.account.AccountRight;
import dev.callboard.kit.security.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

import java.util.UUID;

/** Who may see what people are paid: members with PAYROLL, which OWNER includes. */
@RequestScoped
public class Payroll {
    @Inject
    AccountRights rights;

    @Inject
    Caller caller;

    /** @throws dev.callboard.kit.problem.Problem NOT_FOUND for who is no member, FORBIDDEN for a member without the right */
    public void mayUse(UUID accountId) {
        rights.require(accountId, caller, AccountRight.PAYROLL, AccountRight.OWNER);
    }

    /** As {@link #mayUse}, for writes: not decided by rights that may be over a minute old. */
    public void mayChange(UUID accountId) {
        mayUse(accountId);
        rights.requireFresh();
    }

    /** As {@link #mayChange}, for a write whose account is known only to what it leads to, which asks {@link #canUse}. */
    public void mustBeFresh() {
        rights.requireFresh();
    }

    /** For a thing that was found by its own id: who may not see it is told nothing, not even that it exists. */
    public boolean canUse(UUID accountId) {
        var held = rights.of(accountId, caller);
        return held.contains(AccountRight.PAYROLL) || held.contains(AccountRight.OWNER);
    }

    public UUID userId() {
        return caller.userId();
    }
}
