package dev.callboard.kit.security;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * What an access token says, once its signature has been checked.
 *
 * @param email verified address
 * @param zone IANA zone of the user
 */
public record Claims(
        UUID userId,
        UUID sessionId,
        String email,
        String name,
        String locale,
        String zone,
        Set<String> groups,
        Instant expiresAt) {}
