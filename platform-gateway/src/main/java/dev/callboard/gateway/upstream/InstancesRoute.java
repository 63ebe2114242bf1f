package dev.callboard.gateway.upstream;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.callboard.kit.json.Json;
import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.kit.problem.Problem;
import dev.callboard.kit.problem.ProblemBody;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * {@code /instances} on the management port: where instances announce themselves. Only with the shared secret: who may
 * announce may have the platform's requests sent to himself.
 */
@Singleton
class InstancesRoute {
    private static final int LARGEST = 4096;

    private final Upstreams upstreams;
    private final Optional<String> secret;

    record InstanceView(String instance, String url, String build, boolean well) {}

    InstancesRoute(Upstreams upstreams, @ConfigProperty(name = "callboard.announce.secret") Optional<String> secret) {
        this.upstreams = upstreams;
        this.secret = secret.filter(text -> !text.isBlank());
    }

    void install(@Observes ManagementInterface management) {
        var body = BodyHandler.create(false).setBodyLimit(LARGEST);
        management.router().get("/instances").handler(this::list);
        management.router().post("/instances").handler(body).handler(request -> heard(request, upstreams::seen));
        management
                .router()
                .delete("/instances")
                .handler(body)
                .handler(request -> heard(request, left -> upstreams.gone(left.service(), left.instance())));
    }

    private void list(RoutingContext request) {
        Map<String, List<InstanceView>> view = upstreams.all().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().stream()
                        .map(known ->
                                new InstanceView(known.name(), known.url().toString(), known.build(), known.isWell()))
                        .toList()));
        try {
            request.response()
                    .putHeader("Content-Type", "application/json")
                    .end(Json.strict().writeValueAsString(view));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void heard(RoutingContext request, Consumer<Announcement> then) {
        if (!knowsTheSecret(request)) {
            refuse(request, CommonProblem.FORBIDDEN.because("X-Instance-Secret: not ours"));
            return;
        }
        try {
            var announcement = Json.tolerant().readValue(request.body().buffer().getBytes(), Announcement.class);
            var fault = announcement.fault();
            if (fault != null) {
                refuse(request, CommonProblem.INVALID.because(fault));
                return;
            }
            then.accept(announcement);
            request.response().setStatusCode(204).end();
        } catch (IOException | NullPointerException unreadable) {
            refuse(
                    request,
                    CommonProblem.INVALID.because("an announcement is {service, instance, url, health, build}"));
        }
    }

    private boolean knowsTheSecret(RoutingContext request) {
        var given = request.request().getHeader("X-Instance-Secret");
        return given != null
                && secret.isPresent()
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), secret.get().getBytes(StandardCharsets.UTF_8));
    }

    private static void refuse(RoutingContext request, Problem problem) {
        request.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", ProblemBody.MEDIA_TYPE)
                .end(ProblemBody.json(problem, "/instances"));
    }
}
