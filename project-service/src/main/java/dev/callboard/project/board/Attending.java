package dev.callboard.project.board;

import dev.callboard.kit.messaging.Outbox;
import dev.callboard.project.call.Actor;
import dev.callboard.project.call.Attendance;
import dev.callboard.project.call.Call;
import dev.callboard.project.call.Calls;
import dev.callboard.project.call.Channel;
import dev.callboard.project.call.Step;
import dev.callboard.project.crew.CrewEntries;
import dev.callboard.project.delivery.Deliveries;
import dev.callboard.project.timecard.TimeCards;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

import static dev.callboard.contracts.Topics.PROJECT_EVENTS;
import static dev.callboard.kit.problem.CommonProblem.INVALID;
import static dev.callboard.kit.problem.CommonProblem.NOT_FOUND;

/** What is done to a published call by those who run the day. */
@ApplicationScoped
class Attending {
    /** How far from the call a noted time may be: a day that is wrong by weeks is a typing error. */
    private static final Duration PLAUSIBLE = Duration.ofHours(48);

    @Inject
    Calls calls;

    @Inject
    CrewEntries crew;

    @Inject
    Deliveries deliveries;

    @Inject
    TimeCards timeCards;

    @Inject
    Outbox outbox;

    @Inject
    InstantSource clock;

    /** @param at null: now */
    @Transactional
    Call arrived(UUID id, @Nullable Instant at, Actor actor) {
        var call = calls.locked(id);
        return attended(call, call.tracks().attendance().arrived(checked(call, at)), actor);
    }

    /** @param at null: now. The time card is opened with it. */
    @Transactional
    Call wrapped(UUID id, @Nullable Instant at, Actor actor) {
        var call = calls.locked(id);
        var stored = attended(call, call.tracks().attendance().wrapped(checked(call, at)), actor);
        timeCards.open(List.of(stored));
        return stored;
    }

    @Transactional
    Call missed(UUID id, Actor actor) {
        var call = calls.locked(id);
        return attended(call, call.tracks().attendance().missed(), actor);
    }

    @Transactional
    Call resend(UUID id, Actor actor) {
        var call = calls.locked(id);
        call.mustBePublished();
        var person = crew.find(call.belongs().crewEntryId()).orElseThrow(() -> NOT_FOUND.of("crew entry"));
        return deliveries.resend(call, person, actor, clock.instant());
    }

    @Transactional
    Call withdraw(UUID id, @Nullable String reason, Actor actor) {
        var now = clock.instant();
        var withdrawn = calls.locked(id).withdraw(now);
        calls.end(List.of(withdrawn));
        calls.note(withdrawn, new Step(Step.Track.LIFE, "WITHDRAWN", Channel.APP, actor, now, null, reason));
        deliveries.cancel(
                withdrawn, crew.find(withdrawn.belongs().crewEntryId()).orElse(null), now);
        outbox.append(PROJECT_EVENTS, withdrawn.belongs().projectId(), withdrawn.withdrawn());
        return calls.get(id);
    }

    private Call attended(Call call, Attendance next, Actor actor) {
        return calls.store(call.attendance(next, actor, clock.instant()));
    }

    private Instant checked(Call call, @Nullable Instant at) {
        if (at == null) return clock.instant();
        var distance = Duration.between(call.brief().callAt(), at).abs();
        if (distance.compareTo(PLAUSIBLE) > 0)
            throw INVALID.because("at: " + at + " (expected: within 48 hours of the call, "
                            + call.brief().callAt() + ")")
                    .field("at", at, "within 48 hours of the call");
        return at;
    }
}
