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

/** Something that was asked about an address, and is decided after the answer has gone. */
@Entity
@Table(name = "address_requests")
class AddressRequest {
    enum Kind {
        REGISTER,
        RESEND,
        RESET
    }

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    Kind kind;

    String email;

    @Nullable
    String name;

    @Nullable
    String locale;

    @Nullable
    String zone;

    @Column(name = "password_hash")
    @Nullable
    String passwordHash;

    @Column(name = "asked_at")
    Instant askedAt;

    @Column(name = "not_before")
    Instant notBefore;

    int attempts;

    @Column(name = "decided_at")
    @Nullable
    Instant decidedAt;

    protected AddressRequest() {}

    AddressRequest(UUID id, Kind kind, String email, Instant now) {
        this.id = id;
        this.kind = kind;
        this.email = email;
        this.askedAt = now;
        this.notBefore = now;
    }

    AddressRequest of(String name, String locale, String zone, String passwordHash) {
        this.name = name;
        this.locale = locale;
        this.zone = zone;
        this.passwordHash = passwordHash;
        return this;
    }

    /** Kept for a day, to count by; the password is not. */
    void decided(Instant now) {
        decidedAt = now;
        passwordHash = null;
    }

    /** After a failure: 1 s, 2 s, 4 s, … */
    void postpone(Instant now) {
        attempts++;
        var pause = Duration.ofSeconds(1L << Math.min(attempts - 1, 10));
        notBefore = now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }
}
