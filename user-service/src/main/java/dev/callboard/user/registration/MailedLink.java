package dev.callboard.user.registration;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import static dev.callboard.user.UserProblem.LINK_EXPIRED;
import static dev.callboard.user.UserProblem.LINK_USED;

/** Proof of an address: who has the token has read the mail. Good once, for a while. */
@Entity
@Table(name = "mailed_links")
class MailedLink {
    enum Purpose {
        VERIFY(Duration.ofHours(24)),
        RESET(Duration.ofHours(1));

        final Duration validity;

        Purpose(Duration validity) {
            this.validity = validity;
        }
    }

    @Id
    UUID id;

    @Column(name = "user_id")
    UUID userId;

    @Enumerated(EnumType.STRING)
    Purpose purpose;

    @Column(name = "token_hash")
    byte[] tokenHash;

    @Nullable
    String name;

    @Column(name = "password_hash")
    @Nullable
    String passwordHash;

    @Column(name = "made_at")
    Instant madeAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "used_at")
    @Nullable
    Instant usedAt;

    protected MailedLink() {}

    MailedLink(UUID id, UUID userId, Purpose purpose, LinkToken token, Instant now) {
        this.id = id;
        this.userId = userId;
        this.purpose = purpose;
        this.tokenHash = token.hash();
        this.madeAt = now;
        this.expiresAt = now.plus(purpose.validity);
    }

    /** The registration that it was mailed for. */
    MailedLink bringing(String name, String passwordHash) {
        this.name = name;
        this.passwordHash = passwordHash;
        return this;
    }

    /** @throws dev.callboard.kit.problem.Problem LINK_USED, LINK_EXPIRED */
    void use(Instant now) {
        if (usedAt != null) throw LINK_USED.because("This link was used before, or a newer one was");
        if (!now.isBefore(expiresAt)) throw LINK_EXPIRED.because("This link was valid until " + expiresAt);

        usedAt = now;
    }
}
