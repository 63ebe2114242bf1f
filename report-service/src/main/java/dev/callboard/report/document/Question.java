package dev.callboard.report.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callboard.kit.json.Json;
import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.kit.security.Caller;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Asks another service for what is to be drawn, with the caller's token, so that it decides what she may see. */
@ApplicationScoped
class Question {
    @ConfigMapping(prefix = "callboard.documents")
    interface Configuration {
        /** Base address of project-service or of the gateway in front of it. */
        @WithDefault("${callboard.projects.url:http://localhost:8080}")
        String projects();

        /** Base address of account-service or of the gateway in front of it. */
        @WithDefault("${callboard.accounts.url:http://localhost:8080}")
        String accounts();

        /** Reading a day of 120 calls takes some 20 ms. */
        @WithDefault("2S")
        Duration timeout();

        /** For all pages of a list together: somebody waits for it. */
        @WithDefault("20S")
        Duration patience();

        /** Of a list, of which a paper holds what it shows of each: 300 days of 120 calls are 36,000. */
        @WithDefault("50000")
        int longest();
    }

    /** As it came: with status 200 what was asked for, else a problem. */
    record Answer(int status, byte[] body, @Nullable String tag) {
        JsonNode json() {
            try {
                return Json.tolerant().readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final Logger LOG = Logger.getLogger(Question.class);

    @Inject
    Configuration configuration;

    @Inject
    Caller caller;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofMillis(250)).build();

    /**
     * @param path {@code /projects/…}
     * @throws dev.callboard.kit.problem.Problem as the other service refused; UNAVAILABLE when there is no answer in time
     */
    Answer ofProjects(String path) {
        return ask(configuration.projects() + "/api/v1" + path);
    }

    /** As {@link #ofProjects}. @param path {@code /accounts/…} */
    Answer ofAccounts(String path) {
        return ask(configuration.accounts() + "/api/v1" + path);
    }

    /**
     * Every item of a list, page by page.
     *
     * @param ask one of the above
     * @throws dev.callboard.kit.problem.Problem CONFLICT for a list that is too long to be drawn; UNAVAILABLE
     */
    List<JsonNode> items(Function<String, Answer> ask, String path) {
        var items = new ArrayList<JsonNode>();
        each(ask, path, items::add);
        return items;
    }

    /** As {@link #items}, of a list that may be long: a call as JSON takes 4 KiB, what is drawn of it a twentieth. */
    void each(Function<String, Answer> ask, String path, Consumer<JsonNode> item) {
        each(ask, path, configuration.longest(), configuration.patience(), item);
    }

    static void each(
            Function<String, Answer> ask, String path, int longest, Duration patience, Consumer<JsonNode> item) {
        var end = System.nanoTime() + patience.toNanos();
        int items = 0;
        String cursor = null;
        do {
            var more = cursor == null ? "" : "&cursor=" + URLEncoder.encode(cursor, UTF_8);
            var page = ask.apply(path + (path.contains("?") ? "&" : "?") + "limit=200" + more)
                    .json();
            page.get("items").forEach(item);
            items += page.get("items").size();
            cursor = page.path("next").asText(null);
            if (cursor != null && items >= longest)
                throw CommonProblem.CONFLICT.because(
                        "What is to be drawn has over %d items (expected: at most so many)".formatted(longest));
            if (cursor != null && System.nanoTime() > end) unavailable("not read in " + patience);
        } while (cursor != null);
    }

    private Answer ask(String address) {
        try {
            var response = http.send(question(address), BodyHandlers.ofByteArray());
            if (response.statusCode() >= 500) return unavailable("status " + response.statusCode());
            var answer = new Answer(response.statusCode(), response.body(), tag(response));
            if (answer.status != 200)
                throw CommonProblem.ofStatus(answer.status)
                        .because(answer.json().path("detail").asText("status " + answer.status));
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unavailable("interrupted");
        } catch (IOException e) {
            return unavailable(e.toString());
        }
    }

    private HttpRequest question(String address) {
        return HttpRequest.newBuilder(URI.create(address))
                .timeout(configuration.timeout())
                .header("Authorization", "Bearer " + caller.token())
                .header("Accept", "application/json")
                .build();
    }

    /** Without the quotes that it has on the wire. */
    private static @Nullable String tag(HttpResponse<?> response) {
        return response.headers()
                .firstValue("ETag")
                .map(tag -> tag.replace("\"", ""))
                .orElse(null);
    }

    private static Answer unavailable(String why) {
        LOG.debugf("Not answered: %s", why);
        throw CommonProblem.UNAVAILABLE.because("What is to be drawn cannot be read just now; try again");
    }
}
