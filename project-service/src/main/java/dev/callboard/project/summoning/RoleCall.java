package dev.callboard.project.summoning;

import dev.callboard.project.summoning.Roster.Wanted;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.UUID;

/** So many of a role are called for an activity, so long before it starts. */
@Entity
@Table(name = "role_call")
class RoleCall {
    /** The evening before: an answer is wanted twenty hours before the call. */
    static final Duration USUAL_LEAD = Duration.ofHours(20);

    @Schema(name = "RoleCallState")
    enum State {
        CURRENT,
        /** The plan's activity was changed since somebody last looked at this, or published it. */
        STALE
    }

    @Id
    UUID id;

    UUID accountId;
    UUID projectId;
    UUID activityId;
    String role;
    int count;

    @Nullable
    Integer callOffsetMinutes;

    @Nullable
    Integer leadMinutes;

    @Enumerated(EnumType.STRING)
    State state;

    @Version
    long version;

    protected RoleCall() {}

    RoleCall(UUID id, UUID accountId, UUID projectId, UUID activityId, String role) {
        this.id = id;
        this.accountId = accountId;
        this.projectId = projectId;
        this.activityId = activityId;
        this.role = role;
    }

    RoleCall asks(int count, @Nullable Integer callOffsetMinutes, @Nullable Integer leadMinutes) {
        this.count = count;
        this.callOffsetMinutes = callOffsetMinutes;
        this.leadMinutes = leadMinutes;
        state = State.CURRENT;
        return this;
    }

    Wanted wanted() {
        return new Wanted(
                id,
                activityId,
                role,
                count,
                callOffsetMinutes == null ? null : Duration.ofMinutes(callOffsetMinutes),
                leadMinutes == null ? USUAL_LEAD : Duration.ofMinutes(leadMinutes));
    }
}
