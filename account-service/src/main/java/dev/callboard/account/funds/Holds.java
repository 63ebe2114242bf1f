package dev.callboard.account.funds;

import dev.callboard.account.audit.AuditTrail;
import dev.callboard.account.card.PaymentMethods;
import dev.callboard.account.fiscal.Accounts;
import dev.callboard.account.funds.HoldEvent.Capture;
import dev.callboard.account.funds.HoldEvent.Declined;
import dev.callboard.account.funds.HoldEvent.Release;
import dev.callboard.account.funds.HoldEvent.Reserve;
import dev.callboard.account.funds.HoldState.Authorizing;
import dev.callboard.account.funds.HoldState.Refused;
import dev.callboard.account.funds.Move.Operation;
import dev.callboard.account.funds.PaymentIntents.PaymentIntent;
import dev.callboard.account.ledger.Invoices;
import dev.callboard.account.ledger.Ledger;
import dev.callboard.account.pricing.Quota;
import dev.callboard.contracts.account.FundsCommand;
import dev.callboard.contracts.account.FundsCommand.CaptureFunds;
import dev.callboard.contracts.account.FundsCommand.ReleaseFunds;
import dev.callboard.contracts.account.FundsCommand.ReserveFunds;
import dev.callboard.contracts.account.FundsReply.CaptureRefused;
import dev.callboard.contracts.account.FundsReply.FundsReleased;
import dev.callboard.kit.messaging.Outbox;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

import static dev.callboard.contracts.Topics.ACCOUNT_EVENTS;

/**
 * Carries out what {@link HoldRules} decides: state, books, invoice, reply and the next intent are one transaction
 * under the lock of the hold's row. The provider is called by {@link PaymentWorker}, later and outside.
 */
@ApplicationScoped
class Holds implements PanacheRepositoryBase<Hold, UUID> {
    @Inject
    Accounts accounts;

    @Inject
    PaymentMethods methods;

    @Inject
    PaymentIntents intents;

    @Inject
    Ledger ledger;

    @Inject
    Invoices invoices;

    @Inject
    Quota quota;

    @Inject
    AuditTrail audit;

    @Inject
    Outbox outbox;

    @Inject
    PaymentWorker worker;

    @Inject
    InstantSource clock;

    @Transactional(Transactional.TxType.MANDATORY)
    void on(FundsCommand command) {
        var known = findByIdOptional(command.sagaId(), LockModeType.PESSIMISTIC_WRITE);
        if (known.isPresent() && !known.get().accountId.equals(command.accountId()))
            throw new IllegalArgumentException(
                    "saga %s belongs to another account than %s".formatted(command.sagaId(), command.accountId()));

        switch (command) {
            case ReserveFunds reserve when known.isEmpty() -> begin(reserve);
            case ReserveFunds _ -> move(known.get(), new Reserve());
            case CaptureFunds capture when known.isEmpty() -> refuseUnknown(capture);
            case CaptureFunds _ -> move(known.get(), new Capture());
            case ReleaseFunds release when known.isEmpty() -> bury(release);
            case ReleaseFunds _ -> move(known.get(), new Release());
        }
    }

    /** The provider has spoken. Nothing happens when its outcome was stored before. */
    @Transactional
    void concluded(PaymentIntent intent, HoldEvent outcome) {
        var now = clock.instant();
        var hold = findByIdOptional(intent.sagaId(), LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow();
        var text = outcome instanceof HoldEvent.Succeeded(var reference) ? reference : ((Declined) outcome).reason();
        if (!intents.conclude(intent.id(), text, now)) return;

        move(hold, outcome);
        if (outcome instanceof Declined(var reason, var _) && intent.operation() != Operation.AUTHORISE)
            audit.append(hold.accountId, null, "payment.refused", hold.sagaId, intent.operation() + " " + reason, now);
    }

    /** Projects that are closed no longer count against the quota. */
    @Transactional(Transactional.TxType.MANDATORY)
    void projectClosed(UUID projectId) {
        update("projectClosed = true where projectId = ?1", projectId);
    }

    private void begin(ReserveFunds command) {
        var now = clock.instant();
        var refusal = refusalOf(command);
        if (refusal.isPresent()) {
            var hold = Hold.of(command, refusal.get(), now);
            persist(hold);
            move(hold, new Reserve()); // answers
            return;
        }
        var method = methods.defaultOf(command.accountId()).orElseThrow();
        var hold = Hold.of(command, new Authorizing(), now);
        hold.paymentMethodId = method.id();
        persist(hold);
        flush(); // the intent refers to it
        intents.add(hold, Operation.AUTHORISE, method.token(), null, now);
        worker.wakeAfterCommit();
    }

    /** What we can tell without the provider. */
    private Optional<Refused> refusalOf(ReserveFunds command) {
        var found = accounts.findByIdOptional(command.accountId());
        if (found.isEmpty()) return refused("unknown_account", "There is no such account");

        var account = found.get();
        if (account.isSuspended()) return refused("account_suspended", "The account is suspended: no new projects");
        if (!account.currency().equals(command.currency()) || command.amountMinor() <= 0)
            return refused(
                    "wrong_amount",
                    "%d %s (expected: an amount above 0 in %s)"
                            .formatted(command.amountMinor(), command.currency(), account.currency()));
        if (!quota.allowsAnother(account))
            return refused(
                    "quota_exceeded",
                    "%d projects are open (allowed: %d)"
                            .formatted(quota.openProjects(account.id()), quota.maxOpenProjects(account)));
        if (methods.defaultOf(account.id()).isEmpty())
            return refused("no_payment_method", "The account has no card to pay with");
        return Optional.empty();
    }

    private static Optional<Refused> refused(String reason, String detail) {
        return Optional.of(new Refused(reason, detail));
    }

    private void bury(ReleaseFunds command) {
        var now = clock.instant();
        persist(Hold.tombstone(command.sagaId(), command.accountId(), now));
        outbox.append(
                ACCOUNT_EVENTS, command.accountId(), new FundsReleased(command.sagaId(), command.accountId(), now));
    }

    private void refuseUnknown(CaptureFunds command) {
        outbox.append(
                ACCOUNT_EVENTS,
                command.accountId(),
                new CaptureRefused(
                        command.sagaId(),
                        command.accountId(),
                        "not_reserved",
                        "There is no reserved money to take",
                        clock.instant()));
    }

    private void move(Hold hold, HoldEvent event) {
        var now = clock.instant();
        var move = HoldRules.after(hold.state(), event);
        hold.become(move.state(), now);
        if (!move.postings().isEmpty()) {
            ledger.post(hold.occasion(now), move.postings());
            invoices.issueFor(hold.occasion(now), move.postings());
        }
        if (move.answer() != null) outbox.append(ACCOUNT_EVENTS, hold.accountId, hold.reply(move.answer(), now));
        if (move.ask() != null) ask(hold, move.ask(), now);
    }

    private void ask(Hold hold, Operation operation, Instant now) {
        intents.add(hold, operation, null, authorizationOf(hold.state()), now);
        worker.wakeAfterCommit();
    }

    private static String authorizationOf(HoldState state) {
        return switch (state) {
            case HoldState.Capturing(var held) -> held;
            case HoldState.Uncapturable(var held, var _, var _) -> held;
            case HoldState.Voiding(var held) -> held;
            case HoldState.Refunding(var held) -> held;
            default -> throw new IllegalStateException("nothing is asked of the provider in " + state);
        };
    }
}
