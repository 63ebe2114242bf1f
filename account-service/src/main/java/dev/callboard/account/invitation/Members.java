package dev.callboard.account.invitation;

import dev.callboard.account.access.Membership;
import dev.callboard.account.access.Memberships;
import dev.callboard.account.audit.AuditTrail;
import dev.callboard.contracts.account.AccountRight;
import dev.callboard.kit.http.IfMatch;
import dev.callboard.kit.messaging.Outbox;
import dev.callboard.kit.problem.Problem;
import dev.callboard.kit.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;

import static dev.callboard.contracts.Topics.ACCOUNT_EVENTS;

/** What happens to members once they are. */
@ApplicationScoped
class Members {
    @Inject
    Memberships memberships;

    @Inject
    AuditTrail audit;

    @Inject
    Outbox outbox;

    @Inject
    InstantSource clock;

    /** @throws Problem those of {@link Membership#change}; NOT_FOUND, PRECONDITION_FAILED */
    @Transactional
    Membership change(UUID accountId, UUID userId, IfMatch ifMatch, Set<AccountRight> rights, Caller caller) {
        var membership = memberships.lock(accountId, userId);
        ifMatch.mustBe(membership.version());
        var now = clock.instant();
        outbox.append(ACCOUNT_EVENTS, accountId, membership.change(rights, now));
        audit.append(accountId, caller.userId(), "rights.changed", userId, rights.toString(), now);
        return membership;
    }

    /** @throws Problem OWNER_STAYS; NOT_FOUND, PRECONDITION_FAILED */
    @Transactional
    void remove(UUID accountId, UUID userId, IfMatch ifMatch, Caller caller) {
        var membership = memberships.lock(accountId, userId);
        ifMatch.mustBe(membership.version());
        var now = clock.instant();
        outbox.append(ACCOUNT_EVENTS, accountId, membership.remove(now));
        audit.append(accountId, caller.userId(), "member.removed", userId, null, now);
    }

    /** Erased persons leave every account. One that they owned keeps its owner's id until an operator gives it on. */
    @Transactional(Transactional.TxType.MANDATORY)
    void forget(UUID userId) {
        var now = clock.instant();
        for (var membership : memberships.lockAllOf(userId)) {
            membership.forgetPerson();
            if (!membership.isActive() || membership.isOwner()) continue;

            outbox.append(ACCOUNT_EVENTS, membership.accountId(), membership.remove(now));
            audit.append(membership.accountId(), null, "member.erased", userId, null, now);
        }
    }
}
