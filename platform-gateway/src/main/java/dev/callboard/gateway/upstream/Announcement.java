package dev.callboard.gateway.upstream;

import org.jspecify.annotations.Nullable;

import java.net.URI;

/**
 * What an instance says of itself, every second.
 *
 * @param health where it tells whether it is ready; null: a connection is enough
 */
public record Announcement(
        String service,
        String instance,
        URI url,
        @Nullable URI health,
        @Nullable String build) {
    /** @return what is wrong with it, or null */
    @Nullable
    String fault() {
        if (service == null || service.isBlank()) return "service: missing";
        if (instance == null || instance.isBlank()) return "instance: missing";
        if (url == null || !"http".equals(url.getScheme()) || url.getHost() == null)
            return "url: expected http://host:port";
        return null;
    }
}
