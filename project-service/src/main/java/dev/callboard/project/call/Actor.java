package dev.callboard.project.call;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * Who did it.
 *
 * @param userId of a signed-in person; null when the called person answered by link, mail or calendar, or when no person
 *     did it
 */
public record Actor(Kind kind, @Nullable UUID userId) {
    @Schema(name = "ActorKind")
    public enum Kind {
        /** The called person. */
        SELF,
        /** Somebody for the called person: a coordinator on the telephone, a head of department on the day. */
        FOR_THEM,
        /** Callboard itself. */
        PLATFORM
    }

    public static final Actor PLATFORM = new Actor(Kind.PLATFORM, null);
    public static final Actor BEARER_OF_THE_LINK = new Actor(Kind.SELF, null);
}
