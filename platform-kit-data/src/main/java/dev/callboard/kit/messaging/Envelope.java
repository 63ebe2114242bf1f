package dev.callboard.kit.messaging;

import java.time.Instant;
import java.util.UUID;

/**
 * An event as it arrives.
 *
 * @param id the CloudEvents id: that of the publisher's outbox row, the same however often it is delivered
 * @param key the Kafka key: the root that the event is about, usually a UUID as text
 * @param time when the publisher's transaction wrote it
 */
public record Envelope<T>(UUID id, String key, Instant time, T event) {}
