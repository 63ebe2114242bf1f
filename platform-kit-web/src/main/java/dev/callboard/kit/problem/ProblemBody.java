package dev.callboard.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.callboard.kit.json.Json;
import io.opentelemetry.api.trace.Span;

import java.util.LinkedHashMap;
import java.util.Map;

/** The members of an RFC 9457 document, in the order in which people read them. */
public final class ProblemBody {
    public static final String MEDIA_TYPE = "application/problem+json";

    private ProblemBody() {}

    /** @param path of the request, without query: addresses of answer pages are secrets and given as their route */
    public static Map<String, Object> of(Problem problem, String path) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", problem.type().uri());
        body.put("title", problem.type().title());
        body.put("status", problem.status());
        body.put("detail", problem.getMessage());
        body.put("instance", path.replaceFirst("/answers/[^/]+", "/answers/{token}"));
        if (!problem.errors().isEmpty()) body.put("errors", problem.errors());
        body.putAll(problem.members());
        var trace = Span.current().getSpanContext();
        if (trace.isValid()) body.put("traceId", trace.getTraceId());
        return body;
    }

    public static String json(Problem problem, String path) {
        try {
            return Json.strict().writeValueAsString(of(problem, path));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "problem cannot be written: " + problem.type().name(), e);
        }
    }
}
