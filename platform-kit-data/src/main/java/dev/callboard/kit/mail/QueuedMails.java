package dev.callboard.kit.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.callboard.kit.database.Database;
import dev.callboard.kit.database.Upkeep;
import dev.callboard.kit.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * The queue as the workers see it. A claimed mail is leased: nobody else sees it until the lease is over, so that a
 * worker that dies loses nothing, and repeats at most the one mail it was sending.
 */
@ApplicationScoped
class QueuedMails implements Upkeep {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int LONGEST_ERROR = 500;

    @Inject
    Database database;

    @Inject
    InstantSource clock;

    @Inject
    Instance<MailOutcomes> outcomes;

    record Claimed(Mail mail, int attempts) {}

    /** The longest waiting first, past what other workers and instances have in hand. */
    @Transactional
    List<Claimed> claim(int most, Duration lease) {
        return database.list("""
                update kit.mail set not_before = clock_timestamp() + ? * interval '1 millisecond', attempts = attempts + 1
                where message_id in (
                    select message_id from kit.mail where ended_at is null and not_before <= clock_timestamp()
                    order by not_before, seq limit ? for update skip locked)
                returning mail::text, attempts
                """, row -> new Claimed(mail(row.getString(1)), row.getInt(2)), lease.toMillis(), most);
    }

    @Transactional
    void sent(Mail mail) {
        if (end(mail, null) && mail.reference() != null)
            for (var each : outcomes) each.sent(mail.reference(), clock.instant());
    }

    @Transactional
    void refused(Mail mail, String reason) {
        if (end(mail, reason) && mail.reference() != null)
            for (var each : outcomes) each.refused(mail.reference(), reason, clock.instant());
    }

    /** The content is not kept: it names people. */
    private boolean end(Mail mail, @Nullable String error) {
        return database.update(
                        "update kit.mail set ended_at = ?, mail = null, last_error = ? where message_id = ? and ended_at is null",
                        clock.instant(),
                        shortened(error),
                        mail.messageId())
                == 1;
    }

    /** The server does not want this mail now. */
    @Transactional
    void postpone(Claimed claimed, String reason) {
        var doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(claimed.attempts() - 1, 10));
        var pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        put(claimed.mail(), pause, reason);
    }

    /** The server is away, which is not this mail's fault. */
    @Transactional
    void putBack(List<Claimed> claimed, Duration pause, String reason) {
        for (var each : claimed) {
            put(each.mail(), pause, reason);
            database.update(
                    "update kit.mail set attempts = attempts - 1 where message_id = ? and attempts > 0",
                    each.mail().messageId());
        }
    }

    private void put(Mail mail, Duration pause, String reason) {
        database.update("""
                update kit.mail set not_before = clock_timestamp() + ? * interval '1 millisecond', last_error = ?
                where message_id = ? and ended_at is null
                """, pause.toMillis(), shortened(reason), mail.messageId());
    }

    /** An id is known for 14 days: nobody adds a mail again after that. */
    @Override
    @Transactional
    public void tidy() {
        database.update("delete from kit.mail where ended_at < least(?, now()) - interval '14 days'", clock.instant());
    }

    int waiting() {
        return database.first("select count(*) from kit.mail where ended_at is null", row -> row.getInt(1))
                .orElseThrow();
    }

    private static Mail mail(String json) {
        try {
            return Json.tolerant().readValue(json, Mail.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a queued mail cannot be read: " + e.getOriginalMessage());
        }
    }

    private static @Nullable String shortened(@Nullable String error) {
        return error == null || error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR);
    }
}
