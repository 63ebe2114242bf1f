package dev.callboard.kit.idempotency;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * @param headers Location, Link, ETag and the like, as they were sent
 * @param body as it was sent; null when there was none
 */
record StoredAnswer(String requestHash, int status, Map<String, List<String>> headers, byte @Nullable [] body) {}
