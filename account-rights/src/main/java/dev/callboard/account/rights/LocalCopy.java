package dev.callboard.account.rights;

import dev.callboard.contracts.account.AccountRight;
import dev.callboard.kit.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The tables account_summary and account_member. Each write carries its version or instant and loses to a newer one. */
@ApplicationScoped
class LocalCopy {
    @Inject
    Database database;

    /** Empty when nothing was ever heard of this user in this account; an empty set when she has left it. */
    Optional<Set<AccountRight>> rights(UUID accountId, UUID userId) {
        return database.first(
                "select rights from account_member where account_id = ? and user_id = ?",
                LocalCopy::rights,
                accountId,
                userId);
    }

    Optional<AccountSummary> account(UUID accountId) {
        return database.first(
                "select name, currency, suspended from account_summary where account_id = ? and name is not null",
                row -> new AccountSummary(accountId, row.getString(1), row.getString(2), row.getBoolean(3)),
                accountId);
    }

    List<UUID> accountsOf(UUID userId) {
        return database.list(
                "select account_id from account_member where user_id = ? and rights <> '{}'",
                row -> row.getObject(1, UUID.class),
                userId);
    }

    @Transactional
    void opened(UUID accountId, String name, String currency, Instant at) {
        database.update("""
                insert into account_summary (account_id, name, currency, suspended, state_since) values (?, ?, ?, false, ?)
                on conflict (account_id) do update set name = excluded.name, currency = excluded.currency
                """, accountId, name, currency, at);
    }

    /** Also of an account never heard of: the answer to a question asked earlier may still be on its way. */
    @Transactional
    void suspended(UUID accountId, boolean suspended, Instant since) {
        database.update("""
                insert into account_summary as known (account_id, suspended, state_since) values (?, ?, ?)
                on conflict (account_id) do update set suspended = excluded.suspended, state_since = excluded.state_since
                where known.state_since <= excluded.state_since
                """, accountId, suspended, since);
    }

    @Transactional
    void member(UUID accountId, UUID userId, Set<AccountRight> rights, long membershipVersion) {
        database.update("""
                insert into account_member as known (account_id, user_id, rights, membership_version)
                values (?, ?, string_to_array(?, ','), ?)
                on conflict (account_id, user_id) do update
                set rights = excluded.rights, membership_version = excluded.membership_version
                where known.membership_version < excluded.membership_version
                """, accountId, userId, joined(rights), membershipVersion);
    }

    private static String joined(Set<AccountRight> rights) {
        return String.join(",", rights.stream().map(Enum::name).toList());
    }

    private static Set<AccountRight> rights(ResultSet row) throws SQLException {
        var rights = EnumSet.noneOf(AccountRight.class);
        for (var name : (String[]) row.getArray(1).getArray()) rights.add(AccountRight.valueOf(name));
        return rights;
    }
}
