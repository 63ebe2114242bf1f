package dev.callboard.account.ledger;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
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

    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

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

    /** Debits minus credits of each book, in minor units. @param before of what happened on earlier days; null: of all */
    Map<Book, Long> balances(UUID accountId, @Nullable LocalDate before) {
        var until = begin(before == null ? LATEST.plusDays(1) : within(before));
        var balances = new EnumMap<Book, Long>(Book.class);
        for (var book : Book.values()) balances.put(book, 0L);
        database.list(
                        """
                        select book, sum(amount)::bigint from (
                            select debit as book, amount_minor as amount from ledger_entry
                            where account_id = ? and at < ?
                            union all
                            select credit, -amount_minor from ledger_entry where account_id = ? and at < ?
                        ) as sides group by book
                        """,
                        row -> Map.entry(Book.valueOf(row.getString(1)), row.getLong(2)),
                        accountId,
                        until,
                        accountId,
                        until)
                .forEach(balance -> balances.put(balance.getKey(), balance.getValue()));
        return balances;
    }

    /**
     * The latest first.
     *
     * @param from first day, in UTC; null: since the account was opened
     * @param to last day; null: to now
     */
    List<Entry> of(UUID accountId, @Nullable LocalDate from, @Nullable LocalDate to, UUID before, int limit) {
        var first = from == null ? EARLIEST : within(from);
        var last = to == null ? LATEST : within(to);
        return database.list(
                """
                select id, at, kind, debit, credit, amount_minor, currency, saga_id, project_id from ledger_entry
                where account_id = ? and month between ? and ? and at >= ? and at < ? and id < ?
                order by id desc limit ?
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
                first.withDayOfMonth(1),
                last.withDayOfMonth(1),
                begin(first),
                begin(last.plusDays(1)),
                before,
                limit);
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay(UTC).toInstant();
    }

    /** There are days that the database does not know; nothing was posted on them. */
    private static LocalDate within(LocalDate day) {
        if (day.isBefore(EARLIEST)) return EARLIEST;
        return day.isAfter(LATEST) ? LATEST : day;
    }
}
