package dev.callboard.account.funds;

import dev.callboard.account.funds.HoldEvent.Capture;
import dev.callboard.account.funds.HoldEvent.Declined;
import dev.callboard.account.funds.HoldEvent.Release;
import dev.callboard.account.funds.HoldEvent.Reserve;
import dev.callboard.account.funds.HoldEvent.Succeeded;
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
import dev.callboard.account.funds.Move.Answer;
import dev.callboard.account.ledger.Posting;

import static dev.callboard.account.funds.Move.Operation.CAPTURE;
import static dev.callboard.account.funds.Move.Operation.REFUND;
import static dev.callboard.account.funds.Move.Operation.VOID;
import static dev.callboard.account.ledger.Posting.CREDIT_NOTE;
import static dev.callboard.account.ledger.Posting.HOLD;
import static dev.callboard.account.ledger.Posting.INVOICE;
import static dev.callboard.account.ledger.Posting.RELEASE;

/** The table of {@code docs/sagas.md}, "Account: holds": one row per cell of it that moves or answers. */
final class HoldRules {
    private static final Answer RESERVED = new Answer.Reserved();
    private static final Answer CAPTURED = new Answer.Captured();
    private static final Answer RELEASED = new Answer.Released();
    private static final Answer RELEASED_BEFORE =
            new Answer.Refused("released", "This reservation was released before it was made");
    private static final Answer NOT_RESERVED =
            new Answer.CaptureRefused("not_reserved", "There is no reserved money to take");

    private record Turn(HoldState state, HoldEvent event) {}

    private HoldRules() {}

    static Move after(HoldState state, HoldEvent event) {
        return switch (new Turn(state, event)) {
            // The way that it should go.
            case Turn(Authorizing(), Succeeded(var authorization)) ->
                Move.to(new Reserved(authorization)).posting(HOLD).answering(RESERVED);
            case Turn(Authorizing(), Declined(var reason, var detail)) ->
                Move.to(new Refused(reason, detail)).answering(new Answer.Refused(reason, detail));
            case Turn(Reserved(var authorization), Capture()) ->
                Move.to(new Capturing(authorization)).asking(CAPTURE);
            case Turn(Capturing(var authorization), Succeeded _) ->
                Move.to(new Captured(authorization))
                        .posting(RELEASE, INVOICE, Posting.CAPTURE)
                        .answering(CAPTURED);

            // A capture refused for good: said at once, and what is still set aside is given back.
            case Turn(Capturing(var authorization), Declined(var reason, var detail)) ->
                Move.to(new Uncapturable(authorization, reason, detail))
                        .asking(VOID)
                        .answering(new Answer.CaptureRefused(reason, detail));
            case Turn(Uncapturable(var _, var reason, var detail), Succeeded _) ->
                Move.to(new CaptureRefused(reason, detail)).posting(RELEASE);
            case Turn(Uncapturable(var _, var reason, var detail), Declined _) ->
                Move.to(new CaptureRefused(reason, detail))
                        .posting(RELEASE); // expired at the provider: nothing is held

            // Undone, whatever it was.
            case Turn(Authorizing(), Release()) -> Move.to(new Withdrawn());
            case Turn(Reserved(var authorization), Release()) ->
                Move.to(new Voiding(authorization)).asking(VOID);
            case Turn(Capturing(var authorization), Release()) -> Move.to(new Reversing(authorization));
            case Turn(Captured(var authorization), Release()) ->
                Move.to(new Refunding(authorization)).asking(REFUND);
            case Turn(Uncapturable(var authorization, var _, var _), Release()) -> Move.to(new Voiding(authorization));
            case Turn(RefundRefused(var authorization, var _, var _), Release()) ->
                Move.to(new Refunding(authorization)).asking(REFUND);
            case Turn(Refused _, Release()) -> Move.to(state).answering(RELEASED);
            case Turn(CaptureRefused _, Release()) -> Move.to(state).answering(RELEASED);
            case Turn(Released _, Release()) -> Move.to(state).answering(RELEASED);

            // How the undoing ends. A success that comes after its undoing was asked for is undone again.
            case Turn(Withdrawn(), Succeeded(var authorization)) ->
                Move.to(new Voiding(authorization)).asking(VOID).posting(HOLD);
            case Turn(Withdrawn(), Declined _) -> Move.to(new Released()).answering(RELEASED);
            case Turn(Voiding _, Succeeded _) ->
                Move.to(new Released()).posting(RELEASE).answering(RELEASED);
            case Turn(Voiding _, Declined _) -> // expired at the provider: nothing is held
                Move.to(new Released()).posting(RELEASE).answering(RELEASED);
            case Turn(Reversing(var authorization), Succeeded _) ->
                Move.to(new Refunding(authorization)).asking(REFUND).posting(RELEASE, INVOICE, Posting.CAPTURE);
            case Turn(Reversing(var authorization), Declined _) ->
                Move.to(new Voiding(authorization)).asking(VOID);
            case Turn(Refunding _, Succeeded _) ->
                Move.to(new Released()).posting(CREDIT_NOTE, Posting.REFUND).answering(RELEASED);
            case Turn(Refunding(var authorization), Declined(var reason, var detail)) ->
                Move.to(new RefundRefused(authorization, reason, detail));

            // A reservation that was asked for before: answered as it stands.
            case Turn(Reserved _, Reserve()) -> Move.to(state).answering(RESERVED);
            case Turn(Capturing _, Reserve()) -> Move.to(state).answering(RESERVED);
            case Turn(Captured _, Reserve()) -> Move.to(state).answering(RESERVED);
            case Turn(Refused(var reason, var detail), Reserve()) ->
                Move.to(state).answering(new Answer.Refused(reason, detail));
            case Turn(Withdrawn(), Reserve()) -> Move.to(state).answering(RELEASED_BEFORE);
            case Turn(Voiding _, Reserve()) -> Move.to(state).answering(RELEASED_BEFORE);
            case Turn(Released(), Reserve()) -> Move.to(state).answering(RELEASED_BEFORE);

            // A capture that was asked for before, or of nothing.
            case Turn(Captured _, Capture()) -> Move.to(state).answering(CAPTURED);
            case Turn(Uncapturable(var _, var reason, var detail), Capture()) ->
                Move.to(state).answering(new Answer.CaptureRefused(reason, detail));
            case Turn(CaptureRefused(var reason, var detail), Capture()) ->
                Move.to(state).answering(new Answer.CaptureRefused(reason, detail));
            case Turn(Authorizing _, Capture()) -> Move.to(state).answering(NOT_RESERVED);
            case Turn(Refused _, Capture()) -> Move.to(state).answering(NOT_RESERVED);
            case Turn(Withdrawn _, Capture()) -> Move.to(state).answering(NOT_RESERVED);
            case Turn(Voiding _, Capture()) -> Move.to(state).answering(NOT_RESERVED);
            case Turn(Released _, Capture()) -> Move.to(state).answering(NOT_RESERVED);

            case Turn(var unmoved, var _) -> Move.to(unmoved); // repeated, or its outcome is still to come: stay
        };
    }
}
