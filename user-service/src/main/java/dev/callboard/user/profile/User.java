package dev.callboard.user.profile;

import dev.callboard.contracts.user.UserFact.UserRegistered;
import dev.callboard.contracts.user.UserFact.UserVerified;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import static dev.callboard.user.UserProblem.USER_NOT_ACTIVE;

/** A person who signs in. PENDING until she has proved that the address is hers; only ACTIVE opens a session. */
@Entity
@Table(name = "users")
public class User {
    public enum State {
        PENDING,
        ACTIVE,
        SUSPENDED,
        ERASED
    }

    @Id
    UUID id;

    @Version
    long version;

    String email;
    String name;
    String locale;
    String zone;

    @Nullable
    String phone;

    @Enumerated(EnumType.STRING)
    State state;

    @Column(name = "password_hash")
    @Nullable
    String passwordHash;

    @Column(name = "password_from")
    @Nullable
    Instant passwordFrom;

    @Column(name = "registered_at")
    Instant registeredAt;

    @Column(name = "verified_at")
    @Nullable
    Instant verifiedAt;

    protected User() {}

    private User(UUID id, String email, Profile profile, Instant now) {
        this.id = id;
        this.email = email;
        this.state = State.PENDING;
        this.registeredAt = now;
        describe(profile);
    }

    /** @param email normalised */
    public static User registered(UUID id, String email, Profile profile, Instant now) {
        return new User(id, email, profile, now);
    }

    public UserRegistered registration() {
        return new UserRegistered(id, registeredAt);
    }

    /**
     * The registration that was mailed comes into force, with the name and the password that were entered in it: of
     * several registrations of one address only the one whose link its reader opened counts.
     *
     * @throws dev.callboard.kit.problem.Problem USER_NOT_ACTIVE when she is past that
     */
    public UserVerified verify(String mailedName, String mailedPasswordHash, Instant now) {
        if (state != State.PENDING) throw USER_NOT_ACTIVE.because("This address was verified before");

        state = State.ACTIVE;
        name = mailedName;
        passwordHash = mailedPasswordHash;
        verifiedAt = now;
        return new UserVerified(id, now);
    }

    /** @throws dev.callboard.kit.problem.Problem USER_NOT_ACTIVE */
    public void changePassword(String newHash, Instant now) {
        if (state != State.ACTIVE) throw USER_NOT_ACTIVE.of("her password stays as it is");

        passwordHash = newHash;
        passwordFrom = now;
    }

    final void describe(Profile profile) {
        name = profile.name();
        locale = profile.locale();
        zone = profile.zone();
        phone = profile.phone();
    }

    /** Whether a session that was opened then still counts. */
    public boolean honours(Instant sessionOpenedAt) {
        return state == State.ACTIVE && (passwordFrom == null || !sessionOpenedAt.isBefore(passwordFrom));
    }

    public UUID id() {
        return id;
    }

    public String email() {
        return email;
    }

    public State state() {
        return state;
    }

    public Profile profile() {
        return new Profile(name, locale, zone, phone);
    }

    public Optional<String> passwordHash() {
        return Optional.ofNullable(passwordHash);
    }
}
