package dev.callboard.kit.saga;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.callboard.kit.database.Database;
import dev.callboard.kit.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The sagas of this service in the database. */
@ApplicationScoped
class SagaRows {
    @Inject
    Database database;

    /** @return false if there is one of that id already */
    boolean insert(Saga saga) {
        return database.update(
                        """
                        insert into kit.saga (id, kind, account_id, subject_id, status, reason, state_type, state, version,
                            deadline, started_at, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?) on conflict do nothing
                        """,
                        saga.id(),
                        saga.kind(),
                        saga.accountId(),
                        saga.subjectId(),
                        saga.status(),
                        saga.reason(),
                        saga.stateType(),
                        saga.state(),
                        saga.version(),
                        saga.deadline(),
                        saga.startedAt(),
                        saga.changedAt())
                == 1;
    }

    void update(Saga saga) {
        database.update(
                """
                update kit.saga set status = ?, reason = ?, state_type = ?, state = ?::jsonb, version = ?, deadline = ?,
                    changed_at = ? where id = ?
                """,
                saga.status(),
                saga.reason(),
                saga.stateType(),
                saga.state(),
                saga.version(),
                saga.deadline(),
                saga.changedAt(),
                saga.id());
    }

    /** Locked until the transaction ends: replies to one saga are taken one after the other. */
    Optional<Saga> lock(UUID id) {
        return database.first("select * from kit.saga where id = ? for update", SagaRows::read, id);
    }

    Optional<Saga> find(UUID id) {
        return database.first("select * from kit.saga where id = ?", SagaRows::read, id);
    }

    /** Past what other instances have in hand. */
    Optional<Saga> lockOverdue(Instant now) {
        return database.first(
                "select * from kit.saga where deadline <= ? order by deadline limit 1 for update skip locked",
                SagaRows::read,
                now);
    }

    void setDeadline(UUID id, @Nullable Instant deadline) {
        database.update("update kit.saga set deadline = ? where id = ?", deadline, id);
    }

    /** Ids are in order of time: the newest first, before the one with id {@code before}. */
    List<Saga> page(@Nullable Status status, @Nullable UUID before, int limit) {
        return database.list("""
                select * from kit.saga where (?::text is null or status = ?::text) and (?::uuid is null or id < ?::uuid)
                order by id desc limit ?
                """, SagaRows::read, status, status, before, before, limit);
    }

    void addStep(UUID saga, SagaStep step) {
        database.update(
                """
                insert into kit.saga_step (saga_id, no, at, reply, actor, state, status, commands)
                values (?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                """,
                saga,
                step.no(),
                step.at(),
                step.reply(),
                step.actor(),
                step.state(),
                step.status(),
                json(step.commands()));
    }

    List<SagaStep> steps(UUID saga) {
        return database.list("select * from kit.saga_step where saga_id = ? order by no", SagaRows::readStep, saga);
    }

    private static Saga read(ResultSet row) throws SQLException {
        return new Saga(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getObject("account_id", UUID.class),
                row.getObject("subject_id", UUID.class),
                Status.valueOf(row.getString("status")),
                row.getString("reason"),
                row.getString("state_type"),
                row.getString("state"),
                row.getLong("version"),
                instant(row, "deadline"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static SagaStep readStep(ResultSet row) throws SQLException {
        try {
            return new SagaStep(
                    row.getInt("no"),
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    row.getString("reply"),
                    row.getString("actor"),
                    row.getString("state"),
                    Status.valueOf(row.getString("status")),
                    Json.tolerant()
                            .readValue(row.getString("commands"), new TypeReference<List<SagaStep.Command>>() {}));
        } catch (JsonProcessingException e) {
            throw new SQLException("the commands of a step cannot be read", e);
        }
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static String json(Object value) {
        try {
            return Json.tolerant().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
