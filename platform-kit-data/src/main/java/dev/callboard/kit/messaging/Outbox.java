package dev.callboard.kit.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.callboard.kit.database.AfterCommit;
import dev.callboard.kit.database.Database;
import dev.callboard.kit.id.Ids;
import dev.callboard.kit.json.Json;
import io.opentelemetry.api.trace.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.UUID;

/** Events on their way out, written in the transaction of the change that they tell of and sent after its commit. */
@ApplicationScoped
public class Outbox {
    /** Below Kafka's limit of a message (1 MiB): a row that the broker refuses would hold up all that follow it. */
    private static final int LARGEST = 900_000;

    @Inject
    Database database;

    @Inject
    InstantSource clock;

    @Inject
    AfterCommit afterCommit;

    @Inject
    Relay relay;

    /**
     * @param key of the owning root: events of one key stay in order
     * @param event a record of a sealed group, such as {@code FundsReply.FundsReserved}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(String topic, UUID key, Object event) {
        append(topic, key.toString(), event);
    }

    /** As {@link #append(String, UUID, Object)}, for keys that are no single id. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(String topic, String key, Object event) {
        database.update(
                "insert into kit.outbox (id, topic, key, type, payload, traceparent, created_at) values (?, ?, ?, ?, ?, ?, ?)",
                Ids.next(),
                topic,
                key,
                EventTypes.of(event.getClass()),
                json(event),
                traceparent(),
                clock.instant());
        afterCommit.once(this, relay::wake);
    }

    private static String json(Object event) {
        try {
            var json = Json.tolerant().writeValueAsString(event);
            if (json.length() > LARGEST)
                throw new IllegalArgumentException("%s of %d characters (expected: at most %d)"
                        .formatted(event.getClass().getSimpleName(), json.length(), LARGEST));
            return json;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(event.getClass().getName() + ": " + e.getMessage(), e);
        }
    }

    /** W3C Trace Context, so that the consumer's span belongs to the request that caused the event. */
    private static @Nullable String traceparent() {
        var span = Span.current().getSpanContext();
        if (!span.isValid()) return null;
        return "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                + span.getTraceFlags().asHex();
    }
}
