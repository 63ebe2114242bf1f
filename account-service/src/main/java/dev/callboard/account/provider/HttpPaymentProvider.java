package dev.callboard.account.provider;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.account.provider.PaymentProvider.Outcome.NeverSeen;
import dev.callboard.account.provider.PaymentProvider.Outcome.Succeeded;
import dev.callboard.kit.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;

/**
 * The provider's API: JSON under a bearer key, {@code Idempotency-Key} on every operation. What it says definitely is
 * a success or a refusal; everything else, from a time-out to a 500 or a wrong key of ours, leaves the outcome unknown.
 */
@ApplicationScoped
class HttpPaymentProvider implements PaymentProvider {
    private static final ObjectMapper JSON = Json.tolerant();

    private final PaymentConfiguration configuration;
    private final HttpClient http;

    @Inject
    HttpPaymentProvider(PaymentConfiguration configuration) {
        this.configuration = configuration;
        this.http = HttpClient.newBuilder()
                .connectTimeout(configuration.connectTimeout())
                .build();
    }

    @Override
    public Registration register(UUID key, Card card) {
        var body = JSON.createObjectNode()
                .put("number", card.number())
                .put("expMonth", card.expMonth())
                .put("expYear", card.expYear())
                .put("cvc", card.cvc());
        return switch (ask(post("/v1/payment-methods", key, body))) {
            case Said(var status, var said)
            when isSuccess(status) ->
                new Registration.Registered(text(said, "id"), text(said, "brand"), text(said, "last4"));
            case Said(var status, var said)
            when isRefusal(status) -> new Registration.Refused(errorCode(said), errorMessage(said));
            case Said(var status, var _) -> new Registration.Unknown("status " + status);
            case Silence(var why) -> new Registration.Unknown(why);
        };
    }

    @Override
    public Outcome authorise(UUID key, String token, long amountMinor, String currency, String reference) {
        return outcome(ask(post(
                "/v1/authorizations",
                key,
                JSON.createObjectNode()
                        .put("paymentMethod", token)
                        .put("amountMinor", amountMinor)
                        .put("currency", currency)
                        .put("reference", reference))));
    }

    @Override
    public Outcome capture(UUID key, String authorization) {
        return outcome(ask(post("/v1/authorizations/" + authorization + "/captures", key, JSON.createObjectNode())));
    }

    @Override
    public Outcome giveUp(UUID key, String authorization) {
        return outcome(ask(post("/v1/authorizations/" + authorization + "/voids", key, JSON.createObjectNode())));
    }

    @Override
    public Outcome refund(UUID key, String authorization, long amountMinor) {
        var body = JSON.createObjectNode().put("authorization", authorization).put("amountMinor", amountMinor);
        return outcome(ask(post("/v1/refunds", key, body)));
    }

    @Override
    public Outcome outcomeOf(UUID key) {
        var answer = ask(request("/v1/operations?idempotencyKey=" + key).GET());
        return answer instanceof Said(var status, var _) && status == 404 ? new NeverSeen() : outcome(answer);
    }

    /** What came back, if anything did. */
    private sealed interface Answer {}

    private record Said(int status, JsonNode body) implements Answer {}

    private record Silence(String why) implements Answer {}

    private Answer ask(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Said(response.statusCode(), JSON.readTree(response.body()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Silence("interrupted");
        } catch (JacksonException e) {
            return new Silence("an answer that is not understood");
        } catch (IOException e) {
            return new Silence(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private HttpRequest.Builder post(String path, UUID key, ObjectNode body) {
        return request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key.toString())
                .POST(BodyPublishers.ofString(body.toString()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(configuration.url() + path))
                .timeout(configuration.timeout())
                .header("Authorization", "Bearer " + configuration.key())
                .header("Accept", "application/json");
    }

    private static Outcome outcome(Answer answer) {
        return switch (answer) {
            case Silence(var why) -> new Outcome.Unknown(why);
            case Said(var status, var said) when isSuccess(status) -> ended(said);
            case Said(var status, var said)
            when isRefusal(status) -> new Outcome.Refused(errorCode(said), errorMessage(said));
            case Said(var status, var _) -> new Outcome.Unknown("status " + status);
        };
    }

    private static Outcome ended(JsonNode said) {
        return switch (said.path("status").asText()) {
            case "AUTHORIZED", "CAPTURED", "VOIDED", "REFUNDED" -> new Succeeded(text(said, "id"));
            case "DECLINED" -> refused(said.path("declineCode").asText("declined"));
            case "REFUSED" -> refused(said.path("refusalCode").asText("refused"));
            default -> new Outcome.Unknown("state " + said.path("status"));
        };
    }

    private static Outcome refused(String code) {
        return new Outcome.Refused(code, RefusalText.of(code));
    }

    private static boolean isSuccess(int status) {
        return status / 100 == 2;
    }

    /** A 401 or 403 is about our key and a 408 or 429 about the moment: they say nothing about the operation. */
    private static boolean isRefusal(int status) {
        return status / 100 == 4 && status != 401 && status != 403 && status != 408 && status != 429;
    }

    private static String text(JsonNode said, String field) {
        return said.path(field).asText();
    }

    private static String errorCode(JsonNode said) {
        return said.path("error").path("code").asText("refused");
    }

    private static String errorMessage(JsonNode said) {
        var code = errorCode(said);
        return said.path("error").path("message").asText(RefusalText.of(code));
    }
}
