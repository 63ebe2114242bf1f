package dev.callboard.project.call;

import dev.callboard.contracts.project.SummoningFact.CallAnswered;
import dev.callboard.contracts.project.SummoningFact.CallPublished;
import dev.callboard.contracts.project.SummoningFact.CallWithdrawn;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import static dev.callboard.project.call.CallProblem.CALL_ATTENDED;
import static dev.callboard.project.call.CallProblem.CALL_NOT_PUBLISHED;
import static dev.callboard.project.call.CallProblem.CALL_OVER;
import static dev.callboard.project.call.CallProblem.CALL_SUPERSEDED;
import static dev.callboard.project.call.CallProblem.CALL_WITHDRAWN;

/**
 * One person, one working day: be there. Its life and its three tracks (on its way, answered, attended) are independent;
 * a step on one never moves another, except that who answers from a mail has got it.
 *
 * @param series the same for every version of the call of one person to one working day; names the calendar event
 * @param revision 1 for the first version of the series; a calendar's SEQUENCE rises with it
 * @param planNumber version of the summoning plan that published it
 * @param answerBy when silence becomes a matter for the coordinator; an answer stays possible
 */
public record Call(
        UUID id,
        UUID series,
        int revision,
        Belongs belongs,
        int planNumber,
        Brief brief,
        Instant answerBy,
        Instant publishedAt,
        Standing standing,
        Tracks tracks,
        long version) {

    /** @param departmentId of the first role; null for people without a department */
    public record Belongs(
            UUID accountId,
            UUID projectId,
            UUID unitId,
            UUID crewEntryId,
            @Nullable UUID departmentId) {}

    /** @param successor of a superseded call */
    public record Standing(
            Life life, @Nullable UUID successor, @Nullable Instant endedAt) {}

    /** @param openedAt when the answer page was first opened; there is no tracking pixel */
    public record Tracks(Sending mail, @Nullable Instant openedAt, Answer answer, Attendance attendance) {}

    /** One channel of delivery. @param reason of a bounce or failure, in the words of the mail server */
    public record Sending(
            Delivery state, Instant at, @Nullable String reason) {}

    /** What a step made of the call, and the step itself to be kept; a repeated step moves nothing. */
    public record Moved(Call call, Optional<Step> step) {}

    public static Call publish(
            UUID id,
            UUID series,
            int revision,
            Belongs belongs,
            int planNumber,
            Brief brief,
            Instant answerBy,
            Instant now) {
        return new Call(
                id,
                series,
                revision,
                belongs,
                planNumber,
                brief,
                answerBy,
                now,
                new Standing(Life.PUBLISHED, null, null),
                new Tracks(
                        new Sending(Delivery.QUEUED, now, null), null, new Answer.Pending(), new Attendance.Expected()),
                0);
    }

    /** For who has come: that she is there, and what she had answered, stands; of the new version she is only told. */
    public Call goingOnFrom(Call before) {
        return with(new Tracks(tracks.mail, tracks.openedAt, before.tracks.answer, before.tracks.attendance));
    }

    /** Whether an answer is wanted: who is there has given it by coming. */
    public boolean asks() {
        return !tracks.attendance.hasCome();
    }

    public LocalDate workingDay() {
        return brief.workingDay();
    }

    /** First of the month in which the call was published: part of its primary key, so that the table can partition. */
    public LocalDate month() {
        return publishedAt.atZone(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1);
    }

    public boolean isPublished() {
        return standing.life == Life.PUBLISHED;
    }

    /** Whether it had been published by then, and neither replaced nor withdrawn. */
    public boolean stoodAt(Instant moment) {
        return !publishedAt.isAfter(moment) && (standing.endedAt == null || standing.endedAt.isAfter(moment));
    }

    public CallPublished published() {
        return new CallPublished(
                belongs.projectId, id, belongs.crewEntryId, brief.workingDay(), brief.callAt(), publishedAt);
    }

    public Call supersede(UUID successor, Instant now) {
        mustBePublished();
        return with(new Standing(Life.SUPERSEDED, successor, now));
    }

    /** Whether somebody can still be told that they need not come. */
    public boolean isWithdrawable(Instant now) {
        return isPublished() && !tracks.attendance.hasCome() && !isOver(now);
    }

    /**
     * @throws dev.callboard.kit.problem.Problem CALL_SUPERSEDED, CALL_WITHDRAWN, CALL_NOT_PUBLISHED, CALL_ATTENDED,
     *     CALL_OVER
     */
    public Call withdraw(Instant now) {
        mustBePublished();
        if (tracks.attendance.hasCome())
            throw CALL_ATTENDED.because(
                    Spoken.line(brief) + ": " + tracks.attendance.state() + " (expected: EXPECTED or NO_SHOW)");
        if (isOver(now))
            throw CALL_OVER.because(
                    Spoken.line(brief) + ": withdrawn " + now + " (expected: before its wrap, " + brief.wrapAt() + ")");
        return with(new Standing(Life.WITHDRAWN, null, now));
    }

    private boolean isOver(Instant now) {
        return !now.isBefore(brief.wrapAt());
    }

    public CallWithdrawn withdrawn() {
        return new CallWithdrawn(
                belongs.projectId, id, belongs.crewEntryId, Objects.requireNonNull(standing.endedAt, "ended"));
    }

    /** @throws dev.callboard.kit.problem.Problem CALL_SUPERSEDED, CALL_WITHDRAWN, CALL_NOT_PUBLISHED */
    public Moved answer(Answer answer, Answer.Given given) {
        mustBePublished();
        if (tracks.answer.saysTheSameAs(answer)) return new Moved(this, Optional.empty());
        var note = answer instanceof Answer.Declined(var _, var reason, var words)
                ? reason + (words == null ? "" : ": " + words)
                : null;
        var step = new Step(
                Step.Track.ANSWER,
                answer.state().name(),
                given.channel(),
                given.actor(),
                given.at(),
                given.claimedAt(),
                note);
        return new Moved(with(new Tracks(tracks.mail, tracks.openedAt, answer, tracks.attendance)), Optional.of(step));
    }

    public CallAnswered answered(Answer.Given given) {
        return new CallAnswered(
                belongs.projectId,
                id,
                belongs.crewEntryId,
                tracks.answer.state().name(),
                given.late(),
                given.at());
    }

    /** A report about a message on its way; one that can no longer be true is passed over. */
    public Moved delivery(Delivery next, @Nullable String reason, Instant at) {
        if (!tracks.mail.state.mayBecome(next)) return new Moved(this, Optional.empty());
        var moved = new Tracks(new Sending(next, at, reason), tracks.openedAt, tracks.answer, tracks.attendance);
        var step = new Step(Step.Track.DELIVERY, next.name(), Channel.MAIL, Actor.PLATFORM, at, null, reason);
        return new Moved(with(moved), Optional.of(step));
    }

    /** Sent once more: whatever became of the last mail, this one is on its way. */
    public Moved resend(Actor actor, Instant now) {
        mustBePublished();
        var moved =
                new Tracks(new Sending(Delivery.QUEUED, now, null), tracks.openedAt, tracks.answer, tracks.attendance);
        var step = new Step(Step.Track.DELIVERY, "QUEUED", Channel.MAIL, actor, now, null, "sent again");
        return new Moved(with(moved), Optional.of(step));
    }

    /** The first opening counts, and is proof of delivery. */
    public Moved opened(Instant now) {
        if (tracks.openedAt != null) return new Moved(this, Optional.empty());
        var mail = tracks.mail.state.mayBecome(Delivery.DELIVERED)
                ? new Sending(Delivery.DELIVERED, now, null)
                : tracks.mail;
        var step = new Step(Step.Track.DELIVERY, "OPENED", Channel.LINK, Actor.BEARER_OF_THE_LINK, now, null, null);
        return new Moved(with(new Tracks(mail, now, tracks.answer, tracks.attendance)), Optional.of(step));
    }

    /** That she came to the version before is in the story of this one, too. */
    public Step cameBefore(Instant now) {
        var arrivedAt = tracks.attendance instanceof Attendance.Arrived(var at) ? at : null;
        var note = "before version " + revision;
        return new Step(
                Step.Track.ATTENDANCE,
                tracks.attendance.state().name(),
                Channel.APP,
                Actor.PLATFORM,
                now,
                arrivedAt,
                note);
    }

    /** @throws dev.callboard.kit.problem.Problem CALL_SUPERSEDED, CALL_WITHDRAWN, CALL_NOT_PUBLISHED */
    public Moved attendance(Attendance next, Actor actor, Instant now) {
        mustBePublished();
        if (next.equals(tracks.attendance)) return new Moved(this, Optional.empty());
        var at =
                switch (next) {
                    case Attendance.Arrived(var arrived) -> arrived;
                    case Attendance.Wrapped(var _, var wrapped) -> wrapped;
                    case Attendance.Expected _, Attendance.NoShow _ -> null;
                };
        var step = new Step(Step.Track.ATTENDANCE, next.state().name(), Channel.APP, actor, now, at, null);
        return new Moved(with(new Tracks(tracks.mail, tracks.openedAt, tracks.answer, next)), Optional.of(step));
    }

    /** @throws dev.callboard.kit.problem.Problem CALL_SUPERSEDED, CALL_WITHDRAWN, CALL_NOT_PUBLISHED */
    public void mustBePublished() {
        switch (standing.life) {
            case PUBLISHED -> {}
            case DRAFT -> throw CALL_NOT_PUBLISHED.of("call");
            case SUPERSEDED -> throw CALL_SUPERSEDED.of(Spoken.line(brief));
            case WITHDRAWN -> throw CALL_WITHDRAWN.of(Spoken.line(brief));
        }
    }

    private Call with(Standing ended) {
        return new Call(
                id, series, revision, belongs, planNumber, brief, answerBy, publishedAt, ended, tracks, version);
    }

    private Call with(Tracks moved) {
        return new Call(
                id, series, revision, belongs, planNumber, brief, answerBy, publishedAt, standing, moved, version);
    }
}
