package dev.callboard.user.registration;

import dev.callboard.user.registration.MailedLink.Purpose;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import static dev.callboard.user.UserProblem.LINK_UNKNOWN;

@ApplicationScoped
class MailedLinks implements PanacheRepositoryBase<MailedLink, UUID> {
    /** After its end, so long its reader is told that it expired rather than that it never was. */
    private static final Duration KEPT = Duration.ofDays(30);

    /**
     * Locked: of two uses at a time the second sees that of the first.
     *
     * @throws dev.callboard.kit.problem.Problem LINK_UNKNOWN
     */
    MailedLink take(LinkToken token, Purpose purpose) {
        return find("tokenHash = ?1 and purpose = ?2", token.hash(), purpose)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> LINK_UNKNOWN.because("This link is incomplete, or older than 30 days"));
    }

    Optional<MailedLink> newest(UUID userId, Purpose purpose) {
        return find("userId = ?1 and purpose = ?2 order by madeAt desc", userId, purpose)
                .firstResultOptional();
    }

    /** One was used: the others of its purpose are worth nothing any more, and forget what they brought. */
    void retireOthers(MailedLink used) {
        update(
                "usedAt = coalesce(usedAt, ?1), passwordHash = null where userId = ?2 and purpose = ?3",
                used.usedAt,
                used.userId,
                used.purpose);
    }

    void forgetOld(Instant now) {
        delete("expiresAt < ?1", now.minus(KEPT));
    }
}
