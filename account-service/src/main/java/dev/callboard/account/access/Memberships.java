package dev.callboard.account.access;

import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.kit.problem.Problem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
public class Memberships implements PanacheRepositoryBase<Membership, Membership.Key> {
    /**
     * For a change: nobody else changes it until the caller's transaction ends.
     *
     * @throws Problem NOT_FOUND when this user is no member now
     */
    public Membership lock(UUID accountId, UUID userId) {
        return lockAny(accountId, userId)
                .filter(Membership::isActive)
                .orElseThrow(() -> CommonProblem.NOT_FOUND.of("member"));
    }

    /** Also one who left. */
    public Optional<Membership> lockAny(UUID accountId, UUID userId) {
        return findByIdOptional(new Membership.Key(accountId, userId), LockModeType.PESSIMISTIC_WRITE);
    }

    public Optional<Membership> member(UUID accountId, UUID userId) {
        return findByIdOptional(new Membership.Key(accountId, userId)).filter(Membership::isActive);
    }

    public Optional<Membership> memberWith(UUID accountId, String email) {
        return find("key.accountId = ?1 and lower(email) = lower(?2) and active", accountId, email)
                .firstResultOptional();
    }

    /** In order of their user ids. */
    public List<Membership> of(UUID accountId, @Nullable UUID after, int limit) {
        var query = after == null
                ? find("key.accountId = ?1 and active order by key.userId", accountId)
                : find("key.accountId = ?1 and active and key.userId > ?2 order by key.userId", accountId, after);
        return query.page(0, limit).list();
    }

    public List<Membership> lockAllOf(UUID userId) {
        return find("key.userId", userId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }
}
