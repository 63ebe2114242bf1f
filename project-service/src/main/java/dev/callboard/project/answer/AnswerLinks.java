package dev.callboard.project.answer;

import dev.callboard.project.call.Actor;
import dev.callboard.project.call.Answering;
import dev.callboard.project.call.Answering.Said;
import dev.callboard.project.call.Brief;
import dev.callboard.project.call.Call;
import dev.callboard.project.call.Calls;
import dev.callboard.project.call.Channel;
import dev.callboard.project.call.Life;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.InstantSource;

/** What stands behind an answer link at this moment. */
@ApplicationScoped
public class AnswerLinks {
    public sealed interface Found {
        /** The call stands; it can be answered. */
        record Open(Call call) implements Found {}

        /** @param newToken of a link to the call that stands instead */
        record Replaced(Call before, Call now, String newToken) implements Found {}

        record Withdrawn(Call call) implements Found {}

        record Expired() implements Found {}

        record Unknown() implements Found {}
    }

    @Inject
    Signatures signatures;

    @Inject
    Calls calls;

    @Inject
    Answering answering;

    @Inject
    InstantSource clock;

    /** Looking changes nothing but that the page was opened: a mail program that looks ahead answers for nobody. */
    @Transactional
    Found open(String token) {
        var found = find(token, false);
        if (!(found instanceof Found.Open(var call)) || call.tracks().openedAt() != null) return found;
        var locked = calls.locked(call.id());
        return new Found.Open(calls.store(locked.opened(clock.instant())));
    }

    @Transactional
    Found answer(String token, Said said, @Nullable Instant claimedAt) {
        return find(token, true) instanceof Found.Open(var call)
                ? new Found.Open(answering.answer(call.id(), said, Channel.LINK, Actor.BEARER_OF_THE_LINK, claimedAt))
                : find(token, false);
    }

    /** What the person was asked by the version that this one replaced. */
    @Nullable
    Brief before(Call call) {
        return calls.replacedBy(call).map(Call::brief).orElse(null);
    }

    /** What stands now, untouched. */
    public Found look(String token) {
        return find(token, false);
    }

    private Found find(String token, boolean lock) {
        var link = signatures.readLink(token);
        if (link.isEmpty()) return new Found.Unknown();
        var found = calls.find(link.get().callId());
        if (found.isEmpty() || !signatures.isFor(link.get(), found.get())) return new Found.Unknown();
        if (!clock.instant().isBefore(link.get().expiresAt())) return new Found.Expired();

        // A publication that replaces it at this moment is waited for.
        var call = lock ? calls.locked(found.get().id()) : found.get();
        return switch (call.standing().life()) {
            case PUBLISHED -> new Found.Open(call);
            case WITHDRAWN -> new Found.Withdrawn(call);
            case DRAFT -> new Found.Unknown();
            case SUPERSEDED -> {
                var now = calls.newest(call.series()).orElseThrow();
                yield now.standing().life() == Life.PUBLISHED
                        ? new Found.Replaced(call, now, signatures.link(now))
                        : new Found.Withdrawn(now);
            }
        };
    }
}
