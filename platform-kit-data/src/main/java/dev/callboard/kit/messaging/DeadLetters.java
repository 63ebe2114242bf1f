package dev.callboard.kit.messaging;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Events that a consumer could not take. Each parks its key for that consumer: what comes later queues up behind it. */
@ApplicationScoped
class DeadLetters {
    private static final int LONGEST_CAUSE = 2_000;

    @Inject
    Database database;

    @Inject
    InstantSource clock;

    /** Puts the letter behind those of its key, if there are any and it was not taken before. */
    boolean follows(String consumer, Letter letter) {
        if (!parked(consumer, letter.key())) return false;

        lock(consumer, letter.key()); // a replay may be taking the last one away at this moment
        if (!parked(consumer, letter.key())) return false;

        var taken = database.first(
                "select 1 from kit.inbox where day = (? at time zone 'UTC')::date and consumer = ? and event_id = ?",
                row -> true,
                letter.time(),
                consumer,
                letter.id());
        if (taken.isEmpty()) add(consumer, letter, null, 0);
        return true;
    }

    void bury(String consumer, Letter letter, Exception cause, int attempts) {
        lock(consumer, letter.key());
        add(consumer, letter, describe(cause), attempts);
    }

    /** Until the transaction ends, nobody else adds to or replays the letters of this key. */
    void lock(String consumer, String key) {
        database.first("select pg_advisory_xact_lock(hashtextextended(?, 0))", row -> true, consumer + '\n' + key);
    }

    private boolean parked(String consumer, String key) {
        return head(consumer, key).isPresent();
    }

    private void add(String consumer, Letter letter, @Nullable String cause, int attempts) {
        database.update(
                """
                insert into kit.dead_letter (id, consumer, key, event_id, topic, type, event_time, payload, cause,
                    attempts, arrived_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """,
                Ids.next(),
                consumer,
                letter.key(),
                letter.id(),
                letter.topic(),
                letter.type(),
                letter.time(),
                letter.payload(),
                cause,
                attempts,
                clock.instant());
    }

    Optional<DeadLetter> head(String consumer, String key) {
        return database.first(
                "select * from kit.dead_letter where consumer = ? and key = ? order by seq limit 1",
                DeadLetters::read,
                consumer,
                key);
    }

    Optional<DeadLetter> find(UUID id) {
        return database.first("select * from kit.dead_letter where id = ?", DeadLetters::read, id);
    }

    /** In order of arrival, after the one with id {@code after}. */
    List<DeadLetter> page(@Nullable UUID after, int limit) {
        return database.list("""
                select * from kit.dead_letter
                where seq > coalesce((select seq from kit.dead_letter where id = ?::uuid), 0) order by seq limit ?
                """, DeadLetters::read, after, limit);
    }

    int waiting(String consumer, String key) {
        return database.first(
                        "select count(*) from kit.dead_letter where consumer = ? and key = ?",
                        row -> row.getInt(1),
                        consumer,
                        key)
                .orElseThrow();
    }

    void remove(UUID id) {
        database.update("delete from kit.dead_letter where id = ?", id);
    }

    void failedAgain(UUID id, Exception cause) {
        database.update(
                "update kit.dead_letter set cause = ?, attempts = attempts + 1 where id = ?", describe(cause), id);
    }

    private static String describe(Exception cause) {
        var text = new StringBuilder();
        for (@Nullable Throwable each = cause; each != null && text.length() < LONGEST_CAUSE; each = each.getCause())
            text.append(text.isEmpty() ? "" : ", caused by ").append(each);
        return text.substring(0, Math.min(LONGEST_CAUSE, text.length()));
    }

    private static DeadLetter read(ResultSet row) throws SQLException {
        return new DeadLetter(
                row.getObject("id", UUID.class),
                row.getString("consumer"),
                row.getString("key"),
                row.getObject("event_id", UUID.class),
                row.getString("topic"),
                row.getString("type"),
                row.getObject("event_time", OffsetDateTime.class).toInstant(),
                row.getBytes("payload"),
                row.getString("cause"),
                row.getInt("attempts"),
                row.getObject("arrived_at", OffsetDateTime.class).toInstant());
    }
}
