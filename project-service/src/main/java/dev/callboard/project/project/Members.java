package dev.callboard.project.project;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.id.Ids;
import dev.callboard.kit.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Who was given which right in a project. A person is named by her address until she comes with it verified; so nobody
 * learns from an invitation whether she has an account.
 */
@ApplicationScoped
public class Members {
    private static final String COLUMNS =
            "id, project_id, user_id, email, project_right, department_id, crew_entry_id, until";

    @Inject
    Database db;

    /**
     * @param departmentId of a HEAD
     * @param crewEntryId through which she is CREW
     * @param until last day of a GUEST
     */
    record Member(
            UUID id,
            UUID projectId,
            @Nullable UUID userId,
            String email,
            ProjectRight right,
            @Nullable UUID departmentId,
            @Nullable UUID crewEntryId,
            @Nullable LocalDate until) {

        static Member read(ResultSet row) throws SQLException {
            return new Member(
                    row.getObject("id", UUID.class),
                    row.getObject("project_id", UUID.class),
                    row.getObject("user_id", UUID.class),
                    row.getString("email"),
                    ProjectRight.valueOf(row.getString("project_right")),
                    row.getObject("department_id", UUID.class),
                    row.getObject("crew_entry_id", UUID.class),
                    row.getObject("until", LocalDate.class));
        }
    }

    List<Member> of(UUID projectId) {
        return db.list(
                "select " + COLUMNS + " from member where project_id = ? order by email, id", Member::read, projectId);
    }

    List<Member> of(UUID projectId, Caller caller) {
        return db.list(
                "select " + COLUMNS + " from member where project_id = ?"
                        + " and (user_id = ? or user_id is null and email = ?)",
                Member::read,
                projectId,
                caller.userId(),
                address(caller.email()));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    UUID add(
            UUID projectId,
            @Nullable UUID userId,
            String email,
            ProjectRight right,
            @Nullable UUID departmentId,
            @Nullable LocalDate until) {
        return insert(new Member(Ids.next(), projectId, userId, address(email), right, departmentId, null, until));
    }

    /** She has claimed a crew entry: from now on she is CREW, and HEAD of what that entry heads. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void claimed(UUID projectId, UUID userId, String email, UUID crewEntryId) {
        insert(new Member(Ids.next(), projectId, userId, address(email), ProjectRight.CREW, null, crewEntryId, null));
    }

    /** The crew entry is gone, and what she could do through it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void released(UUID crewEntryId) {
        db.update("delete from member where crew_entry_id = ?", crewEntryId);
    }

    boolean remove(UUID projectId, UUID id) {
        return db.update("delete from member where project_id = ? and id = ? and crew_entry_id is null", projectId, id)
                > 0;
    }

    private UUID insert(Member member) {
        return db.first(
                        "insert into member (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?)"
                                + " on conflict (project_id, email, project_right, department_id, crew_entry_id)"
                                + " do update set user_id = coalesce(excluded.user_id, member.user_id), until = excluded.until"
                                + " returning id",
                        row -> row.getObject("id", UUID.class),
                        member.id(),
                        member.projectId(),
                        member.userId(),
                        member.email(),
                        member.right(),
                        member.departmentId(),
                        member.crewEntryId(),
                        member.until())
                .orElseThrow();
    }

    private static String address(String email) {
        return email.toLowerCase(Locale.ROOT);
    }
}
