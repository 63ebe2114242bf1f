package dev.callboard.kit.messaging;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * @param cause why it failed; null of one that did not fail itself and only follows another of its key
 */
record DeadLetter(
        UUID id,
        String consumer,
        String key,
        UUID eventId,
        String topic,
        @Nullable String type,
        Instant eventTime,
        byte[] payload,
        @Nullable String cause,
        int attempts,
        Instant arrivedAt) {}
