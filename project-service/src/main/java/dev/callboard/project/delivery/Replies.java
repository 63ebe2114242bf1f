package dev.callboard.project.delivery;

import dev.callboard.kit.database.Database;
import dev.callboard.project.answer.Signatures;
import dev.callboard.project.call.Actor;
import dev.callboard.project.call.Answer;
import dev.callboard.project.call.Answering;
import dev.callboard.project.call.Answering.Said;
import dev.callboard.project.call.Call;
import dev.callboard.project.call.Calls;
import dev.callboard.project.call.Channel;
import dev.callboard.project.call.Delivery;
import dev.callboard.project.call.Step;
import dev.callboard.project.delivery.InboundMail.CalendarReply;
import dev.callboard.project.delivery.InboundMail.DeliveryReport;
import dev.callboard.project.delivery.InboundMail.Other;
import dev.callboard.project.delivery.InboundMail.TextReply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Gives a mail that came in its effect, once. */
@ApplicationScoped
class Replies {
    @Inject
    Database database;

    @Inject
    Signatures signatures;

    @Inject
    Calls calls;

    @Inject
    Answering answering;

    @Inject
    InstantSource clock;

    /**
     * @param uidValidity with the uid the mailbox's name of the mail, RFC 9051 section 2.3.1.1
     * @param sentAt as the phone dated it; counts as the claimed time of the answer
     * @return false: it means nothing to us, leave it for a person to read
     */
    @Transactional
    boolean take(long uidValidity, long uid, InboundMail mail, @Nullable Instant sentAt) {
        int first = database.update(
                "insert into inbound_mail (uid_validity, uid, taken_at) values (?, ?, ?) on conflict do nothing",
                uidValidity,
                uid,
                clock.instant());
        if (first == 0) return true;

        return switch (mail) {
            case CalendarReply(var event, var sequence, var accepted) ->
                version(event, sequence)
                        .map(call -> answer(call, accepted, Channel.CALENDAR, sentAt))
                        .isPresent();
            case TextReply(var ids, var yes) ->
                signatures
                        .callOfMessage(ids)
                        .flatMap(calls::find)
                        .map(call -> answer(call, yes, Channel.MAIL, sentAt))
                        .isPresent();
            case DeliveryReport(var ids, var delivered, var reason) ->
                signatures
                        .callOfMessage(ids)
                        .flatMap(calls::find)
                        .map(call -> report(call, delivered, reason))
                        .isPresent();
            case Other() -> false;
        };
    }

    private Optional<Call> version(String event, int sequence) {
        return signatures.seriesOfEvent(event).flatMap(series -> calls.revision(series, Invitation.revision(sequence)));
    }

    private Call answer(Call call, boolean yes, Channel channel, @Nullable Instant sentAt) {
        var said = yes ? new Said.Yes() : new Said.No(Answer.Reason.OTHER, null);
        if (calls.locked(call.id()).isPublished())
            return answering.answer(call.id(), said, channel, Actor.BEARER_OF_THE_LINK, sentAt);
        // The person was sent a newer call, or a withdrawal: the old answer is kept, and changes nothing.
        calls.note(
                call,
                new Step(
                        Step.Track.ANSWER,
                        "ANSWERED_TOO_LATE",
                        channel,
                        Actor.BEARER_OF_THE_LINK,
                        clock.instant(),
                        sentAt,
                        yes ? "yes" : "no"));
        return call;
    }

    private Call report(Call call, boolean delivered, String reason) {
        var locked = calls.locked(call.id());
        return calls.store(
                delivered
                        ? locked.delivery(Delivery.DELIVERED, null, clock.instant())
                        : locked.delivery(Delivery.BOUNCED, reason, clock.instant()));
    }
}
