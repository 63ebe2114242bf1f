package dev.callboard.account.funds;

import dev.callboard.account.funds.HoldState.Authorizing;
import dev.callboard.account.funds.HoldState.CaptureRefused;
import dev.callboard.account.funds.HoldState.Captured;
import dev.callboard.account.funds.HoldState.Capturing;
import dev.callboard.account.funds.HoldState.RefundRefused;
import dev.callboard.account.funds.HoldState.Refunding;
import dev.callboard.account.funds.HoldState.Refused;
import dev.callboard.account.funds.HoldState.Released;
import dev.callboard.account.funds.HoldState.Reserved;
import dev.callboard.account.funds.HoldState.Reversing;
import dev.callboard.account.funds.HoldState.Uncapturable;
import dev.callboard.account.funds.HoldState.Voiding;
import dev.callboard.account.funds.HoldState.Withdrawn;
import dev.callboard.account.ledger.Ledger.Occasion;
import dev.callboard.contracts.account.FundsCommand.ReserveFunds;
import dev.callboard.contracts.account.FundsReply;
import dev.callboard.contracts.account.FundsReply.FundsCaptured;
import dev.callboard.contracts.account.FundsReply.FundsRefused;
import dev.callboard.contracts.account.FundsReply.FundsReleased;
import dev.callboard.contracts.account.FundsReply.FundsReserved;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

import static java.util.Objects.requireNonNull;

/** The money of one saga: the row that a {@link HoldState} is stored in. The saga's id is the hold's own. */
@Entity
class Hold {
    @Id
    @Column(name = "saga_id")
    UUID sagaId;

    @Column(name = "account_id")
    UUID accountId;

    @Nullable
    @Column(name = "project_id")
    UUID projectId;

    @Nullable
    @Column(name = "payment_method_id")
    UUID paymentMethodId;

    @Column(name = "amount_minor")
    long amountMinor;

    @Nullable
    String currency;

    private String state;

    @Nullable
    @Column(name = "authorization_id")
    private String authorization;

    @Nullable
    private String reason;

    @Nullable
    private String detail;

    @Column(name = "project_closed")
    boolean projectClosed;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "changed_at")
    Instant changedAt;

    protected Hold() {}

    private Hold(UUID sagaId, UUID accountId, HoldState first, Instant now) {
        this.sagaId = sagaId;
        this.accountId = accountId;
        this.createdAt = now;
        become(first, now);
    }

    static Hold of(ReserveFunds command, HoldState first, Instant now) {
        var hold = new Hold(command.sagaId(), command.accountId(), first, now);
        hold.projectId = command.projectId();
        hold.amountMinor = command.amountMinor();
        hold.currency = command.currency();
        return hold;
    }

    /** A release that came first: a reservation that comes later finds it and is refused. */
    static Hold tombstone(UUID sagaId, UUID accountId, Instant now) {
        return new Hold(sagaId, accountId, new Released(), now);
    }

    HoldState state() {
        return switch (state) {
            case "AUTHORIZING" -> new Authorizing();
            case "WITHDRAWN" -> new Withdrawn();
            case "RESERVED" -> new Reserved(authorization());
            case "REFUSED" -> new Refused(reason(), detail());
            case "CAPTURING" -> new Capturing(authorization());
            case "CAPTURED" -> new Captured(authorization());
            case "UNCAPTURABLE" -> new Uncapturable(authorization(), reason(), detail());
            case "CAPTURE_REFUSED" -> new CaptureRefused(reason(), detail());
            case "VOIDING" -> new Voiding(authorization());
            case "REVERSING" -> new Reversing(authorization());
            case "REFUNDING" -> new Refunding(authorization());
            case "REFUND_REFUSED" -> new RefundRefused(authorization(), reason(), detail());
            case "RELEASED" -> new Released();
            default -> throw new IllegalStateException("hold " + sagaId + ": no state " + state);
        };
    }

    void become(HoldState next, Instant now) {
        switch (next) {
            case Authorizing() -> store("AUTHORIZING", null, null, null);
            case Withdrawn() -> store("WITHDRAWN", null, null, null);
            case Reserved(var held) -> store("RESERVED", held, null, null);
            case Refused(var why, var said) -> store("REFUSED", null, why, said);
            case Capturing(var held) -> store("CAPTURING", held, null, null);
            case Captured(var held) -> store("CAPTURED", held, null, null);
            case Uncapturable(var held, var why, var said) -> store("UNCAPTURABLE", held, why, said);
            case CaptureRefused(var why, var said) -> store("CAPTURE_REFUSED", authorization, why, said);
            case Voiding(var held) -> store("VOIDING", held, null, null);
            case Reversing(var held) -> store("REVERSING", held, null, null);
            case Refunding(var held) -> store("REFUNDING", held, null, null);
            case RefundRefused(var held, var why, var said) -> store("REFUND_REFUSED", held, why, said);
            case Released() -> store("RELEASED", authorization, null, null);
        }
        changedAt = now;
    }

    private void store(String name, @Nullable String held, @Nullable String why, @Nullable String said) {
        state = name;
        authorization = held;
        reason = why;
        detail = said;
    }

    FundsReply reply(Move.Answer answer, Instant now) {
        return switch (answer) {
            case Move.Answer.Reserved() ->
                new FundsReserved(sagaId, accountId, sagaId, amountMinor, requireNonNull(currency), now);
            case Move.Answer.Refused(var why, var said) -> new FundsRefused(sagaId, accountId, why, said, now);
            case Move.Answer.Captured() -> new FundsCaptured(sagaId, accountId, sagaId, now);
            case Move.Answer.CaptureRefused(var why, var said) ->
                new FundsReply.CaptureRefused(sagaId, accountId, why, said, now);
            case Move.Answer.Released() -> new FundsReleased(sagaId, accountId, now);
        };
    }

    Occasion occasion(Instant now) {
        return new Occasion(accountId, sagaId, projectId, amountMinor, requireNonNull(currency), now);
    }

    private String authorization() {
        return requireNonNull(authorization);
    }

    private String reason() {
        return requireNonNull(reason);
    }

    private String detail() {
        return requireNonNull(detail);
    }
}
