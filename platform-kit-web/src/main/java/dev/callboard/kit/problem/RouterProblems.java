package dev.callboard.kit.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import java.util.Optional;

/**
 * Failures that never reach a resource: addresses outside the API, bodies over the limit, what the server itself refuses.
 * First in order, so that the framework's own pages are never shown.
 */
@Singleton
class RouterProblems {
    private static final Logger LOG = Logger.getLogger(RouterProblems.class);

    private final Optional<MemorySize> largest;

    RouterProblems(@ConfigProperty(name = "quarkus.http.limits.max-body-size") Optional<MemorySize> largest) {
        this.largest = largest;
    }

    void install(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::refuseTooLarge).failureHandler(RouterProblems::failed);
        for (int status : new int[] {400, 404, 405, 406, 413, 415, 500}) {
            router.errorHandler(status, RouterProblems::failed);
        }
    }

    /** Before the framework does it without a word. */
    private void refuseTooLarge(RoutingContext request) {
        var length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (largest.isPresent()
                && length != null
                && Long.parseLong(length) > largest.get().asLongValue()) {
            request.fail(CommonProblem.TOO_LARGE.because("body: %s bytes (expected: at most %d)"
                    .formatted(length, largest.get().asLongValue())));
        } else {
            request.next();
        }
    }

    private static void failed(RoutingContext request) {
        var response = request.response();
        if (response.headWritten()) {
            request.request()
                    .connection()
                    .close(); // half an answer is worse than none: the client must see that it is cut
            return;
        }
        var problem = problem(request);
        response.setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemBody.MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (problem.status() == 401) response.putHeader("WWW-Authenticate", "Bearer");
        if (problem.status() == 503) response.putHeader("Retry-After", "1");
        // what is left of a body that was not read would be taken for the next request
        if (!request.request().isEnded()) response.putHeader(HttpHeaders.CONNECTION, "close");
        response.end(ProblemBody.json(problem, request.request().path()));
    }

    private static Problem problem(RoutingContext request) {
        for (var cause = request.failure(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) return problem;
            if (cause instanceof UnauthorizedException || cause instanceof AuthenticationFailedException)
                return CommonProblem.UNAUTHENTICATED.because("A valid access token is needed");
            if (cause instanceof ForbiddenException)
                return CommonProblem.FORBIDDEN.because(CommonProblem.FORBIDDEN.title());
        }
        int status = request.statusCode() < 400 ? 500 : request.statusCode();
        var type = CommonProblem.ofStatus(status);
        if (status < 500)
            return type.because(status == 404 ? type.title() + ": nothing at this address" : type.title());

        LOG.errorf(
                request.failure(),
                "%s failed before a resource was reached",
                request.request().method());
        return type.because(status == 503 ? type.title() : "It has been recorded. Ask with the trace id.");
    }
}
