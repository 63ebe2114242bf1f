package dev.callboard.kit.saga;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** A row of the store. */
record Saga(
        UUID id,
        String kind,
        UUID accountId,
        UUID subjectId,
        Status status,
        @Nullable String reason,
        String stateType,
        String state,
        long version,
        @Nullable Instant deadline,
        Instant startedAt,
        Instant changedAt) {}
