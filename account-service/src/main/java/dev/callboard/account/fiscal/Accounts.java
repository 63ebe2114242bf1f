package dev.callboard.account.fiscal;

import dev.callboard.account.access.Access;
import dev.callboard.account.access.Membership;
import dev.callboard.account.access.Memberships;
import dev.callboard.account.audit.AuditTrail;
import dev.callboard.contracts.account.AccountRight;
import dev.callboard.kit.http.IfMatch;
import dev.callboard.kit.id.Ids;
import dev.callboard.kit.messaging.Outbox;
import dev.callboard.kit.problem.Problem;
import dev.callboard.kit.security.Caller;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import static dev.callboard.account.AccountProblem.NOT_A_MEMBER;
import static dev.callboard.contracts.Topics.ACCOUNT_EVENTS;

@ApplicationScoped
public class Accounts implements PanacheRepositoryBase<Account, UUID> {
    @Inject
    Memberships memberships;

    @Inject
    AuditTrail audit;

    @Inject
    Outbox outbox;

    @Inject
    InstantSource clock;

    /** The caller becomes its owner. */
    @Transactional
    Account open(String name, String currency, @Nullable String vatNumber, @Nullable String address, Caller caller) {
        var now = clock.instant();
        var account = Account.open(Ids.next(), name, currency, vatNumber, address, caller.userId(), now);
        persist(account);
        var owner = new Membership(account.id, caller.userId(), now);
        memberships.persist(owner);

        outbox.append(ACCOUNT_EVENTS, account.id, account.opened());
        outbox.append(
                ACCOUNT_EVENTS,
                account.id,
                owner.join(EnumSet.of(AccountRight.OWNER), caller.email(), caller.name(), now));
        audit.append(account.id, caller.userId(), "account.opened", account.id, currency, now);
        flush();
        return account;
    }

    @Transactional
    Account change(UUID id, IfMatch ifMatch, Consumer<Account> change, Caller caller) {
        var account = get(id);
        ifMatch.mustBe(account.version);
        change.accept(account);
        audit.append(id, caller.userId(), "account.changed", id, null, clock.instant());
        flush(); // the ETag we answer with is the version we stored
        return account;
    }

    /**
     * Audited on both sides. The former owner stays a member with every other right.
     *
     * @throws Problem NOT_A_MEMBER
     */
    @Transactional
    Account give(UUID id, IfMatch ifMatch, UUID newOwner, Caller caller) {
        var account = get(id);
        ifMatch.mustBe(account.version);
        if (account.ownerUserId.equals(newOwner)) return account;

        var now = clock.instant();
        var former = memberships.lock(id, account.ownerUserId);
        var next = memberships
                .lockAny(id, newOwner)
                .filter(Membership::isActive)
                .orElseThrow(() -> NOT_A_MEMBER.of("userId").field("userId", newOwner, "a member of the account"));
        account.ownerUserId = newOwner;
        outbox.append(ACCOUNT_EVENTS, id, next.own(now));
        outbox.append(ACCOUNT_EVENTS, id, former.yieldOwnership(now));
        audit.append(id, caller.userId(), "owner.changed", newOwner, "from " + former.userId(), now);
        flush();
        return account;
    }

    @Transactional
    Account suspend(UUID id, String reason, Caller caller) {
        var account = lock(id);
        var now = clock.instant();
        account.suspend(reason, now).ifPresent(fact -> {
            outbox.append(ACCOUNT_EVENTS, id, fact);
            audit.append(id, caller.userId(), "account.suspended", id, reason, now);
        });
        flush();
        return account;
    }

    @Transactional
    Account reinstate(UUID id, IfMatch ifMatch, Caller caller) {
        var account = lock(id);
        ifMatch.mustBe(account.version);
        var now = clock.instant();
        account.reinstate(now).ifPresent(fact -> {
            outbox.append(ACCOUNT_EVENTS, id, fact);
            audit.append(id, caller.userId(), "account.reinstated", id, null, now);
        });
        flush();
        return account;
    }

    /** @throws Problem NOT_FOUND */
    public Account get(UUID id) {
        return findByIdOptional(id).orElseThrow(Access::unknown);
    }

    /** @throws Problem NOT_FOUND */
    public Account lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(Access::unknown);
    }

    /** The accounts in which this user is a member now, the oldest first. */
    List<Account> of(UUID userId, @Nullable UUID after, int limit) {
        var mine =
                "from Account a where a.id in (select m.key.accountId from Membership m where m.key.userId = ?1 and m.active)";
        var query = after == null
                ? find(mine + " order by a.id", userId)
                : find(mine + " and a.id > ?2 order by a.id", userId, after);
        return query.page(0, limit).list();
    }
}
