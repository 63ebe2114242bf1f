package dev.callboard.kit.messaging;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.database.DatabaseFailure;
import dev.callboard.kit.database.UnpooledConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What each consumer has done already, by the ids of events. Cut by their day; a day is dropped whole after 14. */
@ApplicationScoped
public class Inbox {
    private final Set<LocalDate> days = ConcurrentHashMap.newKeySet();

    @Inject
    Database database;

    @Inject
    UnpooledConnections connections;

    /**
     * Records the event in the caller's transaction, together with its effect.
     *
     * @param time of the event itself, the same for each delivery
     * @return whether it is new; false when its effect exists
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean firstSight(String consumer, UUID eventId, Instant time) {
        return database.update(
                        "insert into kit.inbox (day, consumer, event_id) values (?, ?, ?) on conflict do nothing",
                        dayOf(time),
                        consumer,
                        eventId)
                == 1;
    }

    boolean knows(String consumer, UUID eventId, Instant time) {
        return database.first(
                        "select 1 from kit.inbox where day = ? and consumer = ? and event_id = ?",
                        row -> true,
                        dayOf(time),
                        consumer,
                        eventId)
                .isPresent();
    }

    /**
     * Makes room for the day of an event. In a session of its own and outside the business transaction: attaching a
     * partition takes a lock of the whole table, if only for a moment.
     */
    void prepareFor(Instant time) {
        var day = dayOf(time);
        if (days.contains(day)) return;

        try (var connection = connections.open("inbox");
                var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(hashtext('kit.inbox'))");
            try (var rows = statement.executeQuery("select to_regclass('" + table(day) + "') is not null")) {
                rows.next();
                if (!rows.getBoolean(1)) create(day, statement);
            }
            days.add(day);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static void create(LocalDate day, java.sql.Statement statement) throws SQLException {
        statement.execute("begin");
        statement.execute("create table " + table(day) + " (like kit.inbox including all)");
        statement.execute("alter table kit.inbox attach partition %s for values from ('%s') to ('%s')"
                .formatted(table(day), day, day.plusDays(1)));
        statement.execute("commit");
    }

    /**
     * Days of events before {@code oldest}. Counted from the earlier of the platform's clock and the machine's: a clock
     * that was turned forward forgets nothing that Kafka may still deliver.
     */
    void dropBefore(Instant oldest) {
        var limit = dayOf(oldest);
        var old = database.list("""
                select child.relname, right(child.relname, 8)::date from pg_inherits
                join pg_class child on child.oid = inhrelid
                where inhparent = 'kit.inbox'::regclass
                and right(child.relname, 8)::date < least(?, current_date - 14)
                """, row -> row.getString(1), limit);
        for (var table : old) database.update("drop table kit." + table);
        days.clear();
    }

    private static String table(LocalDate day) {
        return "kit.inbox_" + day.toString().replace("-", "");
    }

    private static LocalDate dayOf(Instant time) {
        return time.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
