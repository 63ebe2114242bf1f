package dev.callboard.local.platform;

import dev.callboard.local.process.StartFailure;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** Tells the payment sandbox where this platform hears its events, as an operator would at a real provider. */
record PaymentWebhook(Map<String, String> endpoints, HttpClient http) {
    void register(String url) {
        var request = HttpRequest.newBuilder(URI.create(endpoints.get("payments.url") + "/v1/webhook-endpoint"))
                .timeout(Duration.ofSeconds(5))
                .header("Authorization", "Bearer " + endpoints.get("payments.key"))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"url\":\"" + url + "\"}"))
                .build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) throw new StartFailure("payments refused the webhook: " + answer.body());
        } catch (IOException failed) {
            throw new StartFailure("payments did not take the webhook: " + failed.getMessage(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StartFailure("interrupted while payments started", interrupted);
        }
    }
}
