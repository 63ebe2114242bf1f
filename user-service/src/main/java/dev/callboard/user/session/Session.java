package dev.callboard.user.session;

import java.time.Instant;
import java.util.UUID;

/**
 * One signed-in device: the family of all refresh tokens that follow from one sign-in.
 *
 * @param client what the device calls itself, its User-Agent, at most 200 characters
 * @param usedAt its last refresh
 */
record Session(UUID id, UUID userId, String client, Instant openedAt, Instant usedAt) {}
