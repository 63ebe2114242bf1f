package dev.callboard.gateway.door;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.callboard.kit.json.Json;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One line of JSON per request. The route stands for the path: paths hold ids, and some hold secrets. */
@FunctionalInterface
public interface AccessLog {
    void write(Line line);

    /**
     * @param upstreamMs from the first attempt until the service began to answer
     * @param bytes of the answer's body
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            String method,
            String route,
            int status,
            @Nullable String upstream,
            @Nullable Long upstreamMs,
            long totalMs,
            long bytes,
            @Nullable String traceId,
            @Nullable String end) {}

    /** Category {@code access}, so that it can be sent elsewhere than the other logs. */
    static AccessLog toLogger() {
        var log = Logger.getLogger("access");
        return line -> log.info(json(line));
    }

    static String json(Line line) {
        try {
            return Json.strict().writeValueAsString(line);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
