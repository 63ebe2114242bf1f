package dev.callboard.project.summoning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.callboard.kit.database.Database;
import dev.callboard.kit.json.Json;
import dev.callboard.project.call.Brief;
import dev.callboard.project.call.Call;
import dev.callboard.project.call.Spoken;
import dev.callboard.project.project.ProjectSummary;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import static dev.callboard.kit.problem.CommonProblem.NOT_FOUND;

/**
 * The record of every publication: what it changed for whom, and which rules were overridden and why. It holds ids, never
 * names: people can be erased.
 */
@ApplicationScoped
class SummoningVersions {
    @Schema(name = "SummoningChangeKind")
    enum Kind {
        CALLED,
        CALLED_AGAIN,
        WITHDRAWN
    }

    /**
     * What a publication changes for one person.
     *
     * @param before the old call in words, Sat 30 Oct 18:30 · Slussen, Stockholm; null for a first call
     * @param now null for a withdrawal
     */
    record Change(
            Kind kind,
            UUID crewEntryId,
            LocalDate workingDay,
            @Nullable String before,
            @Nullable String now) {}

    record Kept(Violation violation, String reason) {}

    record Version(int number, Instant publishedAt, UUID publishedBy, int calls, List<Kept> overrides) {}

    @Inject
    Database database;

    void add(ProjectSummary project, int number, Publication.Order order, Draft draft, Instant now) {
        var overrides = order.overrides().stream()
                .flatMap(override -> draft.violations().stream()
                        .filter(violation -> violation.key().equals(override.violation()))
                        .map(violation -> new Kept(violation, override.reason())))
                .toList();
        database.update(
                """
                insert into summoning_version
                    (account_id, project_id, number, published_at, published_by, calls, changes, overrides)
                values (?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                project.accountId(),
                project.id(),
                number,
                now,
                order.by(),
                draft.difference().asks(),
                json(changes(draft.difference())),
                json(overrides));
    }

    /** @throws dev.callboard.kit.problem.Problem NOT_FOUND */
    Version get(UUID projectId, int number) {
        return database.first(
                        "select * from summoning_version where project_id = ? and number = ?",
                        SummoningVersions::version,
                        projectId,
                        number)
                .orElseThrow(() -> NOT_FOUND.of("version"));
    }

    /** @throws dev.callboard.kit.problem.Problem NOT_FOUND */
    List<Change> changes(UUID projectId, int number) {
        return database.first(
                        "select changes from summoning_version where project_id = ? and number = ?",
                        row -> read(row.getString("changes"), new TypeReference<List<Change>>() {}),
                        projectId,
                        number)
                .orElseThrow(() -> NOT_FOUND.of("version"));
    }

    static List<Change> changes(Difference difference) {
        return Stream.of(
                        difference.called().stream()
                                .map(call -> change(
                                        Kind.CALLED,
                                        call.asked().crewEntryId(),
                                        null,
                                        call.asked().brief())),
                        difference.calledAgain().stream()
                                .map(again -> change(
                                        Kind.CALLED_AGAIN,
                                        again.asked().crewEntryId(),
                                        again.before().brief(),
                                        again.asked().brief())),
                        difference.withdrawn().stream()
                                .map((Call call) ->
                                        change(Kind.WITHDRAWN, call.belongs().crewEntryId(), call.brief(), null)))
                .flatMap(changes -> changes)
                .toList();
    }

    private static Change change(Kind kind, UUID crewEntryId, @Nullable Brief before, @Nullable Brief now) {
        var brief = now == null ? before : now;
        return new Change(
                kind,
                crewEntryId,
                Objects.requireNonNull(brief, "a change has a before or a now").workingDay(),
                before == null ? null : said(before),
                now == null ? null : said(now));
    }

    private static String said(Brief brief) {
        return Spoken.day(brief.workingDay()) + " " + Spoken.clockOn(brief.workingDay(), brief.callAt(), brief.zone())
                + " \u00b7 " + brief.place().brief() + " \u00b7 " + brief.rolesInWords();
    }

    private static Version version(ResultSet row) throws SQLException {
        return new Version(
                row.getInt("number"),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                row.getObject("published_by", UUID.class),
                row.getInt("calls"),
                read(row.getString("overrides"), new TypeReference<>() {}));
    }

    private static String json(Object value) {
        try {
            return Json.tolerant().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("summoning version", e);
        }
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return Json.tolerant().readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("summoning version", e);
        }
    }
}
