package dev.callboard.kit.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import static dev.callboard.kit.problem.CommonProblem.PRECONDITION_REQUIRED;

/** Conditional requests, RFC 9110 13: what needs If-Match is refused without it; what has not changed is not sent again. */
class Preconditions {
    private final ConcurrentMap<Method, Boolean> needsIfMatch = new ConcurrentHashMap<>();

    @ServerRequestFilter
    public void required(ResourceInfo target, ContainerRequestContext request) {
        var method = target.getResourceMethod();
        var given = request.getHeaderString(IfMatch.IF_MATCH);
        if (method == null || given != null && !given.isBlank()) return;
        boolean needed = needsIfMatch.computeIfAbsent(
                method, m -> Arrays.asList(m.getParameterTypes()).contains(IfMatch.class));
        if (needed) {
            throw PRECONDITION_REQUIRED.because("If-Match: missing (expected: the ETag of the last answer)");
        }
    }

    @ServerResponseFilter
    public void unchanged(ContainerRequestContext request, ContainerResponseContext response) {
        var tag = response.getEntityTag();
        if (tag == null || response.getStatus() != 200 || !request.getMethod().equals("GET")) return;
        if (!matches(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag.getValue())) return;

        response.setStatus(304);
        response.setEntity(null);
        response.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
    }

    /** Weak comparison, RFC 9110 8.8.3.2: a proxy that compressed the answer may have weakened the tag. */
    private static boolean matches(@Nullable String ifNoneMatch, String tag) {
        if (ifNoneMatch == null) return false;
        for (var candidate : ifNoneMatch.split(",")) {
            var bare = candidate.strip().replaceFirst("^W/", "");
            if (bare.equals("*") || bare.equals("\"" + tag + "\"")) return true;
        }
        return false;
    }
}
