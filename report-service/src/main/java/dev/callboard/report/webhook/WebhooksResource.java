package dev.callboard.report.webhook;

import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.report.payroll.Payroll;
import dev.callboard.report.webhook.Webhooks.NewWebhook;
import dev.callboard.report.webhook.Webhooks.Webhook;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.UUID;

@Path("/accounts/{accountId}/webhooks")
@Authenticated
@RunOnVirtualThread
@Tag(name = "webhooks")
class WebhooksResource {
    @Inject
    Payroll payroll;

    @Inject
    Webhooks webhooks;

    record WebhookAddress(@NotNull @Size(max = 500) String url) {}

    /** All of them: they are few. */
    record WebhookList(List<Webhook> items) {}

    /** No Idempotency-Key: its answer would be kept, and the secret is in it. */
    @POST
    @Operation(
            operationId = "addWebhook",
            summary = "Tell this address when a report run of the account has ended",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "403", description = "A member without the right PAYROLL")
    @APIResponse(responseCode = "409", description = "The account has as many as it can")
    @APIResponse(responseCode = "422", description = "No https address on the public Internet")
    @APIResponse(
            responseCode = "201",
            description = "With the secret of its signatures, which is shown this once",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = NewWebhook.class)))
    public Response add(@RestPath UUID accountId, @Valid @NotNull WebhookAddress request) {
        payroll.mayChange(accountId);
        var added = webhooks.add(accountId, url(request.url), payroll.userId());
        return Response.created(URI.create("/api/v1/accounts/" + accountId + "/webhooks/" + added.id()))
                .entity(added)
                .header("Cache-Control", "no-store")
                .build();
    }

    @GET
    @Operation(
            operationId = "listWebhooks",
            summary = "The addresses that are told",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "403", description = "A member without the right PAYROLL")
    @APIResponse(
            responseCode = "200",
            description = "The webhooks",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = WebhookList.class)))
    public WebhookList list(@RestPath UUID accountId) {
        payroll.mayUse(accountId);
        return new WebhookList(webhooks.of(accountId));
    }

    /** No If-Match: a webhook never changes. */
    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "removeWebhook",
            summary = "Tell it nothing more",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "403", description = "A member without the right PAYROLL")
    @APIResponse(responseCode = "204", description = "Removed")
    public Response remove(@RestPath UUID accountId, @RestPath UUID id) {
        payroll.mayChange(accountId);
        if (!webhooks.remove(accountId, id)) throw CommonProblem.NOT_FOUND.of("webhook");
        return Response.noContent().build();
    }

    private static URI url(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException notOne) {
            throw WebhookProblem.WEBHOOK_REFUSED.because("url: no URL (expected: https://…)");
        }
    }
}
