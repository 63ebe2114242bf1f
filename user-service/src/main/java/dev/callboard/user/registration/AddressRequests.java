package dev.callboard.user.registration;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import org.hibernate.Timeouts;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class AddressRequests implements PanacheRepositoryBase<AddressRequest, UUID> {
    private static final Duration KEPT = Duration.ofDays(1);

    /** The oldest that nobody has decided, as it stands now: another replica may take it before us. */
    Optional<UUID> due(Instant now) {
        return find("decidedAt is null and notBefore <= ?1 order by notBefore, id", now)
                .firstResultOptional()
                .map(request -> request.id);
    }

    /** Locked for the one who decides it; empty when another is at it or has done it. */
    Optional<AddressRequest> take(UUID id) {
        return getEntityManager()
                .createQuery("from AddressRequest where id = :id and decidedAt is null", AddressRequest.class)
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI)
                .getResultStream()
                .findFirst();
    }

    long askedSince(String email, Instant since) {
        return count("email = ?1 and askedAt > ?2", email, since);
    }

    void forgetOld(Instant now) {
        delete("decidedAt < ?1", now.minus(KEPT));
    }
}
