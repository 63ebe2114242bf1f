package dev.callboard.kit.messaging;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

record OutboxRow(
        long seq,
        UUID id,
        String topic,
        String key,
        String type,
        String payload,
        @Nullable String traceparent,
        Instant createdAt) {}
