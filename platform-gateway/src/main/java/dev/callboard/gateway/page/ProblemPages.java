package dev.callboard.gateway.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.callboard.gateway.door.GatewayProblem;
import dev.callboard.gateway.page.Pages.Page;
import dev.callboard.gateway.upstream.Instance;
import dev.callboard.gateway.upstream.Upstreams;
import dev.callboard.kit.json.Json;
import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.kit.problem.ProblemBody;
import dev.callboard.kit.problem.ProblemType;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import static dev.callboard.gateway.page.Resources.escaped;

/**
 * What the {@code type} of a problem leads to. Each service lists its own at {@code /problems}; what was once seen is
 * kept, since the meaning of a type does not change while we run.
 */
public final class ProblemPages {
    private static final int TIMEOUT_MILLIS = 2_000;

    private final Map<String, Meaning> known = new ConcurrentHashMap<>();
    private final Upstreams upstreams;
    private final List<String> services;
    private final HttpClient http;

    record Meaning(String type, String title, int status, String advice) {
        static Meaning of(ProblemType type) {
            return new Meaning(type.uri(), type.title(), type.status(), Advice.on(type.status()));
        }

        String name() {
            return type.substring(type.lastIndexOf('/') + 1);
        }
    }

    public ProblemPages(Vertx vertx, Upstreams upstreams, List<String> services) {
        this.upstreams = upstreams;
        this.services = services;
        this.http = vertx.createHttpClient();
        for (var type : CommonProblem.values()) learn(Meaning.of(type));
        for (var type : GatewayProblem.values()) learn(Meaning.of(type));
    }

    /** Fails when no service knows it. */
    Future<Page> find(String name, boolean html) {
        return meaning(name).map(meaning -> html ? page(meaning) : json(meaning));
    }

    Page unknown() {
        var problem = CommonProblem.NOT_FOUND.of("problem type");
        return new Page(ProblemBody.MEDIA_TYPE, Buffer.buffer(ProblemBody.json(problem, "/problems")), "no-store");
    }

    /** The platform's own; a service's are found by name. */
    Page list() {
        return json(known.values().stream()
                .sorted(java.util.Comparator.comparing(Meaning::type))
                .toList());
    }

    private Future<Meaning> meaning(String name) {
        var meaning = known.get(name);
        if (meaning != null) return Future.succeededFuture(meaning);
        return Future.join(services.stream().map(this::ask).toList())
                .transform(asked -> Optional.ofNullable(known.get(name))
                        .map(Future::succeededFuture)
                        .orElseGet(() -> Future.failedFuture(name)));
    }

    private Future<Void> ask(String service) {
        return upstreams
                .choose(service, Set.of())
                .map(this::ask)
                .orElseGet(() -> Future.failedFuture(service + " is not there"));
    }

    private Future<Void> ask(Instance instance) {
        var request = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost(instance.host())
                .setPort(instance.port())
                .setURI("/api/v1/problems")
                .setTimeout(TIMEOUT_MILLIS);
        return http.request(request)
                .compose(asked -> asked.send())
                .compose(answer -> answer.body().map(body -> answer.statusCode() == 200 ? body : Buffer.buffer("[]")))
                .map(this::learnAll);
    }

    private Void learnAll(Buffer list) {
        try {
            for (JsonNode type : Json.tolerant().readTree(list.getBytes())) {
                int status = type.path("status").asInt();
                learn(new Meaning(type.path("type").asText(), type.path("title").asText(), status, Advice.on(status)));
            }
            return null;
        } catch (IOException unreadable) {
            throw new IllegalStateException("a list of problems that is no JSON", unreadable);
        }
    }

    private void learn(Meaning meaning) {
        known.putIfAbsent(meaning.name(), meaning);
    }

    private static Page page(Meaning meaning) {
        return Pages.html(Resources.text("pages/problem.html")
                .replace("{title}", escaped(meaning.title()))
                .replace("{name}", escaped(meaning.name()))
                .replace("{status}", String.valueOf(meaning.status()))
                .replace("{advice}", escaped(meaning.advice())));
    }

    private static Page json(Object value) {
        try {
            return new Page("application/json", Buffer.buffer(Json.strict().writeValueAsBytes(value)), "max-age=60");
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
