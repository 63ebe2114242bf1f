package dev.callboard.project.opening;

import dev.callboard.contracts.account.FundsCommand.CaptureFunds;
import dev.callboard.contracts.account.FundsCommand.ReleaseFunds;
import dev.callboard.contracts.account.FundsCommand.ReserveFunds;
import dev.callboard.kit.saga.Next;

import java.time.Duration;
import java.util.UUID;

/**
 * How a project is opened: the account reserves the price, the project opens, the price is captured. The hold is the
 * last step that can be undone; after it, capture is asked for until it is answered. Drawn in docs/sagas.md, one row
 * here per arrow there.
 */
sealed interface OpeningProject {
    /** The card of the account is asked for money by other people's machines: they may take their time, not for ever. */
    Duration PATIENCE = Duration.ofSeconds(45);

    /** A capture that is not answered is asked for again; account-service does it once. */
    Duration AGAIN = Duration.ofSeconds(10);

    String NOT_CONFIRMED = "payment_not_confirmed";

    /** What does not change on the way. */
    record Opening(UUID sagaId, UUID projectId, UUID accountId) {}

    record ReservingFunds(Opening opening) implements OpeningProject {}

    record Capturing(Opening opening, UUID holdId) implements OpeningProject {}

    record Opened(Opening opening) implements OpeningProject {}

    record Refused(Opening opening, String reason, String detail) implements OpeningProject {}

    record Suspended(Opening opening, String reason, String detail) implements OpeningProject {}

    /** What is heard of the account. */
    sealed interface Reply {}

    record Reserved(UUID holdId) implements Reply {}

    /** @param reason stable, such as {@code card_declined} */
    record Declined(String reason, String detail) implements Reply {}

    record Captured() implements Reply {}

    record CaptureDeclined(String reason, String detail) implements Reply {}

    record Released() implements Reply {}

    /** The deadline of the state has passed in silence. */
    record Unanswered() implements Reply {}

    /** What project-service does itself, in the transaction of the step. */
    sealed interface LocalCommand {}

    record ActivateProject(UUID projectId) implements LocalCommand {}

    record RefuseProject(UUID projectId, String reason, String detail) implements LocalCommand {}

    record SuspendProject(UUID projectId, String reason, String detail) implements LocalCommand {}

    record Turn(OpeningProject state, Reply reply) {}

    /** @param amountMinor of {@code currency}, ISO 4217 */
    static Next begin(Opening opening, long amountMinor, String currency) {
        return Next.to(
                        new ReservingFunds(opening),
                        new ReserveFunds(
                                opening.sagaId(), opening.accountId(), opening.projectId(), amountMinor, currency))
                .within(PATIENCE);
    }

    static Next after(OpeningProject state, Reply reply) {
        return switch (new Turn(state, reply)) {
            case Turn(ReservingFunds(var opening), Reserved(var hold)) ->
                Next.to(new Capturing(opening, hold), new ActivateProject(opening.projectId()), capture(opening))
                        .within(AGAIN);
            case Turn(ReservingFunds(var opening), Declined(var reason, var detail)) ->
                refused(opening, reason, detail);
            case Turn(ReservingFunds(var opening), Unanswered silence) -> notConfirmed(opening);

            case Turn(Capturing(var opening, var hold), Captured done) ->
                Next.to(new Opened(opening)).completed();
            case Turn(Capturing(var opening, var hold), CaptureDeclined(var reason, var detail)) ->
                Next.to(
                                new Suspended(opening, reason, detail),
                                new SuspendProject(opening.projectId(), reason, detail),
                                release(opening))
                        .compensated();
            case Turn(Capturing capturing, Unanswered silence) ->
                Next.to(capturing, capture(capturing.opening())).within(AGAIN);

            case Turn(Refused refused, Reserved late) ->
                Next.to(refused, release(refused.opening())).compensated(); // came too late

            case Turn(var unmoved, var repeated) -> Next.to(unmoved); // repeated: stay
        };
    }

    /** An operator gives it up: what was reserved is given back, and what was opened is suspended. */
    static Next compensate(OpeningProject state) {
        var reason = "given_up";
        var detail = "An operator has given the opening up";
        return switch (state) {
            case ReservingFunds(var opening) ->
                Next.to(
                                new Refused(opening, reason, detail),
                                release(opening),
                                new RefuseProject(opening.projectId(), reason, detail))
                        .compensated();
            case Capturing(var opening, var hold) ->
                Next.to(
                                new Suspended(opening, reason, detail),
                                new SuspendProject(opening.projectId(), reason, detail),
                                release(opening))
                        .compensated();
            case Opened opened -> Next.to(opened);
            case Refused refused -> Next.to(refused, release(refused.opening())).compensated();
            case Suspended suspended ->
                Next.to(suspended, release(suspended.opening())).compensated();
        };
    }

    private static Next refused(Opening opening, String reason, String detail) {
        return Next.to(new Refused(opening, reason, detail), new RefuseProject(opening.projectId(), reason, detail))
                .compensated();
    }

    /** The hold may be there by now, or come later: its release is asked for in any case, and leaves a tombstone. */
    private static Next notConfirmed(Opening opening) {
        var detail = "The payment was not confirmed within %d seconds".formatted(PATIENCE.toSeconds());
        return Next.to(
                        new Refused(opening, NOT_CONFIRMED, detail),
                        release(opening),
                        new RefuseProject(opening.projectId(), NOT_CONFIRMED, detail))
                .compensated();
    }

    private static CaptureFunds capture(Opening opening) {
        return new CaptureFunds(opening.sagaId(), opening.accountId());
    }

    private static ReleaseFunds release(Opening opening) {
        return new ReleaseFunds(opening.sagaId(), opening.accountId());
    }
}
