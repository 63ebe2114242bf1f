package dev.callboard.kit.messaging;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Gives the parked letters of a key to their consumer again, oldest first, until one fails or none is left. */
@ApplicationScoped
class Replays {
    @Inject
    DeadLetters deadLetters;

    @Inject
    ConsumerMethods consumers;

    @Inject
    Inbox inbox;

    /**
     * @param replayed how many took effect
     * @param remaining how many are still parked
     * @param cause why the first of them failed again; null when none is left
     */
    record Replay(int replayed, int remaining, @Nullable String cause) {}

    Replay ofKey(String consumer, String key) {
        var method = consumers
                .find(consumer)
                .orElseThrow(() -> new IllegalStateException("no consumer is named " + consumer + " any more"));
        var replayed = 0;
        while (true) {
            var head = deadLetters.head(consumer, key);
            if (head.isEmpty()) return new Replay(replayed, 0, null);
            try {
                inbox.prepareFor(head.get().eventTime());
                if (replayOne(consumer, key, method)) replayed++;
            } catch (RuntimeException e) {
                deadLetters.failedAgain(head.get().id(), e);
                return new Replay(replayed, deadLetters.waiting(consumer, key), e.toString());
            }
        }
    }

    private boolean replayOne(String consumer, String key, ConsumerMethods.ConsumerMethod method) {
        return QuarkusTransaction.requiringNew().call(() -> {
            deadLetters.lock(consumer, key);
            var head = deadLetters.head(consumer, key);
            if (head.isEmpty()) return false; // another operator was quicker

            var dead = head.get();
            var letter = new Letter(dead.topic(), dead.eventId(), key, dead.type(), dead.eventTime(), dead.payload());
            deadLetters.remove(dead.id());
            method.call(letter.envelope(letter.open(method.group())));
            return true;
        });
    }
}
