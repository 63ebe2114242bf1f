package dev.callboard.account.invitation;

import dev.callboard.account.access.RightsColumn;
import dev.callboard.contracts.account.AccountRight;
import dev.callboard.kit.problem.Problem;
import dev.callboard.kit.security.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import static dev.callboard.account.AccountProblem.INVITATION_EXPIRED;
import static dev.callboard.account.AccountProblem.INVITATION_IS_ANOTHERS;
import static dev.callboard.account.AccountProblem.INVITATION_USED;

/** Asks the owner of an address to join. Tells nothing about whether anybody has that address here. */
@Entity
class Invitation {
    static final Duration LIFETIME = Duration.ofDays(7);

    @Schema(name = "InvitationState")
    enum State {
        PENDING,
        ACCEPTED,
        WITHDRAWN
    }

    @Id
    UUID id;

    @Column(name = "account_id")
    UUID accountId;

    /** Lower case. */
    String email;

    @Convert(converter = RightsColumn.class)
    Set<AccountRight> rights;

    @Column(name = "token_hash")
    byte[] tokenHash;

    @Enumerated(EnumType.STRING)
    State state;

    @Column(name = "invited_by")
    UUID invitedBy;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Nullable
    @Column(name = "accepted_by")
    UUID acceptedBy;

    @Version
    long version;

    protected Invitation() {}

    Invitation(
            UUID id,
            UUID accountId,
            String email,
            Set<AccountRight> rights,
            InvitationToken token,
            UUID invitedBy,
            Instant now) {
        this.id = id;
        this.accountId = accountId;
        this.email = email;
        this.rights = rights;
        this.tokenHash = token.hash();
        this.state = State.PENDING;
        this.invitedBy = invitedBy;
        this.createdAt = now;
        this.expiresAt = now.plus(LIFETIME);
    }

    /**
     * By the person whose verified address it was sent to. Her second press of the button changes nothing.
     *
     * @return whether this is what made her a member
     * @throws Problem INVITATION_IS_ANOTHERS, INVITATION_USED, INVITATION_EXPIRED
     */
    boolean accept(Caller caller, Instant now) {
        if (!email.equalsIgnoreCase(caller.email())) throw INVITATION_IS_ANOTHERS.of("invitation");
        if (state == State.ACCEPTED && caller.userId().equals(acceptedBy)) return false;
        if (state != State.PENDING) throw INVITATION_USED.of("invitation");
        if (!now.isBefore(expiresAt)) throw INVITATION_EXPIRED.of("invitation");

        state = State.ACCEPTED;
        acceptedBy = caller.userId();
        return true;
    }

    void withdraw() {
        if (state == State.PENDING) state = State.WITHDRAWN;
    }
}
