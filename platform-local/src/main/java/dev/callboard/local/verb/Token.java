package dev.callboard.local.verb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.callboard.local.platform.DemoPerson;
import dev.callboard.local.process.StartFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;

@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = "Signs a person of the demo in and prints the access token (valid 5 minutes).")
public final class Token implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Mixin
    private OnPlatform platform;

    @Parameters(paramLabel = "NAME", description = "stina, ana, hedda, bo, eva or olga")
    private String name;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var person = DemoPerson.named(platform.folder().home(), name);
        var running = platform.running();
        String url = running.url()
                .orElseThrow(() -> new StartFailure(
                        "no platform runs on " + running.folder().data() + ": start it with ./callboard up"));
        System.out.println(accessToken(url, person));
        return 0;
    }

    private static String accessToken(String gateway, DemoPerson person) throws IOException, InterruptedException {
        String credentials = JSON.writeValueAsString(Map.of("email", person.email(), "password", person.password()));
        var request = HttpRequest.newBuilder(URI.create(gateway + "/api/v1/sessions"))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(credentials))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 == 2) {
                return JSON.readTree(answer.body()).path("accessToken").asText();
            }
            if (answer.statusCode() == 401) {
                throw new StartFailure(
                        person.givenName() + " is not known here yet: ./callboard demo makes the people");
            }
            throw new StartFailure("sign-in answered " + answer.statusCode() + ": " + detail(answer.body()));
        }
    }

    private static String detail(String problem) {
        try {
            JsonNode read = JSON.readTree(problem);
            return read.path("detail").asText(read.path("title").asText(problem));
        } catch (IOException notJson) {
            return "no problem document";
        }
    }
}
