package dev.callboard.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.callboard.kit.json.Json;
import jakarta.ws.rs.core.EntityTag;

import java.util.zip.CRC32C;

/**
 * Strong entity tags, {@code version.view}. The view is a hash of what this caller is shown, in full: another account,
 * right or locale sees another view and never gets a 304 for it.
 */
public final class Etag {
    private Etag() {}

    public static EntityTag of(long version, Object view) {
        try {
            var hash = new CRC32C();
            hash.update(Json.strict().writeValueAsBytes(view));
            return new EntityTag(version + "." + Long.toString(hash.getValue(), 36));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "view cannot be written: " + view.getClass().getName(), e);
        }
    }
}
