package dev.callboard.account.card;

import dev.callboard.account.audit.AuditTrail;
import dev.callboard.account.card.PaymentMethod.State;
import dev.callboard.account.fiscal.Accounts;
import dev.callboard.account.provider.PaymentProvider;
import dev.callboard.account.provider.PaymentProvider.Card;
import dev.callboard.account.provider.PaymentProvider.Registration.Refused;
import dev.callboard.account.provider.PaymentProvider.Registration.Registered;
import dev.callboard.account.provider.PaymentProvider.Registration.Unknown;
import dev.callboard.kit.http.IfMatch;
import dev.callboard.kit.id.Ids;
import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.kit.problem.Problem;
import dev.callboard.kit.security.Caller;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import static dev.callboard.account.AccountProblem.CARD_REFUSED;
import static dev.callboard.account.AccountProblem.PAYMENT_PROVIDER_AWAY;

@ApplicationScoped
public class PaymentMethods implements PanacheRepositoryBase<PaymentMethod, UUID> {
    @Inject
    Accounts accounts;

    @Inject
    PaymentProvider provider;

    @Inject
    AuditTrail audit;

    @Inject
    InstantSource clock;

    /**
     * Outside any transaction, in three steps: what is wanted is stored, the provider is asked under its id, the token
     * is stored. Repeated under the same key it goes on where the earlier request stopped.
     *
     * @param requestKey the request's Idempotency-Key; null: cannot be repeated
     * @throws Problem CARD_REFUSED, PAYMENT_PROVIDER_AWAY, KEY_REUSED
     */
    PaymentMethod add(UUID accountId, @Nullable String requestKey, Card card, boolean asDefault, Caller caller) {
        var wanted = QuarkusTransaction.requiringNew().call(() -> intend(accountId, requestKey, card));
        if (wanted.state != State.REGISTERING) return wanted;

        return switch (provider.register(wanted.id, card)) {
            case Registered registered ->
                QuarkusTransaction.requiringNew()
                        .call(() -> activate(accountId, wanted.id, registered, asDefault, caller));
            case Refused(var reason, var detail) -> {
                QuarkusTransaction.requiringNew().run(() -> deleteById(wanted.id));
                throw CARD_REFUSED.because(detail).and("reason", reason);
            }
            case Unknown _ -> throw PAYMENT_PROVIDER_AWAY.of("payment method");
        };
    }

    private PaymentMethod intend(UUID accountId, @Nullable String requestKey, Card card) {
        accounts.lock(accountId); // two requests of one key: the second finds the first
        var last4 = card.number().substring(card.number().length() - 4);
        var earlier = requestKey == null
                ? Optional.<PaymentMethod>empty()
                : find("accountId = ?1 and requestKey = ?2", accountId, requestKey)
                        .firstResultOptional();
        if (earlier.isPresent()) {
            var same = earlier.get();
            if (!same.last4.equals(last4) || same.expMonth != card.expMonth() || same.expYear != card.expYear())
                throw CommonProblem.KEY_REUSED.of("Idempotency-Key");
            return same;
        }
        var method = new PaymentMethod(
                Ids.next(), accountId, requestKey, last4, card.expMonth(), card.expYear(), clock.instant());
        persist(method);
        return method;
    }

    private PaymentMethod activate(UUID accountId, UUID id, Registered registered, boolean asDefault, Caller caller) {
        accounts.lock(accountId);
        var method = findById(id);
        if (method.state != State.REGISTERING) return method; // a repetition was faster

        method.activate(registered);
        if (asDefault || defaultOf(accountId).isEmpty()) makeDefault(method);
        audit.append(accountId, caller.userId(), "card.added", id, method.brand + " " + method.last4, clock.instant());
        flush();
        return method;
    }

    @Transactional
    PaymentMethod change(UUID accountId, UUID id, IfMatch ifMatch, boolean asDefault, Caller caller) {
        accounts.lock(accountId);
        var method = get(accountId, id);
        ifMatch.mustBe(method.version);
        if (asDefault && !method.isDefault) {
            makeDefault(method);
            audit.append(accountId, caller.userId(), "card.default", id, null, clock.instant());
            flush();
        }
        return method;
    }

    /** Money already held on it is still taken or given back: the provider knows it by the authorisation. */
    @Transactional
    void remove(UUID accountId, UUID id, IfMatch ifMatch, Caller caller) {
        accounts.lock(accountId);
        var method = get(accountId, id);
        ifMatch.mustBe(method.version);
        var wasDefault = method.isDefault;
        method.remove();
        flush();
        if (wasDefault)
            find("accountId = ?1 and state = ?2 order by id desc", accountId, State.ACTIVE)
                    .firstResultOptional()
                    .ifPresent(this::makeDefault);
        audit.append(accountId, caller.userId(), "card.removed", id, null, clock.instant());
    }

    private void makeDefault(PaymentMethod method) {
        defaultOf(method.accountId).ifPresent(former -> former.isDefault = false);
        flush(); // never two defaults, also between two statements
        method.isDefault = true;
    }

    public Optional<PaymentMethod> defaultOf(UUID accountId) {
        return find("accountId = ?1 and isDefault", accountId).firstResultOptional();
    }

    /** @throws Problem NOT_FOUND */
    PaymentMethod get(UUID accountId, UUID id) {
        return find("id = ?1 and accountId = ?2 and state = ?3", id, accountId, State.ACTIVE)
                .firstResultOptional()
                .orElseThrow(() -> CommonProblem.NOT_FOUND.of("payment method"));
    }

    List<PaymentMethod> of(UUID accountId, @Nullable UUID after, int limit) {
        var query = after == null
                ? find("accountId = ?1 and state = ?2 order by id", accountId, State.ACTIVE)
                : find("accountId = ?1 and state = ?2 and id > ?3 order by id", accountId, State.ACTIVE, after);
        return query.page(0, limit).list();
    }
}
