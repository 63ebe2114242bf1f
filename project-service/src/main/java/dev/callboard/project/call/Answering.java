package dev.callboard.project.call;

import dev.callboard.kit.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

import static dev.callboard.contracts.Topics.PROJECT_EVENTS;

/** Takes an answer, whichever way it came. */
@ApplicationScoped
public class Answering {
    /** What was said, before the server gave it a time. */
    public sealed interface Said {
        record Yes() implements Said {}

        record No(Answer.Reason reason, @Nullable String note) implements Said {}
    }

    @Inject
    Calls calls;

    @Inject
    Outbox outbox;

    @Inject
    InstantSource clock;

    /**
     * @param claimedAt when a phone without network says that it was tapped
     * @throws dev.callboard.kit.problem.Problem NOT_FOUND, CALL_SUPERSEDED, CALL_WITHDRAWN
     */
    @Transactional
    public Call answer(UUID callId, Said said, Channel channel, Actor actor, @Nullable Instant claimedAt) {
        var call = calls.locked(callId);
        var given = Answer.Given.of(clock.instant(), claimedAt, call.publishedAt(), call.answerBy(), channel, actor);
        var answer =
                switch (said) {
                    case Said.Yes() -> new Answer.Acknowledged(given);
                    case Said.No(var reason, var note) -> new Answer.Declined(given, reason, note);
                };

        var moved = call.answer(answer, given);
        if (moved.step().isEmpty()) return call;
        outbox.append(PROJECT_EVENTS, call.belongs().projectId(), moved.call().answered(given));
        var stored = calls.store(moved);

        // An answer that came out of the mail is proof that the mail arrived.
        if (channel == Channel.MAIL || channel == Channel.CALENDAR || channel == Channel.LINK)
            return calls.store(stored.delivery(Delivery.DELIVERED, null, given.at()));
        return stored;
    }
}
