package dev.callboard.account.invitation;

import dev.callboard.account.access.Membership;
import dev.callboard.account.access.Memberships;
import dev.callboard.account.audit.AuditTrail;
import dev.callboard.account.fiscal.Accounts;
import dev.callboard.contracts.account.AccountRight;
import dev.callboard.kit.http.IfMatch;
import dev.callboard.kit.id.Ids;
import dev.callboard.kit.mail.MailQueue;
import dev.callboard.kit.messaging.Outbox;
import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.kit.problem.Problem;
import dev.callboard.kit.security.Caller;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import static dev.callboard.account.AccountProblem.ALREADY_A_MEMBER;
import static dev.callboard.account.AccountProblem.INVITATION_USED;
import static dev.callboard.account.AccountProblem.OWNER_IS_NOT_GRANTED;
import static dev.callboard.contracts.Topics.ACCOUNT_EVENTS;

@ApplicationScoped
class Invitations implements PanacheRepositoryBase<Invitation, UUID> {
    @Inject
    Accounts accounts;

    @Inject
    Memberships memberships;

    @Inject
    InvitationMail mail;

    @Inject
    MailQueue mails;

    @Inject
    AuditTrail audit;

    @Inject
    Outbox outbox;

    @Inject
    InstantSource clock;

    /**
     * An earlier invitation of the same address is replaced: its link no longer works.
     *
     * @throws Problem ALREADY_A_MEMBER, OWNER_IS_NOT_GRANTED
     */
    @Transactional
    Invitation invite(UUID accountId, String address, Set<AccountRight> rights, Caller caller) {
        if (rights.contains(AccountRight.OWNER)) throw OWNER_IS_NOT_GRANTED.of("rights");
        var account = accounts.lock(accountId); // two invitations of one address follow each other
        var email = address.strip().toLowerCase(Locale.ROOT);
        if (memberships.memberWith(accountId, email).isPresent()) throw ALREADY_A_MEMBER.of("email");

        find("accountId = ?1 and email = ?2 and state = ?3", accountId, email, Invitation.State.PENDING).stream()
                .forEach(Invitation::withdraw);
        flush(); // one pending invitation per address, also in the order of the statements
        var now = clock.instant();
        var token = InvitationToken.next();
        var invitation = new Invitation(Ids.next(), accountId, email, rights, token, caller.userId(), now);
        persist(invitation);
        mails.add(mail.to(invitation, account, caller.name(), token));
        audit.append(accountId, caller.userId(), "member.invited", invitation.id, rights.toString(), now);
        flush();
        return invitation;
    }

    /**
     * @throws Problem NOT_FOUND for a token that is none of this account's; those of {@link Invitation#accept}
     */
    @Transactional
    Membership accept(UUID accountId, InvitationToken token, Caller caller) {
        var invitation = find("tokenHash = ?1 and accountId = ?2", token.hash(), accountId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> CommonProblem.NOT_FOUND.of("invitation"));
        var now = clock.instant();
        var membership = memberships.lockAny(accountId, caller.userId()).orElseGet(() -> {
            var fresh = new Membership(accountId, caller.userId(), now);
            memberships.persist(fresh);
            return fresh;
        });
        if (!invitation.accept(caller, now)) {
            if (!membership.isActive()) throw INVITATION_USED.of("invitation"); // removed since
            return membership;
        }

        var joined = membership.join(invitation.rights, caller.email(), caller.name(), now);
        outbox.append(ACCOUNT_EVENTS, accountId, joined);
        audit.append(
                accountId,
                caller.userId(),
                "member.joined",
                caller.userId(),
                joined.rights().toString(),
                now);
        flush();
        return membership;
    }

    @Transactional
    void withdraw(UUID accountId, UUID id, IfMatch ifMatch, Caller caller) {
        var invitation = get(accountId, id);
        ifMatch.mustBe(invitation.version);
        invitation.withdraw();
        audit.append(accountId, caller.userId(), "invitation.withdrawn", id, null, clock.instant());
    }

    /** @throws Problem NOT_FOUND */
    Invitation get(UUID accountId, UUID id) {
        return find("id = ?1 and accountId = ?2", id, accountId)
                .firstResultOptional()
                .orElseThrow(() -> CommonProblem.NOT_FOUND.of("invitation"));
    }

    /** Pending ones, the oldest first. */
    List<Invitation> of(UUID accountId, @Nullable UUID after, int limit) {
        var pending = Invitation.State.PENDING;
        var query = after == null
                ? find("accountId = ?1 and state = ?2 order by id", accountId, pending)
                : find("accountId = ?1 and state = ?2 and id > ?3 order by id", accountId, pending, after);
        return query.page(0, limit).list();
    }
}
