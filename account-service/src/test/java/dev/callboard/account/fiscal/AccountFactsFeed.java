package dev.callboard.account.fiscal;

import dev.callboard.contracts.account.AccountFact;
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

/** What the other services hear about accounts, in its order, by way of Kafka. */
@ApplicationScoped
public class AccountFactsFeed {
    private final Map<UUID, List<AccountFact>> facts = new ConcurrentHashMap<>();

    @Incoming("test-account-facts")
    @Consumer("test-account-facts")
    void on(Envelope<AccountFact> delivery) {
        facts.computeIfAbsent(delivery.event().accountId(), _ -> new CopyOnWriteArrayList<>())
                .add(delivery.event());
    }

    /** The first {@code count} facts, waiting at most 60 s for them. */
    public List<AccountFact> awaits(UUID accountId, int count) {
        var deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (true) {
            var known = facts.getOrDefault(accountId, List.of());
            if (known.size() >= count) return known.subList(0, count);
            if (System.nanoTime() > deadline)
                throw new AssertionError("heard %s (expected: %d facts)".formatted(known, count));
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }
}
