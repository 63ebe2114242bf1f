package dev.callboard.project.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.callboard.kit.cache.CacheAside;
import dev.callboard.kit.cache.Caches;
import dev.callboard.kit.cache.Versioned;
import dev.callboard.kit.database.Database;
import dev.callboard.kit.json.Json;
import dev.callboard.project.activity.ActivitySummary;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The plans as they were published. A version never changes. */
@ApplicationScoped
public class PlanVersions {
    private static final String SELECT =
            "select number, published_at, published_by, reason, activities from plan_version where project_id = ?";

    @Inject
    Database db;

    @Inject
    Caches caches;

    private CacheAside<PlanVersion> latest;

    /**
     * @param number from 1; 0 and no activities before the first publication
     * @param reason why a locked plan was published again
     */
    record PlanVersion(
            int number,
            @Nullable Instant publishedAt,
            @Nullable UUID publishedBy,
            @Nullable String reason,
            List<ActivitySummary> activities) {
        static final PlanVersion NONE = new PlanVersion(0, null, null, null, List.of());
    }

    @PostConstruct
    void prepare() {
        latest = caches.of("plan", PlanVersion.class, Duration.ofMinutes(10));
    }

    /** The activities of the version that was published last, in the order of their starts; none before the first. */
    public List<ActivitySummary> published(UUID projectId) {
        return latest(projectId).activities();
    }

    /** As {@link #published}, from the database, for whoever decides on it. */
    public List<ActivitySummary> publishedNow(UUID projectId) {
        return stored(projectId).activities();
    }

    /** What the draft says differently than the version that was published last; nothing before the first. */
    public List<Unpublished> unpublished(UUID projectId, List<ActivitySummary> draft) {
        var last = stored(projectId);
        return last.number() == 0 ? List.of() : Unpublished.between(last.activities(), draft);
    }

    /** From the cache: stale for the moment between a commit and its invalidation. */
    PlanVersion latest(UUID projectId) {
        return latest.get(projectId.toString(), () -> {
                    var version = stored(projectId);
                    return new Versioned<>(version.number(), version);
                })
                .value();
    }

    /** From the database, for whoever decides on it. */
    PlanVersion stored(UUID projectId) {
        return db.first(SELECT + " order by number desc limit 1", PlanVersions::read, projectId)
                .orElse(PlanVersion.NONE);
    }

    Optional<PlanVersion> find(UUID projectId, int number) {
        return number == 0
                ? Optional.of(PlanVersion.NONE)
                : db.first(SELECT + " and number = ?", PlanVersions::read, projectId, number);
    }

    void add(UUID projectId, PlanVersion version) {
        db.update(
                "insert into plan_version (project_id, number, published_at, published_by, reason, activities)"
                        + " values (?, ?, ?, ?, ?, ?::jsonb)",
                projectId,
                version.number(),
                version.publishedAt(),
                version.publishedBy(),
                version.reason(),
                json(version.activities()));
    }

    /** @return false when the cache did not take it */
    boolean forget(UUID projectId, int newNumber) {
        return latest.invalidate(projectId.toString(), newNumber);
    }

    private static PlanVersion read(ResultSet row) throws SQLException {
        return new PlanVersion(
                row.getInt("number"),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                row.getObject("published_by", UUID.class),
                row.getString("reason"),
                activities(row.getString("activities")));
    }

    private static String json(List<ActivitySummary> activities) {
        try {
            return Json.tolerant().writeValueAsString(activities);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("activities cannot be written", impossible);
        }
    }

    private static List<ActivitySummary> activities(String json) {
        try {
            return Json.tolerant().readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a stored version of a plan cannot be read", broken);
        }
    }
}
