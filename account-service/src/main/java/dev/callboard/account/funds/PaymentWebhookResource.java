package dev.callboard.account.funds;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callboard.account.provider.PaymentConfiguration;
import dev.callboard.account.provider.WebhookSignature;
import dev.callboard.kit.json.Json;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.UUID;

import static dev.callboard.account.AccountProblem.SIGNATURE_INVALID;

/**
 * The provider says that something happened. It is believed that far and no further: what happened is asked for by
 * key, so that a message that is repeated, late or out of order has no effect of its own.
 */
@Path("/webhooks/payments")
@PermitAll
@RunOnVirtualThread
@Tag(name = "Payments")
class PaymentWebhookResource {
    @Inject
    PaymentConfiguration configuration;

    @Inject
    PaymentIntents intents;

    @Inject
    PaymentWorker worker;

    /** The raw bytes: a signature is over what was sent, not over what JSON makes of it. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "paymentHappened",
            summary = "Signed messages of the payment provider",
            extensions = @Extension(name = "x-consistency", value = "eventual"))
    @SecurityRequirements
    @APIResponse(responseCode = "204", description = "Taken, now or before")
    @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public void happened(@RestHeader(WebhookSignature.HEADER) @Nullable String signature, byte[] body)
            throws IOException {
        var signed = new WebhookSignature(configuration.webhookSecret());
        if (!signed.isValid(signature, body, intents.worldTime())) throw SIGNATURE_INVALID.of(WebhookSignature.HEADER);

        var data = Json.tolerant().readTree(body).path("data");
        var authorization = data.path("authorization").asText(data.path("id").asText(null));
        if (intents.hurry(sagaOf(data), authorization) > 0) worker.wake();
    }

    private static @Nullable UUID sagaOf(JsonNode data) {
        try {
            return UUID.fromString(data.path("reference").asText());
        } catch (IllegalArgumentException e) {
            return null; // not one of ours
        }
    }
}
