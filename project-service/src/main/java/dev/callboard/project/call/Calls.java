package dev.callboard.project.call;

import dev.callboard.kit.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import static dev.callboard.kit.problem.CommonProblem.NOT_FOUND;

/** All calls of the service. Written in batches and read as rows: a publication is a thousand of them. */
@ApplicationScoped
public class Calls {
    /** After its wrap a call may be given a later one for so long. */
    private static final Duration LATE_CHANGES = Duration.ofDays(2);

    /** Where a page goes on: calls are listed by time, then id. */
    public record After(Instant callAt, UUID id) {}

    @Inject
    Database database;

    /** @throws dev.callboard.kit.problem.Problem NOT_FOUND */
    public Call get(UUID id) {
        return find(id).orElseThrow(() -> NOT_FOUND.of("call"));
    }

    public Optional<Call> find(UUID id) {
        return database.first("select * from call where id = ?", CallRow::read, id);
    }

    /**
     * For a step: two answers at the same time follow each other, the later one wins.
     *
     * @throws dev.callboard.kit.problem.Problem NOT_FOUND
     */
    public Call locked(UUID id) {
        return database.first("select * from call where id = ? for update", CallRow::read, id)
                .orElseThrow(() -> NOT_FOUND.of("call"));
    }

    /**
     * Those that a publication may end or replace, until it is over: who arrives, wraps or is withdrawn at the same moment
     * has done so before, or waits. What ended days ago is none of them.
     */
    public void lockStanding(UUID projectId, Instant now) {
        database.list("""
                select id from call where project_id = ? and life = 'PUBLISHED' and wrap_at > ?
                order by id for update
                """, row -> row.getObject(1, UUID.class), projectId, now.minus(LATE_CHANGES));
    }

    /** The version of the series that stands, or the newest that stood. */
    public Optional<Call> newest(UUID series) {
        return database.first(
                "select * from call where series = ? order by revision desc limit 1", CallRow::read, series);
    }

    /** What came before this version of the series. */
    public Optional<Call> revision(UUID series, int revision) {
        return database.first("select * from call where series = ? and revision = ?", CallRow::read, series, revision);
    }

    /** The version that this one replaced; none of a first one, nor of one after a withdrawal. */
    public Optional<Call> replacedBy(Call call) {
        return revision(call.series(), call.revision() - 1)
                .filter(before -> call.id().equals(before.standing().successor()));
    }

    /** Each series of the project in its newest version, whether it stands or not. */
    public List<Call> newestOf(UUID projectId) {
        return database.list("""
                select distinct on (series) * from call where project_id = ? order by series, revision desc\
                """, CallRow::read, projectId);
    }

    /** Every call that one person was ever given for a day, newest first. */
    public List<Call> ofPeople(Collection<UUID> crewEntryIds, Instant from, int limit) {
        return database.list("""
                select * from call where crew_entry_id = any(?) and life = 'PUBLISHED' and wrap_at >= ?
                order by call_at, id limit ?\
                """, CallRow::read, crewEntryIds.toArray(UUID[]::new), from, limit);
    }

    public List<Call> ofDay(UUID projectId, LocalDate day) {
        return database.list(
                "select * from call where project_id = ? and working_day = ? and life = 'PUBLISHED' order by call_at, id",
                CallRow::read,
                projectId,
                day);
    }

    /** Every version of every call of the unit to this day, by publication. */
    public List<Call> everOfDay(UUID projectId, UUID unitId, LocalDate day) {
        return database.list(
                "select * from call where project_id = ? and unit_id = ? and working_day = ?"
                        + " order by published_at, call_at, id",
                CallRow::read,
                projectId,
                unitId,
                day);
    }

    /** @param limit one more than wanted tells whether there is a next page */
    public List<Call> page(UUID projectId, CallFilter filter, Optional<After> after, int limit) {
        var condition = filter.sql();
        var values = new ArrayList<Object>();
        values.add(projectId);
        values.addAll(condition.values());
        after.ifPresent(last -> {
            values.add(last.callAt());
            values.add(last.id());
        });
        values.add(limit);
        return database.list(
                "select * from call where project_id = ?" + condition.text()
                        + (after.isPresent() ? " and (call_at, id) > (?, ?)" : "") + " order by call_at, id limit ?",
                CallRow::read,
                values.toArray());
    }

    /** How many calls stand in each combination of the three tracks. */
    public List<Count> counts(UUID projectId, CallFilter filter) {
        var condition = filter.sql();
        var values = new ArrayList<Object>();
        values.add(projectId);
        values.addAll(condition.values());
        return database.list(
                """
                select mail_state, answer, answer_late, attendance, opened_at is not null as opened, count(*) as calls
                from call where project_id = ?\
                """ + condition.text() + " group by 1, 2, 3, 4, 5",
                row -> new Count(
                        Delivery.valueOf(row.getString("mail_state")),
                        Answer.State.valueOf(row.getString("answer")),
                        row.getBoolean("answer_late"),
                        Attendance.State.valueOf(row.getString("attendance")),
                        row.getBoolean("opened"),
                        row.getInt("calls")),
                values.toArray());
    }

    public record Count(
            Delivery delivery,
            Answer.State answer,
            boolean late,
            Attendance.State attendance,
            boolean opened,
            int calls) {}

    /** Calls that are new, in one batch. */
    public void add(List<Call> calls) {
        database.on(connection -> {
            try (var insert = connection.prepareStatement(CallRow.INSERT)) {
                for (var call : calls) {
                    CallRow.write(insert, call);
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        });
    }

    /** Calls that ended, in one batch. */
    public void end(List<Call> ended) {
        database.on(connection -> {
            try (var update = connection.prepareStatement("""
                    update call set life = ?, successor = ?, ended_at = ?, version = version + 1
                    where account_id = ? and month = ? and id = ?\
                    """)) {
                for (var call : ended) {
                    CallRow.writeEnd(update, call);
                    update.addBatch();
                }
                return update.executeBatch();
            }
        });
    }

    /** The tracks of a call that was read {@link #locked}, and the step that moved them. Nothing moved: nothing stored. */
    public Call store(Call.Moved moved) {
        if (moved.step().isEmpty()) return moved.call();
        var call = moved.call();
        database.on(connection -> {
            try (var update = connection.prepareStatement(CallRow.UPDATE_TRACKS)) {
                CallRow.writeTracks(update, call);
                return update.executeUpdate();
            }
        });
        note(call, moved.step().get());
        return get(call.id());
    }

    public void note(Call call, Step step) {
        database.update(
                """
                insert into call_step (account_id, month, call_id, track, what, channel, actor, actor_user_id, at, meant_at, note)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                call.belongs().accountId(),
                call.month(),
                call.id(),
                step.track(),
                step.what(),
                step.channel(),
                step.actor().kind(),
                step.actor().userId(),
                step.at(),
                step.meantAt(),
                step.note());
    }

    public List<Step> steps(UUID callId) {
        return database.list("select * from call_step where call_id = ? order by seq", CallRow::step, callId);
    }
}
