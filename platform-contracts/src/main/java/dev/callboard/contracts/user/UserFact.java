package dev.callboard.contracts.user;

import java.time.Instant;
import java.util.UUID;

/** What user-service tells the others. Topic user-events, keyed by user id. Ids only: people can be erased. */
public sealed interface UserFact {
    UUID userId();

    record UserRegistered(UUID userId, Instant at) implements UserFact {}

    record UserVerified(UUID userId, Instant at) implements UserFact {}

    record UserSuspended(UUID userId, Instant at) implements UserFact {}

    record UserErased(UUID userId, Instant at) implements UserFact {}
}
