package dev.callboard.account.audit;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Who did what to whom. Ids and figures only: people can be erased, the trail cannot. */
@ApplicationScoped
public class AuditTrail {
    /** @param actor null: the platform itself */
    public record Entry(
            UUID id,
            Instant at,
            @Nullable UUID actor,
            String action,
            String subject,
            @Nullable String detail) {}

    @Inject
    Database database;

    /** In the transaction of the change. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(
            UUID accountId, @Nullable UUID actor, String action, Object subject, @Nullable String detail, Instant at) {
        database.update(
                "insert into audit_entry (account_id, month, id, actor, action, subject, detail, at) values (?, ?, ?, ?, ?, ?, ?, ?)",
                accountId,
                at.atOffset(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1),
                Ids.next(),
                actor,
                action,
                subject.toString(),
                detail,
                at);
    }

    /** The latest first. */
    List<Entry> of(UUID accountId, UUID before, int limit) {
        return database.list(
                """
                select id, at, actor, action, subject, detail from audit_entry
                where account_id = ? and id < ? order by id desc limit ?
                """,
                row -> new Entry(
                        row.getObject(1, UUID.class),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getObject(3, UUID.class),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)),
                accountId,
                before,
                limit);
    }
}
