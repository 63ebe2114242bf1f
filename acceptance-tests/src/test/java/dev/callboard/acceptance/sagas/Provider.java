package dev.callboard.acceptance.sagas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.callboard.acceptance.platform.Platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The payment provider's own book: what was asked of it, whatever the platform believes. A line per change; the last of
 * an authorisation counts.
 */
record Provider(Map<String, JsonNode> authorizations) {
    static Provider of(Platform platform) {
        var last = new LinkedHashMap<String, JsonNode>();
        var json = new ObjectMapper();
        try {
            for (var line : Files.readAllLines(platform.data().resolve("payments/book.jsonl"))) {
                var authorization = json.readTree(line).path("authorization");
                if (authorization.isObject()) last.put(authorization.get("id").asText(), authorization);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new Provider(last);
    }

    /** {@code CAPTURED 490000} of each authorisation that was made for the saga and not declined. */
    List<String> of(String saga) {
        var found = new ArrayList<String>();
        for (var authorization : authorizations.values()) {
            var status = authorization.get("status").asText();
            if (!authorization.get("reference").asText().equals(saga) || status.equals("DECLINED")) continue;
            long taken = authorization.get("capturedMinor").asLong()
                    - authorization.get("refundedMinor").asLong();
            found.add(status + " " + taken);
        }
        return found;
    }
}
