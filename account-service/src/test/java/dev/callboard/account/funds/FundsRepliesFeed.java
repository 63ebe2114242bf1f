package dev.callboard.account.funds;

import dev.callboard.contracts.account.FundsReply;
import dev.callboard.kit.messaging.Consumer;
import dev.callboard.kit.messaging.Envelope;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/** What a saga hears, in its order, by way of Kafka. */
@ApplicationScoped
class FundsRepliesFeed {
    private final Map<UUID, List<FundsReply>> replies = new ConcurrentHashMap<>();

    @Incoming("test-funds-replies")
    @Consumer("test-funds-replies")
    void on(Envelope<FundsReply> delivery) {
        replies.computeIfAbsent(delivery.event().sagaId(), _ -> new CopyOnWriteArrayList<>())
                .add(delivery.event());
    }

    List<FundsReply> of(UUID sagaId) {
        return replies.getOrDefault(sagaId, List.of());
    }

    /** The last of {@code count} replies, waiting at most 60 s for it. */
    FundsReply awaits(UUID sagaId, int count) {
        var deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (of(sagaId).size() < count) {
            if (System.nanoTime() > deadline)
                throw new AssertionError("saga heard %s (expected: %d replies)".formatted(of(sagaId), count));
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        return of(sagaId).get(count - 1);
    }
}
