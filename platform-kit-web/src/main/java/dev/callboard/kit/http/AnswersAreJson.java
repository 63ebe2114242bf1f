package dev.callboard.kit.http;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import java.lang.reflect.Method;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import static dev.callboard.kit.problem.CommonProblem.NOT_ACCEPTABLE;

/**
 * What says nothing else answers in JSON, and who accepts no JSON is told so before anything happens. The framework would
 * write whatever was asked for: an entity's {@code toString} as XML.
 */
class AnswersAreJson {
    private final ConcurrentMap<Method, Boolean> saysWhatItProduces = new ConcurrentHashMap<>();

    @ServerRequestFilter
    public void acceptable(ResourceInfo target, ContainerRequestContext request) {
        var method = target.getResourceMethod();
        if (method == null || saysWhatItProduces.computeIfAbsent(method, AnswersAreJson::saysWhatItProduces)) return;

        if (!takesJson(request))
            throw NOT_ACCEPTABLE.because(
                    "Accept: %s (expected: application/json)".formatted(request.getHeaderString(HttpHeaders.ACCEPT)));
        request.getHeaders().putSingle(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON);
    }

    private static boolean takesJson(ContainerRequestContext request) {
        try {
            var accepted = request.getAcceptableMediaTypes();
            return accepted.isEmpty() || accepted.stream().anyMatch(MediaType.APPLICATION_JSON_TYPE::isCompatible);
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static boolean saysWhatItProduces(Method method) {
        return method.isAnnotationPresent(Produces.class)
                || method.getDeclaringClass().isAnnotationPresent(Produces.class);
    }
}
