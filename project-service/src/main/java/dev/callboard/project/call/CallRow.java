package dev.callboard.project.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.callboard.kit.json.Json;
import org.jspecify.annotations.Nullable;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** A call as a row. The brief is kept as the JSON it was published with. */
final class CallRow {
    private static final List<String> TRACKS = List.of(
            "mail_state",
            "mail_at",
            "mail_reason",
            "opened_at",
            "answer",
            "answer_late",
            "answered_at",
            "answer_claimed_at",
            "answer_channel",
            "answer_actor",
            "answer_user_id",
            "answer_reason",
            "answer_note",
            "attendance",
            "arrived_at",
            "wrapped_at");

    private static final List<String> FACTS = List.of(
            "account_id",
            "month",
            "id",
            "series",
            "revision",
            "project_id",
            "unit_id",
            "crew_entry_id",
            "department_id",
            "plan_number",
            "working_day",
            "call_at",
            "wrap_at",
            "answer_by",
            "published_at",
            "brief",
            "life");

    static final String INSERT = "insert into call (" + String.join(", ", FACTS) + ", " + String.join(", ", TRACKS)
            + ") values (" + "?, ".repeat(FACTS.size() + TRACKS.size() - 1) + "?)";

    static final String UPDATE_TRACKS = "update call set " + String.join(" = ?, ", TRACKS)
            + " = ?, version = version + 1 where account_id = ? and month = ? and id = ?";

    private CallRow() {}

    static void write(PreparedStatement insert, Call call) throws SQLException {
        var in = new Values(insert);
        in.set(call.belongs().accountId());
        in.set(call.month());
        in.set(call.id());
        in.set(call.series());
        in.set(call.revision());
        in.set(call.belongs().projectId());
        in.set(call.belongs().unitId());
        in.set(call.belongs().crewEntryId());
        in.set(call.belongs().departmentId());
        in.set(call.planNumber());
        in.set(call.workingDay());
        in.set(call.brief().callAt());
        in.set(call.brief().wrapAt());
        in.set(call.answerBy());
        in.set(call.publishedAt());
        in.set(json(call.brief()));
        in.set(call.standing().life());
        tracks(in, call.tracks());
    }

    static void writeTracks(PreparedStatement update, Call call) throws SQLException {
        var in = new Values(update);
        tracks(in, call.tracks());
        in.set(call.belongs().accountId());
        in.set(call.month());
        in.set(call.id());
    }

    static void writeEnd(PreparedStatement update, Call call) throws SQLException {
        var in = new Values(update);
        in.set(call.standing().life());
        in.set(call.standing().successor());
        in.set(call.standing().endedAt());
        in.set(call.belongs().accountId());
        in.set(call.month());
        in.set(call.id());
    }

    private static void tracks(Values in, Call.Tracks tracks) throws SQLException {
        in.set(tracks.mail().state());
        in.set(tracks.mail().at());
        in.set(tracks.mail().reason());
        in.set(tracks.openedAt());

        var given =
                switch (tracks.answer()) {
                    case Answer.Pending _ -> null;
                    case Answer.Acknowledged(var g) -> g;
                    case Answer.Declined(var g, var _, var _) -> g;
                };
        var declined = tracks.answer() instanceof Answer.Declined d ? d : null;
        in.set(tracks.answer().state());
        in.set(given != null && given.late());
        in.set(given == null ? null : given.at());
        in.set(given == null ? null : given.claimedAt());
        in.set(given == null ? null : given.channel());
        in.set(given == null ? null : given.actor().kind());
        in.set(given == null ? null : given.actor().userId());
        in.set(declined == null ? null : declined.reason());
        in.set(declined == null ? null : declined.note());

        in.set(tracks.attendance().state());
        in.set(
                switch (tracks.attendance()) {
                    case Attendance.Arrived(var at) -> at;
                    case Attendance.Wrapped(var arrived, var _) -> arrived;
                    case Attendance.Expected _, Attendance.NoShow _ -> null;
                });
        in.set(tracks.attendance() instanceof Attendance.Wrapped(var _, var wrapped) ? wrapped : null);
    }

    static Call read(ResultSet row) throws SQLException {
        return new Call(
                uuid(row, "id"),
                uuid(row, "series"),
                row.getInt("revision"),
                new Call.Belongs(
                        uuid(row, "account_id"),
                        uuid(row, "project_id"),
                        uuid(row, "unit_id"),
                        uuid(row, "crew_entry_id"),
                        row.getObject("department_id", UUID.class)),
                row.getInt("plan_number"),
                brief(row.getString("brief")),
                instant(row, "answer_by"),
                instant(row, "published_at"),
                new Call.Standing(
                        Life.valueOf(row.getString("life")),
                        row.getObject("successor", UUID.class),
                        instantOrNull(row, "ended_at")),
                new Call.Tracks(
                        new Call.Sending(
                                Delivery.valueOf(row.getString("mail_state")),
                                instant(row, "mail_at"),
                                row.getString("mail_reason")),
                        instantOrNull(row, "opened_at"),
                        answer(row),
                        attendance(row)),
                row.getLong("version"));
    }

    private static Answer answer(ResultSet row) throws SQLException {
        var state = Answer.State.valueOf(row.getString("answer"));
        if (state == Answer.State.PENDING) return new Answer.Pending();

        var given = new Answer.Given(
                instant(row, "answered_at"),
                instantOrNull(row, "answer_claimed_at"),
                Channel.valueOf(row.getString("answer_channel")),
                new Actor(
                        Actor.Kind.valueOf(row.getString("answer_actor")), row.getObject("answer_user_id", UUID.class)),
                row.getBoolean("answer_late"));
        return state == Answer.State.ACKNOWLEDGED
                ? new Answer.Acknowledged(given)
                : new Answer.Declined(
                        given, Answer.Reason.valueOf(row.getString("answer_reason")), row.getString("answer_note"));
    }

    private static Attendance attendance(ResultSet row) throws SQLException {
        return switch (Attendance.State.valueOf(row.getString("attendance"))) {
            case EXPECTED -> new Attendance.Expected();
            case ARRIVED -> new Attendance.Arrived(instant(row, "arrived_at"));
            case WRAPPED -> new Attendance.Wrapped(instant(row, "arrived_at"), instant(row, "wrapped_at"));
            case NO_SHOW -> new Attendance.NoShow();
        };
    }

    static Step step(ResultSet row) throws SQLException {
        return new Step(
                Step.Track.valueOf(row.getString("track")),
                row.getString("what"),
                Channel.valueOf(row.getString("channel")),
                new Actor(Actor.Kind.valueOf(row.getString("actor")), row.getObject("actor_user_id", UUID.class)),
                instant(row, "at"),
                instantOrNull(row, "meant_at"),
                row.getString("note"));
    }

    private static String json(Brief brief) {
        try {
            return Json.tolerant().writeValueAsString(brief);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("brief", e);
        }
    }

    private static Brief brief(String json) {
        try {
            return Json.tolerant().readValue(json, Brief.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("brief", e);
        }
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /** Sets one parameter after the other. */
    private static final class Values {
        private final PreparedStatement statement;
        private int next = 1;

        Values(PreparedStatement statement) {
            this.statement = statement;
        }

        void set(@Nullable Object value) throws SQLException {
            statement.setObject(
                    next++,
                    switch (value) {
                        case Instant at -> at.atOffset(ZoneOffset.UTC);
                        case Enum<?> constant -> constant.name();
                        case LocalDate date -> date;
                        case null, default -> value;
                    });
        }
    }
}
