package dev.callboard.contracts.account;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** What account-service tells the others about accounts and their members. Topic account-events, keyed by account id. */
public sealed interface AccountFact {
    UUID accountId();

    /** @param currency ISO 4217 code of everything that the account pays and is charged */
    record AccountOpened(UUID accountId, UUID ownerUserId, String name, String currency, Instant at)
            implements AccountFact {}

    /**
     * A member joined, or her rights were changed: the whole set as it now stands.
     *
     * @param membershipVersion rises with every change of this member, so that a late fact is recognised
     */
    record MemberRightsGranted(
            UUID accountId, UUID userId, Set<AccountRight> rights, long membershipVersion, Instant at)
            implements AccountFact {}

    record MemberRemoved(UUID accountId, UUID userId, long membershipVersion, Instant at) implements AccountFact {}

    record AccountSuspended(UUID accountId, Instant at) implements AccountFact {}

    record AccountReinstated(UUID accountId, Instant at) implements AccountFact {}
}
