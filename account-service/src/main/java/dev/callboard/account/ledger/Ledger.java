package dev.callboard.account.ledger;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static java.time.ZoneOffset.UTC;

/** Balanced pairs, written once and never changed. What an account has, owes and is owed is derived from them. */
@ApplicationScoped
public class Ledger {
    /**
     * What a pair is about.
     *
     * @param amountMinor above 0, in minor units of the currency
     */
    public record Occasion(
            UUID accountId, UUID sagaId, @Nullable UUID projectId, long amountMinor, String currency, Instant at) {}

    record Entry(
            UUID id,
            Instant at,
            Posting kind,
            Book debit,
            Book credit,
            long amountMinor,
            String currency,
            UUID sagaId,
            @Nullable UUID projectId) {}

    @Inject
    Database database;

    /** In the transaction of what happened. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void post(Occasion occasion, List<Posting> postings) {
        for (var posting : postings)
            database.update(
                    """
                    insert into ledger_entry
                    (account_id, month, id, kind, debit, credit, amount_minor, currency, saga_id, project_id, at)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    occasion.accountId(),
                    occasion.at().atOffset(UTC).toLocalDate().withDayOfMonth(1),
                    Ids.next(),
                    posting,
                    posting.debit(),
                    posting.credit(),
                    occasion.amountMinor(),
                    occasion.currency(),
                    occasion.sagaId(),
                    occasion.projectId(),
                    occasion.at());
    }

    /** Debits minus credits of each book, in minor units. */
    Map<Book, Long> balances(UUID accountId) {
        var balances = new EnumMap<Book, Long>(Book.class);
        for (var book : Book.values()) balances.put(book, 0L);
        database.list("""
                        select book, sum(amount)::bigint from (
                            select debit as book, amount_minor as amount from ledger_entry where account_id = ?
                            union all
                            select credit, -amount_minor from ledger_entry where account_id = ?
                        ) as sides group by book
                        """, row -> Map.entry(Book.valueOf(row.getString(1)), row.getLong(2)), accountId, accountId)
                .forEach(balance -> balances.put(balance.getKey(), balance.getValue()));
        return balances;
    }

    /** The latest first. */
    List<Entry> of(UUID accountId, UUID before, int limit) {
        return database.list(
                """
                select id, at, kind, debit, credit, amount_minor, currency, saga_id, project_id from ledger_entry
                where account_id = ? and id < ? order by id desc limit ?
                """,
                row -> new Entry(
                        row.getObject(1, UUID.class),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        Posting.valueOf(row.getString(3)),
                        Book.valueOf(row.getString(4)),
                        Book.valueOf(row.getString(5)),
                        row.getLong(6),
                        row.getString(7),
                        row.getObject(8, UUID.class),
                        row.getObject(9, UUID.class)),
                accountId,
                before,
                limit);
    }
}
