/**
 * Who may do what in which account, known without asking: a copy in the database of each service that includes this
 * library, fed by account-events. Its tables come with {@code db/migration/R__account_rights.sql}, which the service's
 * own Flyway run finds beside the numbered scripts; its channel is configured in its microprofile-config.properties.
 */
@org.jspecify.annotations.NullMarked
package dev.callboard.account.rights;
