package dev.callboard.account.rights;

import java.util.UUID;

/**
 * An account as the other services need to know it.
 *
 * @param currency ISO 4217 code
 * @param suspended new projects, publications of new days and new pay runs wait; what is published goes on
 */
public record AccountSummary(UUID accountId, String name, String currency, boolean suspended) {}
