package dev.callboard.project.opening;

import dev.callboard.contracts.account.FundsCommand.CaptureFunds;
import dev.callboard.contracts.account.FundsCommand.ReleaseFunds;
import dev.callboard.contracts.account.FundsCommand.ReserveFunds;
import dev.callboard.kit.saga.Next;

import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * How a project is opened: the account reserves the price, the project opens, the price is captured. The hold is the
 * last step that can be undone; after it, capture is asked for until it is answered. It is undone when the account has
 * said that the money is back, not when it was asked. What stays unanswered is parked, for an operator to look at. Drawn
 * in docs/sagas.md, one row here per arrow there.
 */
sealed interface OpeningProject {
    /** The card of the account is asked for money by other people's machines: they may take their time, not for ever. */
    Duration PATIENCE = Duration.ofSeconds(45);

    /** A capture or release that is not answered is asked for again; account-service does it once. */
    Duration AGAIN = Duration.ofSeconds(10);

    /** Five minutes of asking: then a person should know. */
    int ASKED_AT_MOST = 30;

    String NOT_CONFIRMED = "payment_not_confirmed";

    /** What does not change on the way. */
    record Opening(UUID sagaId, UUID projectId, UUID accountId) {}

    record ReservingFunds(Opening opening) implements OpeningProject {}

    /** @param asked how often the capture was asked for */
    record Capturing(Opening opening, UUID holdId, int asked) implements OpeningProject {}

    /**
     * The project is refused or suspended already, its money not yet known to be back.
     *
     * @param wasOpen so that it ends as {@link Suspended}, else as {@link Refused}
     * @param asked how often the release was asked for
     */
    record Releasing(Opening opening, boolean wasOpen, String reason, String detail, int asked)
            implements OpeningProject {}

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
                Next.to(new Capturing(opening, hold, 1), new ActivateProject(opening.projectId()), capture(opening))
                        .within(AGAIN);
            case Turn(ReservingFunds(var opening), Declined(var reason, var detail)) ->
                Next.to(new Refused(opening, reason, detail), new RefuseProject(opening.projectId(), reason, detail))
                        .compensated();
            case Turn(ReservingFunds(var opening), Unanswered silence) ->
                refuse(opening, NOT_CONFIRMED, notConfirmed());

            case Turn(Capturing capturing, Captured done) ->
                Next.to(new Opened(capturing.opening())).completed();
            case Turn(Capturing capturing, CaptureDeclined(var reason, var detail)) ->
                suspend(capturing.opening(), reason, detail);
            case Turn(Capturing capturing, Unanswered silence) -> captureAgain(capturing);

            case Turn(Releasing releasing, Released done) ->
                Next.to(undone(releasing)).compensated();
            case Turn(Releasing releasing, Unanswered silence) -> releaseAgain(releasing);

            case Turn(Refused(var opening, var reason, var detail), Reserved _) -> // came too late
                release(new Releasing(opening, false, reason, detail, 0));

            case Turn(var unmoved, var repeated) -> Next.to(unmoved); // repeated: stay
        };
    }

    /** An operator gives it up: what was reserved is given back, and what was opened is suspended. */
    static Next compensate(OpeningProject state) {
        var reason = "given_up";
        var detail = "An operator has given the opening up";
        return switch (state) {
            case ReservingFunds(var opening) -> refuse(opening, reason, detail);
            case Capturing capturing -> suspend(capturing.opening(), reason, detail);
            case Releasing(var opening, var wasOpen, var why, var how, var asked) ->
                release(new Releasing(opening, wasOpen, why, how, 0));
            case Opened opened -> Next.to(opened);
            case Refused(var opening, var why, var how) -> release(new Releasing(opening, false, why, how, 0));
            case Suspended(var opening, var why, var how) -> release(new Releasing(opening, true, why, how, 0));
        };
    }

    /** The hold may be there by now, or come later: its release is asked for in any case, and leaves a tombstone. */
    private static Next refuse(Opening opening, String reason, String detail) {
        return release(
                new Releasing(opening, false, reason, detail, 0),
                new RefuseProject(opening.projectId(), reason, detail));
    }

    private static Next suspend(Opening opening, String reason, String detail) {
        return release(
                new Releasing(opening, true, reason, detail, 0),
                new SuspendProject(opening.projectId(), reason, detail));
    }

    private static Next release(Releasing before, LocalCommand... here) {
        var opening = before.opening();
        var asking = new Releasing(opening, before.wasOpen(), before.reason(), before.detail(), before.asked() + 1);
        var commands =
                Stream.concat(Stream.of(new ReleaseFunds(opening.sagaId(), opening.accountId())), Stream.of(here));
        return Next.to(asking, commands.toArray()).within(AGAIN);
    }

    private static Next releaseAgain(Releasing releasing) {
        if (releasing.asked() < ASKED_AT_MOST) return release(releasing);
        return Next.to(releasing)
                .parked("The account has not confirmed that the money is back, asked %d times"
                        .formatted(releasing.asked()));
    }

    private static Next captureAgain(Capturing capturing) {
        if (capturing.asked() >= ASKED_AT_MOST)
            return Next.to(capturing)
                    .parked("The account has not answered the capture, asked %d times".formatted(capturing.asked()));
        var opening = capturing.opening();
        return Next.to(new Capturing(opening, capturing.holdId(), capturing.asked() + 1), capture(opening))
                .within(AGAIN);
    }

    private static OpeningProject undone(Releasing releasing) {
        var opening = releasing.opening();
        return releasing.wasOpen()
                ? new Suspended(opening, releasing.reason(), releasing.detail())
                : new Refused(opening, releasing.reason(), releasing.detail());
    }

    private static String notConfirmed() {
        return "The payment was not confirmed within %d seconds".formatted(PATIENCE.toSeconds());
    }

    private static CaptureFunds capture(Opening opening) {
        return new CaptureFunds(opening.sagaId(), opening.accountId());
    }
}
