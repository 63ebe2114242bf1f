package dev.callboard.project.call;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * One thing that happened to a call, kept for ever.
 *
 * @param at when the server had it
 * @param meantAt when it is said to have happened: the tap without network, the arrival as noted
 */
public record Step(
        Track track,
        String what,
        Channel channel,
        Actor actor,
        Instant at,
        @Nullable Instant meantAt,
        @Nullable String note) {
    public enum Track {
        LIFE,
        DELIVERY,
        ANSWER,
        ATTENDANCE
    }
}
