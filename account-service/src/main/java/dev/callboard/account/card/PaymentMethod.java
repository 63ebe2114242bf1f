package dev.callboard.account.card;

import dev.callboard.account.provider.PaymentProvider.Registration.Registered;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** What is left of a card: the provider's token, and enough for a person to recognise it. */
@Entity
@Table(name = "payment_method")
public class PaymentMethod {
    enum State {
        /** The provider was asked for a token; whether it has one is not known yet. */
        REGISTERING,
        ACTIVE,
        REMOVED
    }

    @Id
    UUID id;

    @Column(name = "account_id")
    UUID accountId;

    @Nullable
    @Column(name = "request_key")
    String requestKey;

    @Enumerated(EnumType.STRING)
    State state;

    @Nullable
    @Column(name = "provider_token")
    String providerToken;

    @Nullable
    String brand;

    String last4;

    @Column(name = "exp_month")
    int expMonth;

    @Column(name = "exp_year")
    int expYear;

    @Column(name = "is_default")
    boolean isDefault;

    @Version
    long version;

    @Column(name = "created_at")
    Instant createdAt;

    protected PaymentMethod() {}

    PaymentMethod(
            UUID id,
            UUID accountId,
            @Nullable String requestKey,
            String last4,
            int expMonth,
            int expYear,
            Instant now) {
        this.id = id;
        this.accountId = accountId;
        this.requestKey = requestKey;
        this.state = State.REGISTERING;
        this.last4 = last4;
        this.expMonth = expMonth;
        this.expYear = expYear;
        this.createdAt = now;
    }

    void activate(Registered registered) {
        state = State.ACTIVE;
        providerToken = registered.token();
        brand = registered.brand();
        last4 = registered.last4();
    }

    void remove() {
        state = State.REMOVED;
        isDefault = false;
        providerToken = null;
    }

    public UUID id() {
        return id;
    }

    /** Of an active card. */
    public String token() {
        return Objects.requireNonNull(providerToken);
    }
}
