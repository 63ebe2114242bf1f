package dev.callboard.account.fiscal;

import dev.callboard.contracts.account.AccountFact.AccountOpened;
import dev.callboard.contracts.account.AccountFact.AccountReinstated;
import dev.callboard.contracts.account.AccountFact.AccountSuspended;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A fiscal entity: it is charged, it pays, and people are its members. */
@Entity
public class Account {
    @Schema(name = "AccountState")
    public enum State {
        ACTIVE,
        SUSPENDED
    }

    @Id
    UUID id;

    String name;

    /** ISO 4217, of every amount of this account. */
    String currency;

    @Nullable
    @Column(name = "vat_number")
    String vatNumber;

    @Nullable
    String address;

    String plan;

    @Column(name = "owner_user_id")
    UUID ownerUserId;

    @Enumerated(EnumType.STRING)
    State state;

    @Column(name = "state_since")
    Instant stateSince;

    @Nullable
    @Column(name = "suspension_reason")
    String suspensionReason;

    @Column(name = "last_invoice")
    int lastInvoice;

    @Version
    long version;

    @Column(name = "created_at")
    Instant createdAt;

    protected Account() {}

    static Account open(
            UUID id,
            String name,
            String currency,
            @Nullable String vatNumber,
            @Nullable String address,
            UUID owner,
            Instant now) {
        var account = new Account();
        account.id = id;
        account.name = name;
        account.currency = currency;
        account.vatNumber = vatNumber;
        account.address = address;
        account.plan = "STANDARD";
        account.ownerUserId = owner;
        account.state = State.ACTIVE;
        account.stateSince = now;
        account.createdAt = now;
        return account;
    }

    AccountOpened opened() {
        return new AccountOpened(id, ownerUserId, name, currency, createdAt);
    }

    /** Empty when it is suspended already. */
    Optional<AccountSuspended> suspend(String reason, Instant now) {
        if (state == State.SUSPENDED) return Optional.empty();

        state = State.SUSPENDED;
        stateSince = now;
        suspensionReason = reason;
        return Optional.of(new AccountSuspended(id, now));
    }

    /** Empty when it is not suspended. */
    Optional<AccountReinstated> reinstate(Instant now) {
        if (state == State.ACTIVE) return Optional.empty();

        state = State.ACTIVE;
        stateSince = now;
        suspensionReason = null;
        return Optional.of(new AccountReinstated(id, now));
    }

    /** The caller holds the row's lock: numbers have no gaps and no doubles. */
    public int nextInvoice() {
        return ++lastInvoice;
    }

    public boolean isSuspended() {
        return state == State.SUSPENDED;
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String currency() {
        return currency;
    }

    public String plan() {
        return plan;
    }

    public Instant stateSince() {
        return stateSince;
    }
}
